package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** A person's terminal: line editing, completion, history, hidden secrets, Ctrl-C. */
public final class TerminalConsole implements Console {
  private static final int WIDTH = 80;
  private static final int HEIGHT = 24;

  private final Terminal terminal;
  private final Attributes cooked;
  private final LineReaders readers;
  private final TerminalLook look;
  private final StatusLines status;
  private final Editor editor;
  private final PagerProgram pager;

  /** What is to be told while the pager has the terminal. */
  private final List<Line> heldBack = new ArrayList<>();

  private boolean paging;
  private volatile boolean lent;

  TerminalConsole(
      Terminal terminal, Conversation conversation, StateFolder state, Colours colours) {
    this(terminal, conversation, state, colours, Map.of());
  }

  TerminalConsole(
      Terminal terminal,
      Conversation conversation,
      StateFolder state,
      Colours colours,
      Map<String, String> environment) {
    this.editor = new Editor(environment);
    this.pager = new PagerProgram(environment);
    this.terminal = terminal;
    this.cooked = new Attributes(terminal.getAttributes());
    this.look = new TerminalLook(terminal, conversation.settings(), colours);
    this.readers = new LineReaders(terminal, conversation, state, look, this::editedLine);
    this.status = new StatusLines(terminal, look::colours);
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
      return new TerminalConsole(terminal, conversation, state, colours, environment);
    } catch (IOException e) {
      ErrorFields fields = ErrorFields.of("could not open the terminal: " + e.getMessage());
      throw new UserException(UserException.Kind.USAGE, fields, e);
    }
  }

  @Override
  public void print(Line line) {
    synchronized (heldBack) {
      if (paging) {
        heldBack.add(line);
        return;
      }
    }
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
    status.fresh(false);
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
      sized();
      String text = readers.commandLine(prompt, begun);
      status.fresh(true);
      return new Typed.Text(text);
    } catch (UserInterruptException e) {
      return new Typed.Interrupted();
    } catch (EndOfFileException | IllegalStateException e) {
      // The second is what the library throws for a terminal that was closed meanwhile.
      return new Typed.EndOfInput();
    }
  }

  /** A terminal that tells no size, such as a serial line, is one of 80 columns and 24 rows. */
  private void sized() {
    if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
      terminal.setSize(Size.of(WIDTH, HEIGHT));
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
    return decided(question).orElse(false);
  }

  @Override
  public boolean confirmLeaving(String question) {
    return decided(question).orElse(true);
  }

  /** Yes or no, and Ctrl-C is a no; empty where the terminal has ended. */
  private Optional<Boolean> decided(String question) {
    try {
      return answered(() -> Optional.of(readers.answer(question + " (y/N) "))).map(Answer::isYes);
    } catch (UserException e) {
      return Optional.of(false);
    }
  }

  @Override
  public List<String> history() {
    return readers.history();
  }

  private String editedLine(String text) {
    return edited(text).orElse(text);
  }

  /** The editor has the terminal as this process found it, and gives it back so. */
  @Override
  public Optional<String> edited(String text) {
    Lent lent = new Lent();
    try {
      return answered(() -> Optional.of(editor.edited(text)));
    } finally {
      lent.close();
    }
  }

  @Override
  public Optional<String> answer(String prompt) {
    return answered(() -> Optional.of(readers.answer(prompt)));
  }

  @Override
  public int program(ProcessBuilder program) throws IOException {
    Lent lent = new Lent();
    try {
      return Waiting.forEnd(program.start());
    } finally {
      lent.close();
    }
  }

  @Override
  public Optional<Pager> pager() {
    Optional<String> command = pager.command();
    if (command.isEmpty() || terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      return Optional.empty();
    }
    Lent lent = new Lent();
    try {
      Pager started = pager.start(command.get(), look.colours(), lent::close);
      synchronized (heldBack) {
        paging = true;
      }
      return Optional.of(started);
    } catch (IOException e) {
      lent.close();
      return Optional.empty();
    }
  }

  @Override
  public boolean lent() {
    return lent;
  }

  private void tellHeldBack() {
    List<Line> told;
    synchronized (heldBack) {
      paging = false;
      told = List.copyOf(heldBack);
      heldBack.clear();
    }
    told.forEach(this::print);
  }

  /** The terminal in the hands of another program, until it is closed. */
  private final class Lent {
    private final Attributes before = terminal.getAttributes();
    private final boolean pauses = terminal.canPauseResume() && !terminal.paused();

    Lent() {
      lent = true;
      status.fresh(false);
      status.standAside(true);
      terminal.flush();
      terminal.setAttributes(cooked);
      if (pauses) {
        terminal.pause();
      }
    }

    void close() {
      terminal.setAttributes(before);
      if (pauses) {
        terminal.resume();
      }
      status.standAside(false);
      lent = false;
      tellHeldBack();
    }
  }

  private Optional<String> answered(Question question) {
    status.standAside(true);
    try {
      return question.ask();
    } catch (UserInterruptException e) {
      ErrorFields fields = ErrorFields.of("canceled by the user");
      throw new UserException(UserException.Kind.INTERRUPTED, fields, e);
    } catch (EndOfFileException | IllegalStateException e) {
      // The second is what the library throws for a terminal that was closed meanwhile.
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
    return status.possible() && !look.plain();
  }

  @Override
  public void status(List<Line> lines) {
    status.show(lines);
  }

  @Override
  public int width() {
    try {
      return terminal.getColumns() > 0 ? terminal.getColumns() : WIDTH;
    } catch (IllegalStateException e) {
      // Closed, as in print.
      return WIDTH;
    }
  }

  @Override
  public int height() {
    boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    try {
      return dumb ? 0 : Math.max(0, terminal.getRows());
    } catch (IllegalStateException e) {
      // Closed, as in print.
      return 0;
    }
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
