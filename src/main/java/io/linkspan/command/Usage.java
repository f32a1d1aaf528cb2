package io.linkspan.command;

import java.util.List;

/**
 * How a command is typed and what it does.
 *
 * @param group the heading that it is listed under
 * @param words the words that call it, the first one is its name; {@code \d} is a word too
 * @param forms how it is typed, one line each
 * @param summary one sentence without full stop
 * @param details more sentences; may be empty
 * @param examples lines that can be typed on the sandbox
 */
record Usage(
    Group group,
    List<String> words,
    List<String> forms,
    String summary,
    String details,
    List<String> examples) {

  /** The headings, in the order of the help screen. */
  enum Group {
    CONNECTIONS("Connections"),
    LOOKING("Looking around"),
    PLANNING("Planning a copy"),
    RUNNING("Running it"),
    SCRIPTS("Scripts"),
    SHELL("The shell"),
    PSQL("As in psql");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  Usage {
    words = List.copyOf(words);
    forms = List.copyOf(forms);
    examples = List.copyOf(examples);
  }

  /** The command's name. */
  String name() {
    return words.get(0);
  }
}
