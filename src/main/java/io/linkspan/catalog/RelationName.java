package io.linkspan.catalog;

import io.linkspan.pg.QualifiedName;

/**
 * A relation that a query could name, without its details.
 *
 * @param visible whether the search path finds it by its bare name
 */
public record RelationName(
    QualifiedName name, Table.Kind kind, long estimatedRows, boolean visible) {}
