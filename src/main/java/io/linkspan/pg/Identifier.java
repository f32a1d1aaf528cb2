package io.linkspan.pg;

import java.util.Locale;

/**
 * A name of an object in a database, held as the catalogs hold it: case folded already, not quoted.
 *
 * @param name never empty, without NUL
 */
public record Identifier(String name) implements Comparable<Identifier> {
  public Identifier {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("zero-length identifier");
    }
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("identifier holds a NUL character");
    }
  }

  /**
   * The identifier that an unquoted spelling means: PostgreSQL folds ASCII letters to lower case.
   */
  public static Identifier folded(String spelling) {
    StringBuilder folded = new StringBuilder(spelling.length());
    for (int i = 0; i < spelling.length(); i++) {
      char c = spelling.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return new Identifier(folded.toString());
  }

  /** The spelling for SQL text: in double quotes exactly where {@code quote_ident} puts them. */
  public String quoted() {
    return isSafe() && !Keywords.needQuotes(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether it is made of lower-case ASCII letters, digits and underscores, no digit first. */
  private boolean isSafe() {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Whether the spelling for SQL text goes without double quotes. */
  public boolean isPlain() {
    return quoted().equals(name);
  }

  /** Whether the two differ in upper and lower case alone, or not at all. */
  public boolean sameIgnoringCase(Identifier other) {
    return name.toLowerCase(Locale.ROOT).equals(other.name.toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(Identifier other) {
    return name.compareTo(other.name);
  }

  /** The quoted spelling, so that text joined by mistake is still right. */
  @Override
  public String toString() {
    return quoted();
  }
}
