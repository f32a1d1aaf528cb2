package io.linkspan.completion;

/** Reads MERGE after its first word. */
final class MergeReader {
  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;
  private final ChangeReader change;

  MergeReader(Reading reading, Level level, ChangeReader change) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
    this.change = change;
  }

  void read() {
    change.word("into");
    change.target(true);
    change.word("using");
    FromReader.table(reading, level);
    change.word("on");
    new ExpressionReader(reading, level, Clause.ON, false).read();
    while (tokens.at("when") || tokens.atCursor()) {
      change.word("when");
      when();
    }
  }

  private void when() {
    while (!tokens.atClose() && !tokens.at("then") && !tokens.at("and") && !tokens.at("when")) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.words(level, "matched", "not matched", "then", "and"));
      } else {
        tokens.pass();
      }
    }
    if (tokens.accept("and")) {
      new ExpressionReader(reading, level, Clause.WHEN, false).read();
    }
    if (tokens.accept("then")) {
      action();
    }
  }

  private void action() {
    if (tokens.atCursor()) {
      reading.passCursor(
          Place.words(level, "update set", "insert (", "insert values (", "delete", "do nothing"));
    } else if (tokens.accept("update")) {
      change.word("set");
      change.assignments(level);
    } else if (tokens.accept("insert")) {
      insert();
    } else if (!tokens.accept("do", "nothing")) {
      tokens.accept("delete");
    }
  }

  private void insert() {
    if (tokens.acceptSymbol("(")) {
      change.columns();
    }
    change.word("values");
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(() -> ExpressionReader.list(reading, level, Clause.VALUES, true));
    }
  }
}
