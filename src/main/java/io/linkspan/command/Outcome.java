package io.linkspan.command;

import io.linkspan.connection.ResultListener;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.run.RunListener;
import io.linkspan.session.Fact;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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

  /**
   * Outcomes one after another, each made when the one before was shown.
   *
   * @param next the next one; empty after the last
   */
  record Series(Supplier<Optional<Outcome>> next) implements Outcome {}

  /** Lines to be read from the first on: where they are many, through the pager. */
  record Paged(List<Line> lines) implements Outcome {
    public Paged {
      lines = List.copyOf(lines);
    }
  }

  /** Lines that were asked for; they go where results go. */
  record Looked(List<Line> lines) implements Outcome {
    public Looked {
      lines = List.copyOf(lines);
    }
  }

  /** Lines that go where errors go. */
  record Remarked(List<Line> lines) implements Outcome {
    public Remarked {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An outcome whose results are shown in a way of their own.
   *
   * @param display makes the way to show them of the one that is set
   * @param destination where they go; empty for where all results go
   */
  record Apart(Outcome outcome, UnaryOperator<Display> display, Optional<Destination> destination)
      implements Outcome {}

  /** From now on all results go there; empty: to the screen. */
  record Going(Optional<Destination> destination) implements Outcome {}

  /** A program that has the terminal until it ends. */
  record Program(String command, Path directory) implements Outcome {}

  /** A file whose commands are carried out now, one after another, to the first error. */
  record Script(Path file, Replaying how) implements Outcome {
    /** One that goes on where an earlier replay was interrupted. */
    public Script(Path file) {
      this(file, Replaying.GOES_ON);
    }
  }

  /**
   * A script that is looked for beside the one that calls it.
   *
   * @param name as typed
   * @param otherwise the file where no script calls it
   * @param alone whether it can be nowhere else where a script calls it
   */
  record ScriptBeside(String name, Path otherwise, boolean alone, Replaying how)
      implements Outcome {}

  /** Lines that tell of something wrong: shown like others, but a script ends there. */
  record Wrong(UserException.Kind kind, List<Line> lines) implements Outcome {
    public Wrong {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Something that came of the command as a value; people are shown it in some other way.
   *
   * @param shown for people
   */
  record Told(Fact fact, Outcome shown) implements Outcome {}

  /** The shell ends. */
  record Quit() implements Outcome {}

  /** The same with other results in it; results may be made later, and are replaced then. */
  static Outcome mapped(Outcome outcome, UnaryOperator<Results> change) {
    if (outcome instanceof Results results) {
      return change.apply(results);
    } else if (outcome instanceof Several several) {
      return new Several(several.parts().stream().map(part -> mapped(part, change)).toList());
    } else if (outcome instanceof Told told) {
      return new Told(told.fact(), mapped(told.shown(), change));
    } else if (outcome instanceof Working working) {
      return new Working(told -> mapped(working.work().apply(told), change));
    } else if (outcome instanceof Series series) {
      return new Series(() -> series.next().get().map(each -> mapped(each, change)));
    }
    return outcome;
  }

  /** These, each made when its turn has come. */
  static Outcome inTurn(List<Supplier<Outcome>> steps) {
    Iterator<Supplier<Outcome>> left = steps.iterator();
    return new Series(() -> left.hasNext() ? Optional.of(left.next().get()) : Optional.empty());
  }

  /** One line of plain text. */
  static Outcome line(String text) {
    return new Shown(List.of(Line.of(text)));
  }

  /** Nothing to show. */
  static Outcome nothing() {
    return new Shown(List.of());
  }
}
