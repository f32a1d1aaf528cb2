package io.linkspan.pasted;

import java.util.regex.Pattern;

/** Tells by its words whether a piece of text may hold a password. */
final class SecretText {
  private static final Pattern SECRET =
      Pattern.compile("password\\s*=|postgres(?:ql)?://[^\\s/@]*:", Pattern.CASE_INSENSITIVE);

  private static final Pattern PART = Pattern.compile("pass|://", Pattern.CASE_INSENSITIVE);

  // Two words in a row begin a statement or a sentence; a connection string has none.
  private static final Pattern TWO_WORDS =
      Pattern.compile("\\s*\\w+\\s+\\w+(?!\\w|\\s*=).*", Pattern.DOTALL);

  private SecretText() {}

  static boolean in(String text) {
    return SECRET.matcher(text).find();
  }

  /** Whether it looks like a connection string, or a part of one, with a password. */
  static boolean ofConnection(String text) {
    return in(text) && !TWO_WORDS.matcher(text).matches();
  }

  /** Whether it may be a part of one that is put together. */
  static boolean begins(String text) {
    return PART.matcher(text).find();
  }
}
