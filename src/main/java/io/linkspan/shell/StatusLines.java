package io.linkspan.shell;

import io.linkspan.report.Line;
import io.linkspan.report.Page;
import java.io.IOError;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * The lines that stand at the bottom of a terminal, and what is printed above them. Each change is
 * one write, in which lines are written over and cleared to their ends. While lines stand, the
 * cursor is in the last of them and the terminal does not echo, for an echo would land in them;
 * what is typed waits for the next prompt.
 *
 * <p>After the terminal was made narrower, one that breaks its lines anew may keep a piece of what
 * stood there: to wipe it would be to guess, and to wipe a result on one that does not.
 */
final class StatusLines {
  private static final int HEIGHT = 24;

  private final Terminal terminal;
  private final Supplier<Colours> colours;
  private final @Nullable String up;
  private final @Nullable String clear;
  private List<Line> wanted = List.of();
  private boolean aside;

  /** Whether nothing but an echo of what is typed ahead can stand in the cursor's line. */
  private boolean fresh = true;

  /** Lines on the screen now. */
  private int standing;

  /** Whether the echo is to be switched on again. */
  private boolean silenced;

  /** What the terminal would have echoed. */
  private String echo = "";

  StatusLines(Terminal terminal, Supplier<Colours> colours) {
    this.terminal = terminal;
    this.colours = colours;
    this.up = capability(Capability.cursor_up);
    this.clear = capability(Capability.clr_eol);
  }

  private @Nullable String capability(Capability capability) {
    String text = terminal.getStringCapability(capability);
    return text == null ? null : Curses.tputs(text);
  }

  /** Whether this terminal can draw over a line. */
  boolean possible() {
    return up != null && clear != null && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /** Has these lines stand at the bottom from now on. */
  synchronized void show(List<Line> lines) {
    if (possible()) {
      wanted = List.copyOf(lines);
      redraw();
    }
  }

  /** Leaves the bottom free for a question, or comes back. */
  synchronized void standAside(boolean aside) {
    this.aside = aside;
    redraw();
  }

  /** Prints above what stands; where nothing does, it may wait until the terminal is flushed. */
  synchronized void print(Line line) {
    String text = echo + colours.get().rendered(line);
    echo = "";
    if (standing == 0) {
      terminal.writer().println(fresh && possible() ? "\r" + clear + text : text);
      fresh = false;
      return;
    }
    StringBuilder frame = new StringBuilder();
    wipe(frame);
    frame.append(text).append("\r\n");
    draw(frame);
    write(frame);
  }

  /** Ctrl-C was typed, which the terminal echoes only where nothing stands. */
  synchronized void interrupted() {
    echo = silenced ? "^C" : "";
    fresh = false;
  }

  /** A line was read, so that the cursor is at the beginning of another; or it may not be. */
  synchronized void fresh(boolean fresh) {
    this.fresh = fresh;
  }

  private void redraw() {
    try {
      if (!aside && !wanted.isEmpty()) {
        silence();
      }
      StringBuilder frame = new StringBuilder();
      if (aside || wanted.isEmpty()) {
        wipe(frame);
      } else {
        toTheTop(frame);
        draw(frame);
      }
      write(frame);
      if (standing == 0) {
        letSpeak();
      }
    } catch (IllegalStateException | IOError e) {
      // Closed by the end of the process: nobody looks any more.
    }
  }

  private void toTheTop(StringBuilder frame) {
    if (standing > 0) {
      frame.append('\r').append(String.valueOf(up).repeat(standing - 1));
    }
  }

  /** Leaves the cursor where the first of the lines was. */
  private void wipe(StringBuilder frame) {
    if (standing > 0) {
      toTheTop(frame);
      frame.append(clear).append(("\r\n" + clear).repeat(standing - 1));
      toTheTop(frame);
      standing = 0;
    }
  }

  /** From the first of the lines on; what stood there is written over. */
  private void draw(StringBuilder frame) {
    int columns = terminal.getColumns() > 1 ? terminal.getColumns() - 1 : 79;
    int rows = terminal.getRows() > 1 ? terminal.getRows() - 1 : HEIGHT;
    Page page = new Page(columns, TextWidth::of);
    List<String> lines =
        wanted.stream()
            .limit(rows)
            .map(line -> colours.get().rendered(page.cut(line)) + clear)
            .toList();
    frame.append(String.join("\r\n", lines));
    int surplus = standing - lines.size();
    if (surplus > 0) {
      frame.append(("\r\n" + clear).repeat(surplus)).append(String.valueOf(up).repeat(surplus));
      frame.append('\r').append(lines.get(lines.size() - 1));
    }
    standing = lines.size();
  }

  private void write(StringBuilder frame) {
    if (frame.length() > 0) {
      terminal.writer().write(frame.toString());
      terminal.flush();
    }
  }

  private void silence() {
    Attributes now = new Attributes(terminal.getAttributes());
    if (!silenced && now.getLocalFlag(LocalFlag.ECHO)) {
      now.setLocalFlag(LocalFlag.ECHO, false);
      terminal.setAttributes(now);
      silenced = true;
    }
  }

  private void letSpeak() {
    if (silenced) {
      Attributes now = new Attributes(terminal.getAttributes());
      now.setLocalFlag(LocalFlag.ECHO, true);
      terminal.setAttributes(now);
      silenced = false;
    }
  }
}
