package io.linkspan.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The library's line reader, with what it draws drawn here, and with the vi keys made only when
 * they are asked for: to bind them all takes a good part of the time to the prompt.
 */
final class CommandReader extends MenuReader {
  private static final String SWITCH_TO_VI = KeyMap.ctrl('X') + KeyMap.ctrl('V');
  private static final String INSERT_LINE = "insert-line-end";

  private final InputDrawing drawing;
  private final UnaryOperator<String> editor;
  private final boolean dumb;
  private @Nullable Thread typing;
  private String primary = "";
  private String continued = "";
  private boolean vi;
  private boolean plainLists;

  /**
   * A reader of commands.
   *
   * @param editor shows a text in the user's editor and gives it as it was left
   */
  CommandReader(Terminal terminal, InputDrawing drawing, UnaryOperator<String> editor) {
    super(terminal, "linkspan", new HashMap<>());
    this.drawing = drawing;
    this.dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    this.editor = editor;
    getWidgets().put(INSERT_LINE, this::insertLineEnd);
    getKeyMaps().get(EMACS).bind(new Reference(INSERT_LINE), "\u001b\r", "\u001b\n");
    historyOnArrows(getKeyMaps().get(EMACS));
  }

  /** Has the keys be those of vi, or of emacs, from the next line on. */
  void viKeys(boolean vi) {
    if (vi == this.vi || dumb) {
      return;
    }
    this.vi = vi;
    if (vi) {
      ViKeys.bind(this, super.viInsertion(), super.viCmd(), super.viOpp(), super.visual());
      historyOnArrows(getKeyMaps().get(VIINS));
    }
    getKeyMaps().put(MAIN, getKeyMaps().get(vi ? VIINS : EMACS));
  }

  /**
   * Waits for a text after the prompt.
   *
   * @param continued the prompt without colours, of which those of further lines are made
   */
  String command(String prompt, String continued, String begun) {
    this.primary = prompt;
    this.continued = continued;
    typing = Thread.currentThread();
    try {
      return readLine(prompt, null, (Character) null, begun.isEmpty() ? null : begun);
    } finally {
      typing = null;
    }
  }

  /** As in psql: the arrows go through the history, whatever is typed already. */
  private void historyOnArrows(KeyMap<Binding> keys) {
    Reference up = new Reference(LineReader.UP_LINE_OR_HISTORY);
    Reference down = new Reference(LineReader.DOWN_LINE_OR_HISTORY);
    keys.bind(up, "\u001b[A", "\u001bOA");
    keys.bind(down, "\u001b[B", "\u001bOB");
  }

  /** Has TAB print what may be typed above the line, instead of drawing a menu below it. */
  void listsPlainly(boolean plainly) {
    plainLists = plainly;
  }

  @Override
  protected boolean doList(
      List<Candidate> possible,
      String completed,
      boolean runLoop,
      BiFunction<CharSequence, Boolean, CharSequence> escaper,
      boolean forSuggestion) {
    if (!plainLists) {
      return super.doList(possible, completed, runLoop, escaper, forSuggestion);
    }
    printAbove(String.join(System.lineSeparator(), PlainList.lines(possible)));
    return false;
  }

  private boolean insertLineEnd() {
    getBuffer().write("\n");
    return true;
  }

  /** Nothing of what is pasted steers anything; the ends of its lines are line ends. */
  @Override
  public boolean beginPaste() {
    String pasted = doReadStringUntil(BRACKETED_PASTE_END);
    getBuffer().write(Pasted.text(pasted));
    return true;
  }

  /** Opens the text in the editor; it comes back edited, and is not run. */
  @Override
  protected boolean editAndExecute() {
    Attributes raw = getTerminal().getAttributes();
    getTerminal().writer().write(BRACKETED_PASTE_OFF);
    getTerminal().flush();
    Optional<String> edited = Optional.empty();
    try {
      edited = Optional.of(editor.apply(getBuffer().toString()).stripTrailing());
    } catch (io.linkspan.pg.UserException e) {
      printAbove(e.fields().message());
    } finally {
      getTerminal().setAttributes(raw);
      getTerminal().writer().write(BRACKETED_PASTE_ON);
    }
    edited.ifPresent(
        text -> {
          getBuffer().clear();
          getBuffer().write(text);
        });
    redrawLine();
    return true;
  }

  /** Where more is typed already, the screen is drawn once at the end of it. */
  @Override
  protected void redisplay(boolean flush) {
    if (flush && Thread.currentThread() == typing && moreIsTyped()) {
      return;
    }
    if (vi) {
      setPrompt(lead() + primary);
    }
    super.redisplay(flush);
  }

  private boolean moreIsTyped() {
    // A dumb terminal is drawn on only once.
    return !dumb && reading && state == State.NORMAL && bindingReader.peekCharacter(1) >= 0;
  }

  /** The mode of the vi keys, as readline's show-mode-in-prompt has it. */
  private String lead() {
    return !vi ? "" : isInViCmdMode() ? "(cmd) " : "(ins) ";
  }

  @Override
  public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> furtherPrompts) {
    boolean finished = !reading || state != State.NORMAL;
    String typed = buf.toString();
    AttributedString text = drawing.text(typed, finished ? -1 : buf.cursor());
    List<AttributedString> lines = text.columnSplitLength(Integer.MAX_VALUE);
    List<String> plain = lines.stream().map(AttributedString::toString).toList();
    furtherPrompts.addAll(drawing.prompts(continued, lead(), plain));
    AttributedStringBuilder last = new AttributedStringBuilder().tabs(getTabWidth());
    AttributedStringBuilder full = new AttributedStringBuilder().tabs(getTabWidth());
    for (int i = 0; i < lines.size(); i++) {
      AttributedString before = i == 0 ? prompt : furtherPrompts.get(i - 1);
      full.append(i == 0 ? "" : "\n").append(before).append(lines.get(i));
      if (i == lines.size() - 1) {
        last.append(before).append(lines.get(i));
      }
    }
    if (!finished && post == null && searchTerm == null && buf.cursor() == buf.length()) {
      full.append(drawing.hint(typed, columnsLeft(last.columnLength(getTerminal()))));
    }
    if (post != null) {
      full.append("\n").append(post.get());
    }
    return full.toAttributedString();
  }

  /** The last column stays free, for terminals differ in what becomes of a cursor behind it. */
  private int columnsLeft(int used) {
    int columns = size.getColumns();
    return columns <= 0 ? 0 : columns - 1 - used % columns;
  }

  @Override
  public KeyMap<Binding> emacs() {
    KeyMap<Binding> keys = super.emacs();
    keys.unbind(SWITCH_TO_VI);
    return keys;
  }

  @Override
  public KeyMap<Binding> viCmd() {
    return new KeyMap<>();
  }

  @Override
  public KeyMap<Binding> viInsertion() {
    return new KeyMap<>();
  }

  @Override
  public KeyMap<Binding> viOpp() {
    return new KeyMap<>();
  }

  @Override
  public KeyMap<Binding> visual() {
    return new KeyMap<>();
  }
}
