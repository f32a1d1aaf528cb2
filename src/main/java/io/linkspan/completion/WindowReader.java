package io.linkspan.completion;

import io.linkspan.sql.SqlWords;

/** Reads what is between the brackets of FILTER, OVER and WITHIN GROUP. */
final class WindowReader {
  private WindowReader() {}

  static void read(Reading reading, Level level, Clause clause) {
    TypedTokens tokens = reading.tokens;
    while (!tokens.atClose()) {
      int before = tokens.position();
      if (tokens.accept("where")) {
        ExpressionReader.list(reading, level, clause, true);
      } else if (tokens.accept("partition", "by") || tokens.accept("order", "by")) {
        ExpressionReader.list(reading, level, clause, true);
        frame(tokens);
      } else if (tokens.atCursor()) {
        reading.passCursor(Place.words(level, "partition by", "order by", "where", "rows between"));
      } else {
        frame(tokens);
        if (!SqlWords.isReserved(tokens.word())) {
          tokens.name();
        }
      }
      if (tokens.position() == before) {
        return;
      }
    }
  }

  /** Passes ROWS, RANGE or GROUPS with all that belongs to it. */
  private static void frame(TypedTokens tokens) {
    if (tokens.at("rows") || tokens.at("range") || tokens.at("groups")) {
      tokens.passInside();
    }
  }
}
