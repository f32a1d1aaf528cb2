package io.linkspan.catalog;

import io.linkspan.pg.Identifier;

/**
 * A rewrite rule other than a view's own.
 *
 * @param event SELECT, UPDATE, INSERT or DELETE
 */
public record Rule(Identifier name, String event, String definition) {}
