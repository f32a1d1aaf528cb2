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
  public static final Colours OFF = new Colours(false);

  /** Colours, whatever the environment says. */
  public static final Colours ON = new Colours(true);

  private final boolean on;

  private Colours(boolean on) {
    this.on = on;
  }

  /**
   * Colours where they are wanted: on a terminal that is not dumb, without {@code NO_COLOR}
   * (no-color.org) and without {@code --no-color}.
   */
  public static Colours chosen(
      Map<String, String> environment, boolean terminal, boolean noColour) {
    String type = environment.getOrDefault("TERM", "dumb");
    boolean refused = noColour || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return terminal && !refused && !type.equals("dumb") && !type.isEmpty() ? ON : OFF;
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
      text.append(on && span.style() != Style.PLAIN ? coloured(span.style(), harmless) : harmless);
    }
    return text.toString();
  }

  private static String coloured(Style style, String text) {
    Ansi ansi = Ansi.ansi();
    switch (style) {
      case HEADING, NAME -> ansi.bold();
      case SQL -> ansi.fgCyan();
      case KEY -> ansi.fgMagenta();
      case DIM -> ansi.a(Attribute.INTENSITY_FAINT);
      case GOOD -> ansi.fgGreen();
      case GONE -> ansi.fgRed();
      case WARNING -> ansi.bold().fgMagenta();
      case ERROR -> ansi.bold().fgRed();
      case PLAIN -> {}
    }
    return ansi.a(text).reset().toString();
  }
}
