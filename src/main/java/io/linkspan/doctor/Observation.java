package io.linkspan.doctor;

import io.linkspan.check.Finding.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param what its name, one or two words
 * @param found what is there, in a few words
 * @param findings what is wrong with it, each with its cure
 */
public record Observation(Mark mark, String what, String found, List<Remark> findings) {
  /** What the first observation of every part is called. */
  static final String REACH = "reach";

  public Observation {
    findings = List.copyOf(findings);
  }

  static Observation ok(String what, String found) {
    return new Observation(Mark.OK, what, found, List.of());
  }

  static Observation untried(String what, String why) {
    return new Observation(Mark.UNTRIED, what, "not tried: " + why, List.of());
  }

  /** Marked by the gravest of the findings. */
  static Observation of(String what, String found, List<Remark> findings) {
    Mark mark =
        findings.stream()
            .map(Remark::severity)
            .map(Observation::mark)
            .max(Comparator.naturalOrder())
            .orElse(Mark.OK);
    return new Observation(mark, what, found, findings);
  }

  private static Mark mark(Severity severity) {
    return switch (severity) {
      case ERROR -> Mark.FAILED;
      case WARNING -> Mark.WARNING;
      case NOTE -> Mark.NOTE;
    };
  }
}
