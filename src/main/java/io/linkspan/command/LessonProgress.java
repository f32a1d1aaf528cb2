package io.linkspan.command;

import io.linkspan.configfile.PrivateFile;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where somebody stopped in each lesson, kept in a file of the state folder that only the user may
 * read: a line for each lesson, with {@code done} or the number of the next step before its key.
 */
final class LessonProgress {
  private static final String DONE = "done";

  private final Path file;

  LessonProgress(Path stateFolder) {
    this.file = stateFolder.resolve("lessons");
  }

  /** Whether the lesson was gone through, and where its learner stopped since. */
  record State(boolean done, int step) {
    static final State NEW = new State(false, 1);

    /** Whether it was begun and not gone through. */
    boolean stopped() {
      return step > 1;
    }
  }

  State of(String key) {
    return read().getOrDefault(key, State.NEW);
  }

  /** Keeps that the learner stands before that step, from 1. */
  void at(String key, int step) {
    keep(key, new State(of(key).done(), step));
  }

  void done(String key) {
    keep(key, new State(true, 1));
  }

  private void keep(String key, State state) {
    Map<String, State> all = read();
    all.put(key, state);
    StringBuilder text = new StringBuilder();
    all.forEach(
        (each, its) ->
            text.append(its.done() ? DONE + " " : "")
                .append(its.step())
                .append(' ')
                .append(each)
                .append('\n'));
    try {
      PrivateFile.replace(file, text.toString());
    } catch (IOException e) {
      throw UserException.usage(
          "could not keep where you are in the lesson: " + e.getClass().getSimpleName(),
          "Make sure that \"" + file + "\" can be written.");
    }
  }

  /** What is kept; a line that cannot be understood is left out. */
  private Map<String, State> read() {
    Map<String, State> states = new TreeMap<>();
    for (String line : text().lines().toList()) {
      boolean done = line.startsWith(DONE + " ");
      String[] parts = (done ? line.substring(DONE.length() + 1) : line).split(" ", 2);
      number(parts[0])
          .filter(step -> parts.length == 2)
          .ifPresent(step -> states.put(parts[1], new State(done, step)));
    }
    return states;
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      // Who cannot read it begins anew; writing it tells what is wrong.
      return "";
    }
  }
}
