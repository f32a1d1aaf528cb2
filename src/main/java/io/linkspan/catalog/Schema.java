package io.linkspan.catalog;

import io.linkspan.pg.Identifier;

/**
 * A schema of a database.
 *
 * @param usable whether the current role may look up what is in it
 */
public record Schema(Identifier name, Identifier owner, boolean usable) {}
