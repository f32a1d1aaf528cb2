package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.report.Line;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The two line readers of a terminal: one for commands, one for answers that nobody keeps. */
final class LineReaders {
  /** Nothing is shown of what is typed. */
  private static final Character HIDDEN = '\0';

  /** Characters up to which every change can be undone. */
  private static final int UNDONE = 4_000;

  private final Terminal terminal;
  private final TerminalLook look;
  private final InputDrawing drawing;
  private final Histories histories;
  private final ConversationParser parser;
  private final CommandReader commands;
  private @Nullable LineReader plain;

  LineReaders(
      Terminal terminal,
      Conversation conversation,
      StateFolder state,
      TerminalLook look,
      UnaryOperator<String> editor) {
    this.look = look;
    this.terminal = terminal;
    this.histories = new Histories(conversation, state);
    this.drawing = new InputDrawing(conversation);
    CommandReader reader = new CommandReader(terminal, drawing, editor);
    this.parser = new ConversationParser(conversation);
    reader.setParser(parser);
    reader.setVariable(LineReader.FEATURES_MAX_BUFFER_SIZE, UNDONE);
    reader.option(Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(Option.BRACKETED_PASTE, true);
    reader.option(Option.CASE_INSENSITIVE, true);
    reader.option(Option.COMPLETE_MATCHER_TYPO, false);
    reader.option(Option.COMPLETE_MATCHER_CAMELCASE, false);
    this.commands = reader;
  }

  /** Waits for a complete input after the prompt. */
  String commandLine(Line prompt, String begun) {
    histories.attach(commands);
    if (look.dumb()) {
      return dumbLines(prompt.text());
    }
    drawing.begin(look.input());
    commands.viKeys(look.viKeys());
    commands.listsPlainly(look.plain());
    commands.menuStyles(look.colours().on());
    return commands.command(literal(look.colours().rendered(prompt)) + " ", prompt.text(), begun);
  }

  /** Lines until they are complete; the terminal's driver lets edit each of them. */
  private String dumbLines(String prompt) {
    commands.getHistory().attach(commands);
    DumbLine reader = new DumbLine(terminal);
    StringBuilder text = new StringBuilder(reader.read(prompt + " "));
    String waitsFor = parser.waitsFor(text.toString());
    while (!waitsFor.isEmpty()) {
      String mark = ContinuationPrompt.mark(waitsFor);
      text.append('\n').append(reader.read(ContinuationPrompt.of(prompt, mark) + " "));
      waitsFor = parser.waitsFor(text.toString());
    }
    commands.getHistory().add(text.toString());
    return text.toString();
  }

  /** The lines typed so far on this route, oldest first. */
  List<String> history() {
    return Histories.lines(commands.getHistory());
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
