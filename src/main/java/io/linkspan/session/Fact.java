package io.linkspan.session;

import io.linkspan.check.Planned;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.run.Progress;
import io.linkspan.run.Receipt;
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

  /**
   * The command failed.
   *
   * @param connection whose server raised the error; empty where no server did
   */
  record Failed(UserException.Kind kind, ErrorFields fields, Optional<String> connection)
      implements Fact {}
}
