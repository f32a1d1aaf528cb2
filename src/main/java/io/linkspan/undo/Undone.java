package io.linkspan.undo;

import io.linkspan.journal.JournaledRun;

/**
 * What undoing a run did.
 *
 * @param expected rows that were there to be removed when it was asked for
 * @param removed rows that are gone; fewer where some were changed meanwhile or a trigger kept them
 */
public record Undone(JournaledRun run, long expected, long removed) {}
