package io.linkspan.misfit;

import io.linkspan.pg.SqlState;
import java.util.List;
import java.util.Optional;

/**
 * The rows that fail at one place with one error.
 *
 * @param constraint the one that is violated, where the server names one
 * @param rows all of them
 * @param examples the first of them; at least one
 */
public record MisfitGroup(
    Probe probe, SqlState state, Optional<String> constraint, long rows, List<Misfit> examples) {
  public MisfitGroup {
    examples = List.copyOf(examples);
  }

  /** Whether every row is among the examples. */
  public boolean complete() {
    return examples.size() == rows;
  }
}
