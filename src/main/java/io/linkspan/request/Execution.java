package io.linkspan.request;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the copy is to be run.
 *
 * @param batching empty where the table's size decides
 * @param workers how many sessions copy at a time; empty where the table's size decides
 */
public record Execution(Optional<Batching> batching, OptionalInt workers) {
  /** Nothing said: the table's size decides. */
  public static final Execution CHOSEN = new Execution(Optional.empty(), OptionalInt.empty());
}
