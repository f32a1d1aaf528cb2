package io.linkspan.shell;

import org.jline.utils.AttributedStyle;

/**
 * How the pieces of a typed text look. What is wrong is underlined, so that it can be told without
 * colours; no colour is one that a light or a dark ground swallows.
 *
 * @param word a command, a key word
 * @param text a string, whatever quotes it has
 * @param value a number, a name in double quotes
 * @param variable {@code :name}
 * @param wrong an unknown name, a quote or a bracket without its other end
 * @param pair the bracket at the cursor and its other end
 */
record InputStyles(
    AttributedStyle word,
    AttributedStyle text,
    AttributedStyle value,
    AttributedStyle variable,
    AttributedStyle comment,
    AttributedStyle wrong,
    AttributedStyle pair) {
  static final InputStyles COLOURED =
      new InputStyles(
          AttributedStyle.BOLD,
          AttributedStyle.DEFAULT.foreground(Colours.GREEN),
          AttributedStyle.DEFAULT.foreground(Colours.BLUE),
          AttributedStyle.DEFAULT.foreground(Colours.MAGENTA),
          AttributedStyle.DEFAULT.faint(),
          AttributedStyle.DEFAULT.foreground(Colours.RED).underline(),
          AttributedStyle.BOLD.inverse());

  /** Where colours are refused, what helps to find a mistake is still set off. */
  static final InputStyles UNCOLOURED =
      new InputStyles(
          AttributedStyle.DEFAULT,
          AttributedStyle.DEFAULT,
          AttributedStyle.DEFAULT,
          AttributedStyle.DEFAULT,
          AttributedStyle.DEFAULT,
          AttributedStyle.DEFAULT.underline(),
          AttributedStyle.BOLD);
}
