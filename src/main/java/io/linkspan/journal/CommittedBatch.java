package io.linkspan.journal;

import java.time.Instant;

/**
 * A batch that is copied.
 *
 * @param at when its transaction came to its end, by the target's clock
 * @param read rows that came from the source
 */
public record CommittedBatch(int number, Instant at, long read) {}
