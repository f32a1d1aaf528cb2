package io.linkspan.pasted;

import java.util.regex.Pattern;

/** Tells by its words whether a piece of text may hold a password. */
final class SecretText {
  private static final Pattern SECRET =
      Pattern.compile("password\\s*=|postgres(?:ql)?://[^\\s/@]*:", Pattern.CASE_INSENSITIVE);

  private static final Pattern PART = Pattern.compile("pass|://", Pattern.CASE_INSENSITIVE);

  private SecretText() {}

  static boolean in(String text) {
    return SECRET.matcher(text).find();
  }

  /** Whether it may be a part of one that is put together. */
  static boolean begins(String text) {
    return PART.matcher(text).find();
  }
}
