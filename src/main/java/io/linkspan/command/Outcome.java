package io.linkspan.command;

import io.linkspan.connection.ResultListener;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.run.RunListener;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a command gives back; the shell shows it. */
public sealed interface Outcome {
  /** Lines to show. */
  record Shown(List<Line> lines) implements Outcome {
    public Shown {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Results to be shown while the server sends them.
   *
   * @param source runs the statement and hands what comes to the listener
   * @param sql the statement, whose first words name what was done
   */
  record Results(String sql, Consumer<ResultListener> source) implements Outcome {}

  /**
   * Work that takes its time; the shell shows how it goes on, and then what comes of it.
   *
   * @param work does it, and throws what {@link Command#execute} may throw
   */
  record Working(Function<RunListener, Outcome> work) implements Outcome {}

  /** Several outcomes, one after another. */
  record Several(List<Outcome> parts) implements Outcome {
    public Several {
      parts = List.copyOf(parts);
    }
  }

  /** A file whose commands are carried out now, one after another, to the first error. */
  record Script(Path file) implements Outcome {}

  /** Lines that tell of something wrong: shown like others, but a script ends there. */
  record Wrong(UserException.Kind kind, List<Line> lines) implements Outcome {
    public Wrong {
      lines = List.copyOf(lines);
    }
  }

  /** The shell ends. */
  record Quit() implements Outcome {}

  /** One line of plain text. */
  static Outcome line(String text) {
    return new Shown(List.of(Line.of(text)));
  }

  /** Nothing to show. */
  static Outcome nothing() {
    return new Shown(List.of());
  }
}
