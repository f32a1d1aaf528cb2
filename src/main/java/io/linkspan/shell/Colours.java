package io.linkspan.shell;

import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.report.Visible;
import java.util.Map;
import org.fusesource.jansi.Ansi;
import org.fusesource.jansi.Ansi.Attribute;

/** Turns styles into colours that can be read on a light and on a dark ground, or leaves them. */
public final class Colours {
  /** Plain text. */
  public static final Colours OFF = new Colours(false, false);

  /** The colours that every terminal has, as its user has set them. */
  public static final Colours ON = new Colours(true, false);

  /** Of 256 colours, those with a contrast of at least 4 to 1 to white and to black. */
  static final Colours MANY = new Colours(true, true);

  static final int RED = 160;
  static final int GREEN = 28;
  static final int BLUE = 27;
  static final int MAGENTA = 163;

  private final boolean on;
  private final boolean many;

  private Colours(boolean on, boolean many) {
    this.on = on;
    this.many = many;
  }

  /**
   * Colours where they are wanted: on a terminal that is not dumb, without {@code NO_COLOR}
   * (no-color.org) and without {@code --no-color}.
   */
  public static Colours chosen(
      Map<String, String> environment, boolean terminal, boolean noColour) {
    String type = environment.getOrDefault("TERM", "dumb");
    boolean refused = noColour || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return terminal && !refused && !type.equals("dumb") && !type.isEmpty()
        ? chosen(isRich(type) || environment.containsKey("COLORTERM"))
        : OFF;
  }

  /** Colours for a terminal that has 256 of them, or eight. */
  static Colours chosen(boolean many) {
    return many ? MANY : ON;
  }

  /** The names of terminals that have 256 colours, as far as they are told by it. */
  private static boolean isRich(String type) {
    return type.equals("xterm") || type.contains("256color") || type.contains("direct");
  }

  /** Whether anything is coloured. */
  public boolean on() {
    return on;
  }

  /** The line as it goes to the terminal; what would steer the terminal is spelled out. */
  public String rendered(Line line) {
    StringBuilder text = new StringBuilder();
    for (Line.Span span : line.spans()) {
      String harmless = Visible.line(span.text());
      text.append(
          on && span.style() != Style.PLAIN ? coloured(many, span.style(), harmless) : harmless);
    }
    return text.toString();
  }

  private static String coloured(boolean many, Style style, String text) {
    Ansi ansi = Ansi.ansi();
    switch (style) {
      case HEADING, NAME -> ansi.bold();
      case SQL -> ink(ansi, many, BLUE, Ansi.Color.BLUE);
      case KEY -> ink(ansi, many, MAGENTA, Ansi.Color.MAGENTA);
      case DIM -> ansi.a(Attribute.INTENSITY_FAINT);
      case GOOD -> ink(ansi, many, GREEN, Ansi.Color.GREEN);
      case GONE -> ink(ansi, many, RED, Ansi.Color.RED);
      case WARNING -> ink(ansi.bold(), many, MAGENTA, Ansi.Color.MAGENTA);
      case ERROR -> ink(ansi.bold(), many, RED, Ansi.Color.RED);
      case PLAIN -> {}
    }
    return ansi.a(text).reset().toString();
  }

  private static void ink(Ansi ansi, boolean many, int ofMany, Ansi.Color ofEight) {
    if (many) {
      ansi.fg(ofMany);
    } else {
      ansi.fg(ofEight);
    }
  }
}
