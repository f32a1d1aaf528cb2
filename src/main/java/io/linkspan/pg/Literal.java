package io.linkspan.pg;

/** String constants for SQL text and for libpq conninfo text. */
public final class Literal {
  private Literal() {}

  /**
   * A string constant that means the same whatever {@code standard_conforming_strings} is: with a
   * backslash inside it is written as {@code E'…'}, as {@code quote_literal} does.
   */
  public static String quoted(String value) {
    String doubled = value.replace("'", "''");
    return value.indexOf('\\') < 0
        ? "'" + doubled + "'"
        : "E'" + doubled.replace("\\", "\\\\") + "'";
  }

  /**
   * The value in dollar quotes, under a tag that the value does not hold.
   *
   * @param tag a word for the reader, letters only
   */
  public static String dollarQuoted(String value, String tag) {
    String candidate = "$" + tag + "$";
    // A value that ends in "$" or "$tag" would run into the closing tag.
    for (int n = 1; (value + "$").contains(candidate.substring(0, candidate.length() - 1)); n++) {
      candidate = "$" + tag + n + "$";
    }
    return candidate + value + candidate;
  }

  /**
   * A value for {@code keyword=value} in a conninfo string (libpq manual, "Keyword/Value Connection
   * Strings"): always in single quotes, quote and backslash escaped by a backslash.
   */
  public static String conninfo(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
