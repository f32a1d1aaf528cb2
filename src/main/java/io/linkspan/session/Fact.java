package io.linkspan.session;

import io.linkspan.check.Planned;
import io.linkspan.connection.ServerException;
import io.linkspan.doctor.Diagnosis;
import io.linkspan.journal.JournaledRun;
import io.linkspan.misfit.Misfits;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.run.Progress;
import io.linkspan.run.Receipt;
import io.linkspan.undo.UndoPreview;
import io.linkspan.verify.Verification;
import java.util.List;
import java.util.Optional;

/** Something that came of a command, as a value: people are shown it, programs are told it. */
public sealed interface Fact {
  /** A plan was made, refined, or checked again. */
  record Made(Planned planned) implements Fact {}

  /**
   * A run ended well, be it dry.
   *
   * @param course where it stood from time to time, first to last
   */
  record Ran(Planned planned, Receipt receipt, List<Progress> course) implements Fact {
    public Ran {
      course = List.copyOf(course);
    }
  }

  /**
   * A run ended before its time; a {@link Failed} of the same step says the same of the command.
   *
   * @param why what is there of it, and what to do about it
   * @param course where it stood from time to time; empty where it did not begin
   */
  record Stopped(Planned planned, boolean byUser, ErrorFields why, List<Progress> course)
      implements Fact {
    public Stopped {
      course = List.copyOf(course);
    }

    /** How a run of the plan ended in that error. */
    public static Stopped by(UserException error, Planned planned, List<Progress> course) {
      boolean byUser = error.kind() == UserException.Kind.INTERRUPTED;
      return new Stopped(planned, byUser, error.fields(), course);
    }
  }

  /** Rows that a run inserted were taken back. */
  record Undone(long run, long rows) implements Fact {}

  /** What was copied was compared. */
  record Verified(CopyPlan plan, Verification verification) implements Fact {}

  /**
   * An expectation was looked at.
   *
   * @param subject such as {@code inserted}, or a query
   * @param operator such as {@code =}
   * @param wanted what was expected
   * @param found what was there
   */
  record Expected(String subject, String operator, String wanted, String found, boolean held)
      implements Fact {}

  /** Every precondition of a copy was looked at. */
  record Examined(Diagnosis diagnosis) implements Fact {}

  /**
   * The rows of a plan were looked at whose keys are taken.
   *
   * @param columns of the rows, in order
   */
  record Conflicted(CopyPlan plan, List<String> columns, List<Clashes> groups) implements Fact {
    public Conflicted {
      columns = List.copyOf(columns);
      groups = List.copyOf(groups);
    }
  }

  /**
   * Rows that clash on one key.
   *
   * @param onTarget whether with a row of the target; else with an earlier row of the copy
   * @param fate what they would do or suffer, such as {@code be skipped}
   * @param rows how many there are
   * @param samples the first of them
   */
  record Clashes(
      String key, boolean onTarget, String fate, long rows, List<List<Optional<String>>> samples) {
    public Clashes {
      samples = List.copyOf(samples);
    }
  }

  /**
   * Every row of a plan was tried.
   *
   * @param next clauses that mend the plan
   */
  record Tried(CopyPlan plan, Misfits found, List<String> next) implements Fact {
    public Tried {
      next = List.copyOf(next);
    }
  }

  /** Runs were looked up in the target's journal. */
  record Journaled(List<JournaledRun> runs) implements Fact {
    public Journaled {
      runs = List.copyOf(runs);
    }
  }

  /** What an undo would do was looked at. */
  record UndoSeen(UndoPreview preview) implements Fact {}

  /** A run was taken back. */
  record TakenBack(io.linkspan.undo.Undone undone) implements Fact {}

  /**
   * The command failed.
   *
   * @param connection whose server raised the error; empty where no server did
   */
  record Failed(UserException.Kind kind, ErrorFields fields, Optional<String> connection)
      implements Fact {
    /** What that error says. */
    public static Failed of(UserException error) {
      return new Failed(
          error.kind(),
          error.fields(),
          error instanceof ServerException server
              ? Optional.of(server.connection())
              : Optional.empty());
    }
  }
}
