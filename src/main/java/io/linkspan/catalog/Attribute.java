package io.linkspan.catalog;

import io.linkspan.pg.Identifier;

/**
 * One field of a composite type.
 *
 * @param typeSql the type's spelling with modifier
 */
public record Attribute(Identifier name, String typeSql) {}
