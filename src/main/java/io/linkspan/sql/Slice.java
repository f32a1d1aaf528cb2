package io.linkspan.sql;

/**
 * A part of a line as it was typed, without white space and comments around it.
 *
 * @param text the part itself
 * @param begin index of its first character in the line
 * @param end index after its last character; equals {@code begin} for an empty part
 */
public record Slice(String text, int begin, int end) {
  public Slice {
    if (end - begin != text.length()) {
      throw new IllegalArgumentException("slice of " + text.length() + " characters is misplaced");
    }
  }

  /** Whether nothing was typed there. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
