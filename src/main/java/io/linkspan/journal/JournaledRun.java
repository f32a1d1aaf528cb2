package io.linkspan.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as the journal knows it.
 *
 * @param role who began it
 * @param ended when it was finished or undone
 * @param batches how many are known so far
 * @param batchesDone of those, the ones that are committed
 * @param counts of the committed batches together
 * @param undoneRows rows that {@code undo} removed; 0 where it was not undone
 */
public record JournaledRun(
    long number,
    RunEntry entry,
    RunState state,
    String role,
    Instant begun,
    Optional<Instant> ended,
    int batches,
    int batchesDone,
    BatchCounts counts,
    long undoneRows) {}
