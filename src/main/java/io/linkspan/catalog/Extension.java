package io.linkspan.catalog;

import io.linkspan.pg.Identifier;

/**
 * An extension that is installed in a database.
 *
 * @param schema where its objects are
 */
public record Extension(Identifier name, String version, Identifier schema) {}
