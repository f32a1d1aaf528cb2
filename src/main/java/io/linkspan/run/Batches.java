package io.linkspan.run;

import io.linkspan.journal.JournaledBatch;
import java.util.Optional;
import java.util.OptionalInt;

/** Hands out the batches of a run, each once; workers ask at the same time. */
interface Batches {
  /** The next batch; empty where all are handed out. */
  Optional<JournaledBatch> next();

  /** How many there are in all; empty as long as nobody knows. */
  OptionalInt total();
}
