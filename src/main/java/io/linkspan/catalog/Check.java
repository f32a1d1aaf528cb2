package io.linkspan.catalog;

import io.linkspan.pg.Identifier;

/** A check constraint, with {@code pg_get_constraintdef} as its text. */
public record Check(Identifier name, String definition, boolean validated) {}
