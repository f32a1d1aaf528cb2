package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a statement, upper case, that stand outside brackets, quotes and comments. */
final class SqlWords {
  private final String sql;
  private int at;

  private SqlWords(String sql) {
    this.sql = sql;
  }

  /** At most that many words from the start of the statement. */
  static List<String> of(String sql, int limit) {
    SqlWords reader = new SqlWords(sql);
    List<String> words = new ArrayList<>();
    while (reader.at < sql.length() && words.size() < limit) {
      String word = reader.next();
      if (!word.isEmpty()) {
        words.add(word.toUpperCase(Locale.ROOT));
      }
    }
    return List.copyOf(words);
  }

  /** The next word, or nothing where something else was passed over. */
  private String next() {
    char c = sql.charAt(at);
    if (sql.startsWith("--", at)) {
      skipPast("\n", 2);
    } else if (sql.startsWith("/*", at)) {
      skipPast("*/", 2);
    } else if (c == '\'' || c == '"') {
      skipPast(String.valueOf(c), 1);
    } else if (c == '(') {
      skipBrackets();
    } else if (isWord(c)) {
      int from = at;
      while (at < sql.length() && isWord(sql.charAt(at))) {
        at++;
      }
      return sql.substring(from, at);
    } else {
      at++;
    }
    return "";
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void skipPast(String end, int opening) {
    int found = sql.indexOf(end, at + opening);
    at = found < 0 ? sql.length() : found + end.length();
  }

  private void skipBrackets() {
    at++;
    while (at < sql.length() && sql.charAt(at) != ')') {
      next();
    }
    at = Math.min(sql.length(), at + 1);
  }
}
