package io.linkspan.completion;

import io.linkspan.completion.Level.Verb;
import java.util.Set;

/** Reads one statement of any kind. */
final class StatementReader {
  private static final Set<String> QUERIES =
      Set.of("select", "with", "values", "insert", "update", "delete", "merge");

  private static final String[] VERBS = {
    "select",
    "insert into",
    "update",
    "delete from",
    "with",
    "explain",
    "explain analyze",
    "create",
    "alter",
    "drop",
    "truncate",
    "begin",
    "commit",
    "rollback",
    "copy",
    "analyze",
    "vacuum",
    "grant",
    "revoke",
    "set",
    "show",
    "reset",
    "table",
    "values",
    "merge into",
    "savepoint",
    "lock",
    "comment on",
    "refresh materialized view",
    "reindex",
    "call",
    "do",
    "declare",
    "fetch",
    "prepare",
    "execute"
  };

  private final Reading reading;
  private final TypedTokens tokens;

  private StatementReader(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  static Reading read(TypedTokens tokens) {
    Reading reading = new Reading(tokens);
    new StatementReader(reading).statement();
    Level around = Level.outermost(Verb.OTHER);
    while (!tokens.atEnd()) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.of(Place.Kind.NOTHING, around, Clause.OTHER));
      } else {
        tokens.pass();
      }
    }
    return reading;
  }

  private void statement() {
    Level around = Level.outermost(Verb.OTHER);
    if (tokens.accept("explain")) {
      explained(around);
    }
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(around, VERBS));
    } else if (QUERIES.contains(tokens.word()) || QueryReader.begins(tokens)) {
      QueryReader.query(reading, around, false);
    } else if (tokens.at("create")) {
      new CreateReader(reading, around).read();
    } else {
      new OtherReader(reading, around).read();
    }
  }

  private void explained(Level around) {
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(
          () -> {
            while (!tokens.atClose()) {
              if (tokens.atCursor()) {
                reading.passCursor(
                    Place.words(
                        around,
                        "analyze",
                        "buffers",
                        "verbose",
                        "costs off",
                        "timing",
                        "format",
                        "settings",
                        "wal",
                        "summary"));
              } else {
                tokens.pass();
              }
            }
          });
    } else {
      tokens.accept("analyze");
      tokens.accept("verbose");
    }
    if (tokens.atCursor()) {
      reading.passCursor(
          Place.words(
              around,
              "select",
              "analyze",
              "verbose",
              "(",
              "insert into",
              "update",
              "delete from",
              "with"));
    }
  }
}
