package io.linkspan.statement;

import io.linkspan.plan.CopyPlan;
import java.util.List;
import java.util.Optional;

/** Writes queries of the rows that a plan reads, with columns of one's own. */
public final class SourceRows {
  private SourceRows() {}

  /**
   * The plan's rows, its own condition applied.
   *
   * @param items what is selected, over the columns that the source has
   * @param condition one more that a row must meet
   */
  public static String read(CopyPlan plan, List<String> items, Optional<String> condition) {
    return RemoteQuery.select(plan, items, condition);
  }

  /** Every row of what the plan reads from, its condition not applied. */
  public static String all(CopyPlan plan, List<String> items) {
    return Wrapped.list("SELECT ", items, "") + "\nFROM " + RemoteQuery.from(plan.reading());
  }

  /** A user's text with a line end after it where a comment would else swallow what follows. */
  public static String closed(String text) {
    return RemoteQuery.closed(text);
  }
}
