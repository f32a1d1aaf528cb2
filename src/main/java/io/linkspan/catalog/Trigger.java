package io.linkspan.catalog;

import io.linkspan.pg.Identifier;

/**
 * A trigger that a user made.
 *
 * @param definition {@code pg_get_triggerdef}
 * @param fires whether it fires in an ordinary session ({@code tgenabled} O or A)
 */
public record Trigger(
    Identifier name,
    String definition,
    boolean before,
    boolean insteadOf,
    boolean forEachRow,
    boolean onInsert,
    boolean onUpdate,
    boolean onTruncate,
    boolean fires) {}
