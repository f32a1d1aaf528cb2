package io.linkspan.pg;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name of an object in a database, held as the catalogs hold it: case folded already, not quoted.
 *
 * @param name never empty, without NUL
 */
public record Identifier(String name) implements Comparable<Identifier> {
  private static final Pattern SAFE = Pattern.compile("[a-z_][a-z0-9_]*");

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
    return SAFE.matcher(name).matches() && !Keywords.needQuotes(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
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
