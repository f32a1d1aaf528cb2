package io.linkspan.run;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;

/** A division as the journal keeps it: {@code whole}, {@code pages N}, {@code keys N}. */
public final class DivisionText {
  private DivisionText() {}

  static String of(Division division) {
    if (division instanceof Division.Pages pages) {
      return "pages " + pages.pagesPerBatch();
    }
    if (division instanceof Division.KeyRanges keys) {
      return "keys " + keys.rowsPerBatch();
    }
    return division instanceof Division.Fetches fetches
        ? "fetches " + fetches.rowsPerFetch()
        : "whole";
  }

  /**
   * The plan with the division that a run began with; the workers are as many as are planned now.
   *
   * @throws IllegalArgumentException where the plan can no longer be divided so
   */
  public static CopyPlan restored(CopyPlan plan, String text) {
    int workers = Math.max(1, plan.howItRuns().division().workers());
    int space = text.indexOf(' ');
    long number = space < 0 ? 0 : Long.parseLong(text.substring(space + 1));
    return switch (space < 0 ? text : text.substring(0, space)) {
      case "pages" -> plan.divided(new Division.Pages(number, number, workers));
      case "keys" ->
          plan.howItRuns().division() instanceof Division.KeyRanges keys
              ? plan.divided(new Division.KeyRanges(keys.key(), number, workers))
              : reject(text);
      default -> reject(text);
    };
  }

  private static CopyPlan reject(String text) {
    throw new IllegalArgumentException("cannot be divided as \"" + text + "\"");
  }
}
