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
   * @param number from 1, within its folder
   * @param folder as it was named; empty for the lessons of the shell
   * @param key by which its state is kept
   * @param name by which it is called
   */
  record Entry(int number, String folder, String key, String name, Lesson lesson) {
    /** The shortest that calls it: a number is one of the shell's own lessons. */
    String call() {
      return folder.isEmpty() ? String.valueOf(number) : name;
    }
  }

  /**
   * What was found in a file or a folder.
   *
   * @param mistakes of the files that are no lessons
   */
  record Taken(List<Entry> entries, List<UserException> mistakes) {
    Taken {
      entries = List.copyOf(entries);
      mistakes = List.copyOf(mistakes);
    }
  }

  LessonShelf() {
    int number = 0;
    for (Lesson lesson : BuiltInLessons.all()) {
      entries.add(new Entry(++number, "", lesson.name(), lesson.name(), lesson));
    }
  }

  private Entry add(Entry entry) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(entry.key())) {
        // Its file may have been changed since.
        entries.set(i, entry);
        return entry;
      }
    }
    entries.add(entry);
    return entry;
  }

  List<Entry> all() {
    return List.copyOf(entries);
  }

  /** The lesson after that one. */
  Optional<Entry> after(Entry entry) {
    return entries.stream()
        .filter(each -> each.folder().equals(entry.folder()))
        .filter(each -> each.number() == entry.number() + 1)
        .findFirst();
  }

  /**
   * Puts the lessons of a file or a folder on the shelf.
   *
   * @param typed as messages name it
   * @throws UserException where there is none, or where the one file has a mistake
   */
  Taken take(Path path, String typed) {
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
    List<Entry> taken = new ArrayList<>();
    List<UserException> mistakes = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      String named = before.isEmpty() ? typed : before + file.getFileName();
      try {
        Lesson lesson = LessonParser.parse(name(file), named, text(file, named));
        taken.add(add(entry(file, numberOf(file), named, lesson)));
      } catch (UserException e) {
        if (before.isEmpty()) {
          throw e;
        }
        mistakes.add(e);
      }
    }
    return new Taken(taken, mistakes);
  }

  private Entry entry(Path file, int number, String named, Lesson lesson) {
    Path whole = file.toAbsolutePath().normalize();
    boolean taken =
        entries.stream()
            .filter(each -> !each.key().equals(whole.toString()))
            .anyMatch(each -> each.name().equals(lesson.name()));
    return new Entry(
        number,
        String.valueOf(whole.getParent()),
        whole.toString(),
        taken ? named : lesson.name(),
        lesson);
  }

  /** Its place among the lessons of its folder. */
  private static int numberOf(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return lessonsIn(Optional.ofNullable(whole.getParent()).orElse(whole)).indexOf(whole) + 1;
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
        .filter(each -> each.folder().isEmpty())
        .filter(each -> typed.equals(String.valueOf(each.number())))
        .findFirst()
        .or(() -> entries.stream().filter(each -> each.name().equals(typed)).findFirst())
        .orElseThrow(
            () ->
                UserException.usage(
                    "there is no lesson \"" + typed + "\"",
                    NearestName.hint(typed, entries.stream().map(Entry::name).toList())
                        .orElse("See the lessons: learn")));
  }
}
