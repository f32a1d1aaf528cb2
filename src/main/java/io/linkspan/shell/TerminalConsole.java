package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** A person's terminal: line editing, completion, history, hidden secrets, Ctrl-C. */
public final class TerminalConsole implements Console {
  private static final int WIDTH = 80;

  private final Terminal terminal;
  private final LineReaders readers;
  private final StatusLines status;
  private final Editor editor;

  TerminalConsole(
      Terminal terminal, Conversation conversation, StateFolder state, Colours colours) {
    this(terminal, conversation, state, colours, new Editor(Map.of()));
  }

  private TerminalConsole(
      Terminal terminal,
      Conversation conversation,
      StateFolder state,
      Colours colours,
      Editor editor) {
    this.editor = editor;
    this.terminal = terminal;
    this.readers = new LineReaders(terminal, conversation, state.history(), colours);
    this.status = new StatusLines(terminal, colours);
  }

  /**
   * The terminal of this process.
   *
   * @throws UserException where the terminal cannot be used
   */
  public static TerminalConsole open(
      Conversation conversation,
      StateFolder state,
      Map<String, String> environment,
      boolean noColour) {
    try {
      Terminal terminal = SystemTerminal.open(environment);
      boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
      Colours colours = Colours.chosen(environment, !dumb, noColour);
      return new TerminalConsole(terminal, conversation, state, colours, new Editor(environment));
    } catch (IOException e) {
      ErrorFields fields = ErrorFields.of("could not open the terminal: " + e.getMessage());
      throw new UserException(UserException.Kind.USAGE, fields, e);
    }
  }

  @Override
  public void print(Line line) {
    try {
      status.print(line);
    } catch (IllegalStateException e) {
      // Closed by the end of the process while a command still ends: nobody looks any more.
    }
  }

  @Override
  public void remark(Line line) {
    print(line);
    flush();
  }

  @Override
  public Writer data() {
    return new VisibleWriter(terminal.writer());
  }

  @Override
  public void flush() {
    try {
      terminal.flush();
    } catch (IllegalStateException e) {
      // Closed, as in print.
    }
  }

  @Override
  public Typed read(Line prompt, String begun) {
    try {
      return new Typed.Text(readers.commandLine(prompt, begun));
    } catch (UserInterruptException e) {
      return new Typed.Interrupted();
    } catch (EndOfFileException | IllegalStateException e) {
      // The second is what the library throws for a terminal that was closed meanwhile.
      return new Typed.EndOfInput();
    }
  }

  @Override
  public Optional<String> secret(String prompt) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB)
        ? answered(() -> new HiddenLine(terminal).read(prompt))
        : answered(() -> Optional.of(readers.hiddenAnswer(prompt)));
  }

  @Override
  public boolean confirm(String question) {
    return answered(() -> Optional.of(readers.answer(question + " (y/N) ")))
        .filter(Answer::isYes)
        .isPresent();
  }

  /** The editor has the terminal as this process found it, and gives it back so. */
  @Override
  public Optional<String> edited(String text) {
    Attributes before = terminal.getAttributes();
    boolean pauses = terminal.canPauseResume() && !terminal.paused();
    try {
      return answered(
          () -> {
            terminal.flush();
            if (pauses) {
              terminal.pause();
            }
            return Optional.of(editor.edited(text));
          });
    } finally {
      terminal.setAttributes(before);
      if (pauses) {
        terminal.resume();
      }
    }
  }

  private Optional<String> answered(Question question) {
    status.standAside(true);
    try {
      return question.ask();
    } catch (UserInterruptException e) {
      ErrorFields fields = ErrorFields.of("canceled by the user");
      throw new UserException(UserException.Kind.INTERRUPTED, fields, e);
    } catch (EndOfFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      status.standAside(false);
    }
  }

  /** Waits for an answer. */
  private interface Question {
    Optional<String> ask() throws IOException;
  }

  @Override
  public boolean canRedraw() {
    return status.possible();
  }

  @Override
  public void status(List<Line> lines) {
    status.show(lines);
  }

  @Override
  public int width() {
    return terminal.getColumns() > 0 ? terminal.getColumns() : WIDTH;
  }

  @Override
  public boolean terminal() {
    return true;
  }

  @Override
  public void interruptsGoTo(Runnable handler) {
    terminal.handle(
        Terminal.Signal.INT,
        signal -> {
          status.interrupted();
          handler.run();
        });
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
