package io.linkspan.sql;

/** A piece of typed SQL in one short line, for a question. */
final class Phrase {
  private static final int MOST = 60;

  private Phrase() {}

  /** The text without line ends, comments and double blanks; cut where it is long. */
  static String of(String text) {
    StringBuilder line = new StringBuilder();
    int after = 0;
    for (SqlToken token : SqlLexer.tokens(text)) {
      if (!token.kind().isComment()) {
        line.append(token.begin() > after && !line.isEmpty() ? " " : "").append(token.text());
        after = token.end();
      }
    }
    String whole = line.toString().replaceAll("\\s+", " ");
    return whole.length() <= MOST ? whole : whole.substring(0, MOST - 1) + "…";
  }
}
