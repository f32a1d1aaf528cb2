package io.linkspan.command;

import io.linkspan.lesson.BuiltInLessons;
import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.LessonParser;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lessons that can be learned: those of the shell, then a team's own. */
final class LessonShelf {
  private static final String ENDING = ".txt";

  private final List<Entry> entries = new ArrayList<>();

  /**
   * A lesson on the shelf.
   *
   * @param number from 1
   * @param key by which its state is kept
   */
  record Entry(int number, String key, Lesson lesson) {}

  LessonShelf() {
    BuiltInLessons.all().forEach(lesson -> add(lesson.name(), lesson));
  }

  private Entry add(String key, Lesson lesson) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(key)) {
        // Its file may have been changed since.
        entries.set(i, new Entry(i + 1, key, lesson));
        return entries.get(i);
      }
    }
    Entry entry = new Entry(entries.size() + 1, key, lesson);
    entries.add(entry);
    return entry;
  }

  List<Entry> all() {
    return List.copyOf(entries);
  }

  /** The lesson after that one. */
  Optional<Entry> after(Entry entry) {
    return entries.stream().filter(each -> each.number() == entry.number() + 1).findFirst();
  }

  /**
   * Puts the lessons of a file or a folder on the shelf.
   *
   * @param typed as messages name it
   * @throws UserException where there is none, or where one of them has a mistake
   */
  List<Entry> take(Path path, String typed) {
    if (!Files.exists(path)) {
      throw UserException.usage(
          "there is no file or folder \"" + typed + "\"", "See the lessons: learn");
    }
    List<Path> files = Files.isDirectory(path) ? lessonsIn(path) : List.of(path);
    if (files.isEmpty()) {
      throw UserException.usage(
          "folder \"" + typed + "\" has no lesson",
          "A lesson is a file whose name ends in .txt; docs/writing-lessons.md says how it is"
              + " written.");
    }
    String before = Files.isDirectory(path) ? typed.replaceAll("/+$", "") + "/" : "";
    List<Lesson> lessons = new ArrayList<>();
    for (Path file : files) {
      String named = before.isEmpty() ? typed : before + file.getFileName();
      lessons.add(LessonParser.parse(name(file), named, text(file, named)));
    }
    List<Entry> taken = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      taken.add(add(files.get(i).toAbsolutePath().normalize().toString(), lessons.get(i)));
    }
    return List.copyOf(taken);
  }

  private static List<Path> lessonsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder.toString(), e);
    }
  }

  /** The file's name without its ending and the number that orders it. */
  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    String bare = name.endsWith(ENDING) ? name.substring(0, name.length() - 4) : name;
    return bare.replaceFirst("^\\d+[-_ ]+(?=.)", "");
  }

  private static String text(Path file, String named) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(named, e);
    }
  }

  private static UserException unreadable(String named, IOException e) {
    return UserException.usage(
        "could not read \"%s\": %s".formatted(named, e.getClass().getSimpleName()),
        "A lesson is a text in UTF-8 that you may read.");
  }

  /**
   * The lesson of that name or number.
   *
   * @throws UserException where there is none, with the nearest
   */
  Entry require(String typed) {
    return entries.stream()
        .filter(each -> typed.equals(String.valueOf(each.number())))
        .findFirst()
        .or(() -> entries.stream().filter(each -> each.lesson().name().equals(typed)).findFirst())
        .orElseThrow(
            () ->
                UserException.usage(
                    "there is no lesson \"" + typed + "\"",
                    NearestName.hint(
                            typed, entries.stream().map(each -> each.lesson().name()).toList())
                        .orElse("See the lessons: learn")));
  }
}
