package io.linkspan.lesson;

import io.linkspan.pg.NearestName;
import java.util.List;

/** What to type instead of what is wrong in a lesson. */
final class LessonHints {
  private LessonHints() {}

  /** For a word that begins no entry. */
  static String word(String word) {
    return oneOf(word, LessonText.WORDS);
  }

  /** The nearest of the words, or all of them. */
  static String oneOf(String word, List<String> known) {
    return NearestName.hint(word, known).orElse("Write one of: " + String.join(", ", known) + ".");
  }
}
