package io.linkspan.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.ScreenTerminal;

/**
 * How a cell of the screen looks.
 *
 * @param foreground name of the colour, or {@code #rgb} for one without a name, or empty
 */
record CellStyle(
    boolean bold,
    boolean faint,
    boolean italic,
    boolean underline,
    boolean inverse,
    String foreground,
    String background) {
  /**
   * The sixteen colours, and those of linkspan, as the emulator keeps them, four bits for each
   * part.
   */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x000, "black"),
          Map.entry(0xd00, "red"),
          Map.entry(0x05f, "blue"),
          Map.entry(0xd0a, "magenta"),
          Map.entry(0x800, "red"),
          Map.entry(0x080, "green"),
          Map.entry(0x880, "yellow"),
          Map.entry(0x008, "blue"),
          Map.entry(0x808, "magenta"),
          Map.entry(0x088, "cyan"),
          Map.entry(0xccc, "white"),
          Map.entry(0x888, "grey"),
          Map.entry(0xf00, "bright-red"),
          Map.entry(0x0f0, "bright-green"),
          Map.entry(0xff0, "bright-yellow"),
          Map.entry(0x00f, "bright-blue"),
          Map.entry(0xf0f, "bright-magenta"),
          Map.entry(0x0ff, "bright-cyan"),
          Map.entry(0xfff, "bright-white"));

  static CellStyle of(long cell) {
    return new CellStyle(
        ScreenTerminal.cellBold(cell),
        ScreenTerminal.cellDim(cell),
        ScreenTerminal.cellItalic(cell),
        ScreenTerminal.cellUnderline(cell),
        ScreenTerminal.cellInverse(cell),
        ScreenTerminal.cellHasForeground(cell) ? name(ScreenTerminal.cellForeground(cell)) : "",
        ScreenTerminal.cellHasBackground(cell) ? name(ScreenTerminal.cellBackground(cell)) : "");
  }

  private static String name(int colour) {
    return NAMES.getOrDefault(colour, String.format(Locale.ROOT, "#%03x", colour));
  }

  /** Whether the cell looks as text does that nobody styled. */
  boolean isPlain() {
    return words().isEmpty();
  }

  /** Its marks in words, such as {@code bold magenta}. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    add(words, bold, "bold");
    add(words, faint, "faint");
    add(words, italic, "italic");
    add(words, underline, "underline");
    add(words, inverse, "inverse");
    add(words, !foreground.isEmpty(), foreground);
    add(words, !background.isEmpty(), "on-" + background);
    return words;
  }

  private static void add(List<String> words, boolean there, String word) {
    if (there) {
      words.add(word);
    }
  }
}
