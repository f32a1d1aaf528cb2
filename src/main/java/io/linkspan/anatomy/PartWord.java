package io.linkspan.anatomy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may stand after {@code explain}; none of them is a statement that PostgreSQL explains. */
public enum PartWord {
  LINK("link", "the connection"),
  REMOTE("remote", "the remote query"),
  WHERE("where", "the condition"),
  DEFINITION("definition", "the column definition list"),
  MAP("map", "the expressions"),
  FROM("from", "what else stands in FROM"),
  OUTER("outer", "the condition outside"),
  DISTINCT("distinct", "which of equal rows"),
  ORDER("order", "order and number of the rows"),
  INSERT("columns", "the columns of the INSERT"),
  OVERRIDING("overriding", "the identity column"),
  CONFLICT("conflict", "rows whose key is taken"),
  RETURNING("returning", "what is answered"),
  COUNT("count", "how the rows are counted"),
  TRUNCATE("truncate", "the emptying"),
  SEQUENCE("sequence", "the numbers to come"),
  TRANSACTION("transaction", "the transactions"),
  BATCHES("batches", "the pieces");

  private final String text;
  private final String title;

  PartWord(String text, String title) {
    this.text = text;
    this.title = title;
  }

  /** As it is typed. */
  public String text() {
    return text;
  }

  /** A few words for a heading. */
  public String title() {
    return title;
  }

  /** The part that a word means, in whatever case. */
  public static Optional<PartWord> named(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.text.equals(wanted)).findFirst();
  }

  /** All that may be typed. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(PartWord::text).toList();
  }
}
