package io.linkspan.pg;

/**
 * A place in a text that an error is about. The text may hold a secret, so it is shown only where
 * it was looked at for one.
 *
 * @param offset index of the character (UTF-16 unit), up to the length for the end of the text
 */
public record TextPlace(String text, int offset) {
  public TextPlace {
    if (offset < 0 || offset > text.length()) {
      throw new IllegalArgumentException("no place in the text: " + offset);
    }
  }

  @Override
  public String toString() {
    return "character " + offset + " of a text of " + text.length();
  }
}
