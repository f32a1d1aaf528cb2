package io.linkspan.shell;

import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.shell.Exchange.End;
import java.util.Optional;
import java.util.Set;

/** The errors that a script goes past. */
final class Errors {
  /** No script goes past Ctrl-C, nor past a bug. */
  private static final Set<Integer> ENDING = Set.of(130, ExitCode.INTERNAL_ERROR);

  private final BatchInput input;
  private int count;
  private int line;
  private int exitCode = ExitCode.DONE;

  Errors(BatchInput input) {
    this.input = input;
  }

  /** Whether the script goes on after that end of an input; the error counts in any case. */
  boolean goesOn(End end, int at, boolean asked) {
    boolean past = asked && !ENDING.contains(end.exitCode());
    if (count++ == 0) {
      line = at;
      exitCode = end.exitCode();
    }
    return past;
  }

  /** The end of the script: its exit code is that of the first error. */
  End end(End last) {
    return new End(last.quit(), count == 0 ? last.exitCode() : exitCode);
  }

  /** What to say where the script went past errors. */
  Optional<Line> summary() {
    if (count == 0 || input.isCommand()) {
      return Optional.empty();
    }
    String errors = count == 1 ? "1 error" : count + " errors";
    return Optional.of(
        Line.of(
            Style.WARNING,
            "went on after %s, the first in line %d of %s (exit code %d)"
                .formatted(errors, line, input.name(), exitCode)));
  }
}
