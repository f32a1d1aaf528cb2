package io.linkspan.completion;

import java.util.Set;

/** Reads the arguments of a function, from the bracket that opens them. */
final class CallReader {
  /** Calls with key words between their arguments (manual, section 9). */
  private static final Set<String> WITH_WORDS =
      Set.of(
          ("extract trim overlay position substring normalize xmlelement xmlforest xmlparse xmlpi"
                  + " xmlroot xmlserialize xmlexists xmltable xmlattributes json_table json_value"
                  + " json_query json_exists json_object json_array json_arrayagg json_objectagg"
                  + " json json_scalar json_serialize collation convert treat")
              .split(" "));

  private static final String[] FIELDS = {
    "epoch",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "dow",
    "doy",
    "week",
    "quarter",
    "isodow",
    "isoyear",
    "century",
    "decade",
    "millennium",
    "milliseconds",
    "microseconds",
    "timezone"
  };

  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;
  private final Clause clause;

  CallReader(Reading reading, Level level, Clause clause) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
    this.clause = clause;
  }

  void read(Name function) {
    String name = function.parts().size() == 1 ? function.last().name() : "";
    tokens.pass();
    if (WITH_WORDS.contains(name)) {
      reading.inBrackets(() -> reading.inDoubt(() -> withWords(name)));
    } else {
      reading.inBrackets(() -> arguments(name.equals("cast")));
    }
  }

  private void withWords(String name) {
    if (name.equals("extract") && tokens.atCursor()) {
      reading.passCursor(Place.words(level, FIELDS));
    }
    while (!tokens.atClose()) {
      int before = tokens.position();
      if (!tokens.acceptSymbol(",") && !passWord()) {
        arguments(false);
      }
      if (tokens.position() == before) {
        return;
      }
    }
  }

  private boolean passWord() {
    return tokens.accept("from")
        || tokens.accept("for")
        || tokens.accept("in")
        || tokens.accept("on")
        || tokens.accept("values");
  }

  private void arguments(boolean cast) {
    if (QueryReader.begins(tokens)) {
      QueryReader.query(reading, level, true);
      return;
    }
    do {
      ExpressionReader.argument(reading, level, clause, cast);
    } while (tokens.acceptSymbol(","));
  }
}
