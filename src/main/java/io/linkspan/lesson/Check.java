package io.linkspan.lesson;

import java.util.List;

/** What a step is achieved by: something that is so, however it was typed. */
public sealed interface Check {
  /** The query gives one row whose one value is true. */
  record Holds(End end, String query) implements Check {}

  /** The first value of the last answer is this one. */
  record Answer(String value) implements Check {
    /** Whether the value is meant. */
    public boolean is(String found) {
      return Condition.compare(found, value) == 0;
    }
  }

  /** The last answer had so many rows. */
  record Rows(long rows) implements Check {}

  /** The last answer has the text in it. */
  record Shows(String text) implements Check {}

  /** The last input ended in an error of this SQLSTATE. */
  record Fails(String sqlState) implements Check {}

  /**
   * Since the step began, statements that went well had these words in them, in this order; what
   * stands in strings does not count.
   */
  record Typed(List<String> words) implements Check {
    public Typed {
      words = List.copyOf(words);
    }
  }

  /** No transaction is open in the learner's session there. */
  record Idle(End end) implements Check {}

  /** What the session holds fulfils the conditions. */
  record Facts(Kind kind, List<Condition> conditions) implements Check {
    public Facts {
      conditions = List.copyOf(conditions);
    }
  }

  /** Whose facts are looked at. */
  enum Kind {
    /** The plan in hand. */
    PLAN("plan"),
    /** A run since the step began. */
    RUN("run"),
    /** A comparison since the step began. */
    VERIFY("verify");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** How a lesson calls it. */
    public String word() {
      return word;
    }

    /** What can be asked of it. */
    public List<String> fields() {
      return switch (this) {
        case PLAN ->
            List.of(
                "source",
                "target",
                "where",
                "map",
                "conflict",
                "distinct",
                "truncates",
                "batched",
                "workers",
                "refused",
                "errors",
                "warnings",
                "finds");
        case RUN ->
            List.of(
                "read",
                "duplicates",
                "inserted",
                "updated",
                "skipped",
                "dry",
                "batches",
                "workers");
        case VERIFY -> List.of("rows", "equal", "different", "changed", "missing", "skipped");
      };
    }
  }
}
