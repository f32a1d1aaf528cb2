package io.linkspan.shell;

import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** How the terminal is to be used now, by what the user has set and by what it can. */
final class TerminalLook {
  private final boolean dumb;
  private final boolean many;
  private final Settings settings;
  private final Colours automatic;

  /**
   * The look of a terminal.
   *
   * @param automatic the colours where nothing else is set
   */
  TerminalLook(Terminal terminal, Settings settings, Colours automatic) {
    this.dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    Integer colours = terminal.getNumericCapability(Capability.max_colors);
    this.many = colours != null && colours >= 256;
    this.settings = settings;
    this.automatic = automatic;
  }

  /** Whether the terminal can only go on writing. */
  boolean dumb() {
    return dumb;
  }

  /** Whether nothing is to be drawn over, and nothing to stand beside the cursor. */
  boolean plain() {
    return dumb || settings.on(Setting.PLAIN);
  }

  Colours colours() {
    return switch (settings.text(Setting.COLOUR)) {
      case "on" -> Colours.chosen(many);
      case "off" -> Colours.OFF;
      default -> plain() ? Colours.OFF : automatic;
    };
  }

  boolean viKeys() {
    return settings.text(Setting.KEYS).equals("vi");
  }

  /** What is drawn of an input. */
  InputDrawing.Look input() {
    boolean plain = plain();
    return new InputDrawing.Look(colours(), !plain, !plain && settings.on(Setting.HINTS));
  }
}
