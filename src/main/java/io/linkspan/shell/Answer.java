package io.linkspan.shell;

import java.util.Locale;

/** What a person answers to a yes-or-no question. */
final class Answer {
  private Answer() {}

  static boolean isYes(String typed) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    return word.equals("y") || word.equals("yes");
  }
}
