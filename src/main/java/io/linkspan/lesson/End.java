package io.linkspan.lesson;

import java.util.Locale;
import java.util.Optional;

/** One end of the route that a lesson runs on. */
public enum End {
  /** The source, {@code archive} on the sandbox. */
  ARCHIVE,
  /** The target, {@code main} on the sandbox. */
  MAIN;

  /** The end that a lesson calls by that word. */
  static Optional<End> named(String word) {
    return switch (word) {
      case "archive", "source" -> Optional.of(ARCHIVE);
      case "main", "target" -> Optional.of(MAIN);
      default -> Optional.empty();
    };
  }

  /** Its name on the sandbox. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
