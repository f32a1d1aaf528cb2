package io.linkspan.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lessons that come with the shell, in the order that teaches. */
public final class BuiltInLessons {
  private BuiltInLessons() {}

  /** All of them. */
  public static List<Lesson> all() {
    return names().stream().map(BuiltInLessons::lesson).toList();
  }

  /** Their names alone, which cost little. */
  public static List<String> names() {
    return text("lessons.txt").lines().filter(name -> !name.isBlank()).toList();
  }

  private static Lesson lesson(String name) {
    return LessonParser.parse(name, name + ".txt", text(name + ".txt"));
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(BuiltInLessons.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
