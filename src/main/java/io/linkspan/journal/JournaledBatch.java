package io.linkspan.journal;

import io.linkspan.plan.Batch;
import java.util.Optional;

/**
 * A batch as the journal knows it.
 *
 * @param number from 1
 * @param xid the full id of the transaction that copied it (its {@code pg_current_xact_id}); empty
 *     where it is still to be copied
 */
public record JournaledBatch(int number, Batch batch, Optional<String> xid, BatchCounts counts) {}
