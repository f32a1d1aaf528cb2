package io.linkspan.shell;

import io.linkspan.pg.UserException;
import io.linkspan.report.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.Reference;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * The library's line reader, with what it draws drawn here, and with the vi keys made only when
 * they are asked for: to bind them all takes a good part of the time to the prompt.
 */
final class CommandReader extends MenuReader {
  private static final String SWITCH_TO_VI = KeyMap.ctrl('X') + KeyMap.ctrl('V');
  private static final String INSERT_LINE = "insert-line-end";
  private static final String SUSPEND = "suspend";
  private static final String KILL_BACK = "kill-back-to-blank";
  private static final String INTERRUPT = "interrupt";

  /** Within this time, the signal to go on is the one that ended a suspension. */
  private static final long GOING_ON_NANOS = 1_000_000_000L;

  private final InputDrawing drawing;
  private final UnaryOperator<String> editor;
  private final Attributes cooked;
  private final boolean dumb;
  private @Nullable Thread typing;
  private String primary = "";
  private String continued = "";
  private volatile long goneOn = System.nanoTime() - GOING_ON_NANOS;
  private volatile boolean resized;
  private boolean fresh;
  private DrawnRows drawn = DrawnRows.NONE;
  private boolean away;
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
    this.cooked = new Attributes(terminal.getAttributes());
    getWidgets().put(INSERT_LINE, this::insertLineEnd);
    keys(EMACS).bind(new Reference(INSERT_LINE), "\u001b\r", "\u001b\n");
    getWidgets().put(SUSPEND, this::suspend);
    for (String name : List.of(EMACS, DUMB)) {
      keys(name).bind(new Reference(SUSPEND), KeyMap.ctrl('Z'));
    }
    CommonKeys.bindEmacs(keys(EMACS));
    getWidgets().put(KILL_BACK, this::killBack);
    keys(EMACS).bind(new Reference(KILL_BACK), KeyMap.ctrl('W'));
    setVariable(WORDCHARS, "_");
  }

  private KeyMap<Binding> keys(String name) {
    return Objects.requireNonNull(getKeyMaps().get(name));
  }

  /** Has the keys be those of vi, or of emacs, from the next line on. */
  void viKeys(boolean vi) {
    if (vi == this.vi || dumb) {
      return;
    }
    this.vi = vi;
    if (vi) {
      ViKeys.bind(this, super.viInsertion(), super.viCmd(), super.viOpp(), super.visual());
      for (String name : List.of(VIINS, VICMD)) {
        CommonKeys.bind(keys(name));
        keys(name).bind(new Reference(SUSPEND), KeyMap.ctrl('Z'));
        keys(name).bind(new Reference(INTERRUPT), KeyMap.ctrl('C'));
      }
    }
    getKeyMaps().put(MAIN, keys(vi ? VIINS : EMACS));
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
    // What an input before this one has drawn is output now, which stays.
    drawn = DrawnRows.NONE;
    resized = false;
    fresh = true;
    if (!dumb) {
      // After Ctrl-C, a menu may still stand there.
      getTerminal().puts(Capability.clr_eos);
    }
    try {
      return readLine(prompt, null, (Character) null, begun.isEmpty() ? null : begun);
    } finally {
      typing = null;
    }
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

  /** Ctrl-W as in psql's line editor: whatever stands before the cursor, back to a blank. */
  private boolean killBack() {
    int begin = buf.cursor();
    while (begin > 0 && Character.isWhitespace(buf.atChar(begin - 1))) {
      begin--;
    }
    while (begin > 0 && !Character.isWhitespace(buf.atChar(begin - 1))) {
      begin--;
    }
    killRing.addBackwards(buf.substring(begin, buf.cursor()));
    return buf.backspace(buf.cursor() - begin) > 0;
  }

  /** To the end of a word, as in psql's line editor. */
  @Override
  protected boolean emacsForwardWord() {
    for (int words = Math.max(1, count); words > 0; words--) {
      boolean inside = false;
      while (buf.cursor() < buf.length() && (isWord(buf.currChar()) || !inside)) {
        inside |= isWord(buf.currChar());
        buf.move(1);
      }
    }
    return true;
  }

  /** Gives the terminal back as it was found, stops, and comes back with the same line. */
  private boolean suspend() {
    Attributes raw = getTerminal().getAttributes();
    leave();
    Suspension.stop();
    goneOn = System.nanoTime();
    comeBack(raw);
    return true;
  }

  /** Puts the cursor below all that is drawn, and gives the terminal back as it was found. */
  private void leave() {
    int cursor = buf.cursor();
    buf.cursor(buf.length());
    away = true;
    super.redisplay(true);
    buf.cursor(cursor);
    getTerminal().writer().write(dumb ? "" : BRACKETED_PASTE_OFF);
    getTerminal().puts(Capability.keypad_local);
    getTerminal().writer().println();
    getTerminal().setAttributes(cooked);
    getTerminal().flush();
  }

  private void comeBack(Attributes raw) {
    away = false;
    getTerminal().setAttributes(raw);
    getTerminal().puts(Capability.keypad_xmit);
    getTerminal().writer().write(dumb ? "" : BRACKETED_PASTE_ON);
    size = getTerminal().getBufferSize();
    drawAnew();
  }

  @Override
  protected void handleSignal(Terminal.Signal signal) {
    boolean known = signal == Terminal.Signal.CONT && System.nanoTime() - goneOn < GOING_ON_NANOS;
    int columns = size.getColumns();
    if (!known) {
      super.handleSignal(signal);
    }
    resized |= columns != size.getColumns();
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
    leave();
    try {
      String edited = editor.apply(getBuffer().toString()).stripTrailing();
      getBuffer().clear();
      getBuffer().write(edited);
    } catch (UserException e) {
      getTerminal().writer().println(Visible.line(e.fields().message()));
    } finally {
      comeBack(raw);
    }
    return true;
  }

  /** Where more is typed already, the screen is drawn once at the end of it. */
  @Override
  protected void redisplay(boolean flush) {
    if (flush && Thread.currentThread() == typing && moreIsTyped()) {
      wipeEcho();
      return;
    }
    fresh = false;
    if (vi) {
      setPrompt(lead() + primary);
    }
    if (resized && reading) {
      beginAnew();
    }
    super.redisplay(flush);
  }

  /** What was typed before the prompt was echoed by the terminal; it is drawn again behind it. */
  private void wipeEcho() {
    if (fresh && !dumb) {
      getTerminal().writer().write('\r');
      getTerminal().puts(Capability.clr_eos);
    }
    fresh = false;
  }

  /** After the width has changed, what stands there is not what was drawn. */
  private void beginAnew() {
    resized = false;
    getTerminal().writer().write('\r');
    int rows = Math.min(drawn.aboveCursor(Math.max(1, size.getColumns())), size.getRows() - 1);
    for (int row = 0; row < rows; row++) {
      getTerminal().puts(Capability.cursor_up);
    }
    getTerminal().puts(Capability.clr_eos);
    drawAnew();
  }

  /** Nothing is on the screen from the cursor on. */
  private void drawAnew() {
    display = new Display(getTerminal(), false);
    display.resize(size);
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
    boolean finished = away || !reading || state != State.NORMAL;
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
    drawn = drawn(lines, furtherPrompts);
    if (!finished && post == null && searchTerm == null && buf.cursor() == buf.length()) {
      full.append(drawing.hint(typed, columnsLeft(last.columnLength(getTerminal()))));
    }
    if (post != null) {
      full.append("\n").append(post.get());
    }
    return full.toAttributedString();
  }

  private DrawnRows drawn(List<AttributedString> lines, List<AttributedString> furtherPrompts) {
    String before = buf.upToCursor();
    int line = (int) before.chars().filter(c -> c == '\n').count();
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < Math.min(line, lines.size()); i++) {
      widths.add(prompt(i, furtherPrompts) + lines.get(i).columnLength(getTerminal()));
    }
    String begun = before.substring(before.lastIndexOf('\n') + 1);
    return new DrawnRows(widths, prompt(line, furtherPrompts) + TextWidth.of(begun));
  }

  private int prompt(int line, List<AttributedString> furtherPrompts) {
    return (line == 0 ? prompt : furtherPrompts.get(line - 1)).columnLength(getTerminal());
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
