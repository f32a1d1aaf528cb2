package io.linkspan.lesson;

import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a lesson taken apart: its title, what stands before the first step, and the steps,
 * each as a text and entries. An entry is a word with a colon at the beginning of a line; the
 * indented lines below it go on with it.
 *
 * @param file as it was named
 * @param titleLine the line of the title, from 1
 */
record LessonText(String file, String title, int titleLine, Part head, List<Part> steps) {
  static final List<String> WORDS =
      List.of(
          "about",
          "servers",
          "data",
          "link",
          "setup",
          "try",
          "check",
          "otherwise",
          "then",
          "hint",
          "right",
          "wrong");

  private static final Pattern ENTRY = Pattern.compile("([A-Za-z]+)((?: [A-Za-z]+)*):(?: (.*))?");
  private static final String INDENT = "  ";

  /**
   * A part of the text.
   *
   * @param line where it begins, from 1
   */
  record Part(String title, int line, List<String> text, List<Entry> entries) {}

  /**
   * An entry.
   *
   * @param subject what stands between its word and the colon; mostly empty
   * @param lines what it says, without the indentation
   */
  record Entry(String word, String subject, int line, List<String> lines) {
    String joined() {
      return String.join("\n", lines).strip();
    }
  }

  /**
   * Takes the text apart.
   *
   * @throws UserException with the place, for what is no lesson
   */
  static LessonText parse(String file, String text) {
    return new Reader(file).read(text.lines().toList());
  }

  UserException error(int line, String message, String hint) {
    return error(file, line, message, hint);
  }

  private static UserException error(String file, int line, String message, String hint) {
    return UserException.usage("%s:%d: %s".formatted(file, line, message), hint);
  }

  /** Goes over the lines. */
  private static final class Reader {
    private final String file;
    private final List<Part> steps = new ArrayList<>();
    private Part part = new Part("", 1, new ArrayList<>(), new ArrayList<>());
    private String title = "";
    private int titleLine;

    Reader(String file) {
      this.file = file;
    }

    LessonText read(List<String> lines) {
      Part head = part;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).replace("\t", INDENT).stripTrailing();
        take(i == 0 && line.startsWith("\ufeff") ? line.substring(1) : line, i + 1);
      }
      if (title.isEmpty()) {
        throw error(file, 1, "the lesson has no title", "Begin the file with a line: # TITLE");
      }
      return new LessonText(file, title, titleLine, head, List.copyOf(steps));
    }

    private void take(String line, int number) {
      if (line.startsWith("## ")) {
        requireTitle(number);
        part = new Part(line.substring(3).strip(), number, new ArrayList<>(), new ArrayList<>());
        steps.add(part);
      } else if (line.startsWith("# ") && title.isEmpty()) {
        title = line.substring(2).strip();
        titleLine = number;
      } else if (line.startsWith("#")) {
        throw error(
            file,
            number,
            "a heading is \"# TITLE\" once, and \"## STEP\" for each step",
            "Write a step's heading with two # and a blank: ## STEP");
      } else if (line.isBlank() || line.startsWith(INDENT)) {
        goOn(line, number);
      } else {
        requireTitle(number);
        begin(line, number);
      }
    }

    private void requireTitle(int number) {
      if (title.isEmpty()) {
        throw error(file, number, "the lesson has no title", "Begin the file with a line: # TITLE");
      }
    }

    private void goOn(String line, int number) {
      if (!part.entries().isEmpty()) {
        Entry entry = part.entries().get(part.entries().size() - 1);
        entry.lines().add(line.isBlank() ? "" : line.substring(INDENT.length()));
      } else if (part.line() > 1) {
        part.text().add(line);
      } else if (!line.isBlank()) {
        throw error(
            file, number, "text before the first step", "Begin a step first with a line: ## STEP");
      }
    }

    private void begin(String line, int number) {
      Matcher matcher = ENTRY.matcher(line);
      boolean entry = matcher.matches();
      String word = entry ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
      if (entry && WORDS.contains(word)) {
        List<String> lines = new ArrayList<>();
        Optional.ofNullable(matcher.group(3))
            .filter(first -> !first.isBlank())
            .ifPresent(first -> lines.add(first.strip()));
        part.entries().add(new Entry(word, matcher.group(2).strip(), number, lines));
      } else if (part.line() > 1 && part.entries().isEmpty()) {
        part.text().add(line);
      } else {
        throw entry
            ? error(file, number, "unknown word \"" + word + "\"", LessonHints.word(word))
            : error(
                file,
                number,
                "a line that belongs to nothing",
                "Indent it by two blanks, so that it goes on with the line above; or begin it with"
                    + " one of: "
                    + String.join(", ", WORDS));
      }
    }
  }
}
