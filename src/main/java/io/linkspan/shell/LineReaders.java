package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.report.Line;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The two line readers of a terminal: one for commands, one for answers that nobody keeps. */
final class LineReaders {
  /** Nothing is shown of what is typed. */
  private static final Character HIDDEN = '\0';

  private static final int KEPT_LINES = 10_000;

  private final Terminal terminal;
  private final Colours colours;
  private final LineReader commands;
  private @Nullable LineReader plain;

  LineReaders(Terminal terminal, Conversation conversation, Path history, Colours colours) {
    this.colours = colours;
    this.terminal = terminal;
    CommandReader reader = new CommandReader(terminal);
    reader.setParser(new ConversationParser(conversation));
    reader.setVariable(LineReader.HISTORY_SIZE, KEPT_LINES);
    reader.setVariable(LineReader.HISTORY_FILE_SIZE, KEPT_LINES);
    if (canBeKept(history)) {
      reader.setVariable(LineReader.HISTORY_FILE, history);
    }
    reader.setHistory(new LineHistory(conversation));
    reader.option(Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(Option.BRACKETED_PASTE, true);
    reader.option(Option.CASE_INSENSITIVE, true);
    reader.option(Option.COMPLETE_MATCHER_TYPO, false);
    reader.option(Option.COMPLETE_MATCHER_CAMELCASE, false);
    if (colours.on()) {
      reader.setHighlighter(new InputHighlighter());
    } else {
      reader.setOpt(Option.DISABLE_HIGHLIGHTER);
    }
    this.commands = reader;
  }

  /** Without a place for it, the history lasts as long as the session. */
  private static boolean canBeKept(Path history) {
    try {
      StateFolder.prepare(history);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits for a complete input after the prompt. */
  String commandLine(Line prompt, String begun) {
    // The reader puts the mark of what is waited for in the place of %M.
    commands.setVariable(
        LineReader.SECONDARY_PROMPT_PATTERN,
        ContinuationPrompt.of(literal(prompt.text()), "%M") + " ");
    return commands.readLine(
        literal(colours.rendered(prompt)) + " ",
        null,
        (Character) null,
        begun.isEmpty() ? null : begun);
  }

  /** Waits for an answer, of which nothing is shown. */
  String hiddenAnswer(String prompt) {
    return plain().readLine(literal(prompt), HIDDEN);
  }

  /** Waits for an answer. */
  String answer(String prompt) {
    return plain().readLine(literal(prompt));
  }

  /** A reader without multi-line input, completion and history. */
  private LineReader plain() {
    LineReader reader = plain;
    if (reader == null) {
      reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser((line, cursor, context) -> WordAtCursor.whole(line, cursor))
              .variable(LineReader.DISABLE_HISTORY, true)
              .option(Option.DISABLE_EVENT_EXPANSION, true)
              .option(Option.DISABLE_HIGHLIGHTER, true)
              .build();
      plain = reader;
    }
    return reader;
  }

  /** A prompt in which no percent sign means anything. */
  private static String literal(String prompt) {
    return prompt.replace("%", "%%");
  }
}
