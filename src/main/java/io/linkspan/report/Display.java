package io.linkspan.report;

import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;

/**
 * How results are shown.
 *
 * @param nullText what stands for NULL in a table; blank as in psql unless the user says otherwise
 * @param frame the lines of a table
 * @param parts what stands around the rows
 * @param separators of unaligned rows
 */
public record Display(
    OutputFormat format,
    String nullText,
    Expanded expanded,
    Frame frame,
    Parts parts,
    Separators separators) {
  /** Whether a row takes a line for each of its columns. */
  public enum Expanded {
    ON,
    OFF,
    /** Where the table is wider than the page. */
    AUTO
  }

  /**
   * The lines of a table.
   *
   * @param border 0 none, 1 between the columns, 2 around the table too
   * @param columns the width that a table may have before it is expanded; 0 is the page's
   */
  public record Frame(LineStyle lines, int border, int columns) {}

  /**
   * What stands around the rows.
   *
   * @param heads the names of the columns
   * @param footer the count of rows
   * @param title above the table; may be empty
   */
  public record Parts(boolean heads, boolean footer, String title) {}

  /**
   * What stands between unaligned values and rows.
   *
   * @param field between two values of a row
   * @param row between two rows
   */
  public record Separators(String field, String row) {}

  /** Tables, in which NULL is blank, one line a row. */
  public static final Display PLAIN = of(new Settings()).withoutGuessing();

  /** As the settings have it now. */
  public static Display of(Settings settings) {
    boolean all = !settings.on(Setting.TUPLES_ONLY);
    return new Display(
        OutputFormat.named(settings.text(Setting.FORMAT)).orElse(OutputFormat.TABLE),
        settings.text(Setting.NULL),
        switch (settings.text(Setting.EXPANDED)) {
          case "on" -> Expanded.ON;
          case "auto" -> Expanded.AUTO;
          default -> Expanded.OFF;
        },
        new Frame(
            settings.text(Setting.LINESTYLE).equals("unicode")
                ? LineStyle.UNICODE
                : LineStyle.ASCII,
            settings.number(Setting.BORDER),
            settings.number(Setting.COLUMNS)),
        new Parts(all, all && settings.on(Setting.FOOTER), all ? settings.text(Setting.TITLE) : ""),
        new Separators(settings.text(Setting.FIELDSEP), settings.text(Setting.RECORDSEP)));
  }

  /** The same in another format. */
  public Display withFormat(OutputFormat other) {
    return new Display(other, nullText, expanded, frame, parts, separators);
  }

  /** The same with another text for NULL. */
  public Display withNullText(String other) {
    return new Display(format, other, expanded, frame, parts, separators);
  }

  /** The same, expanded or not. */
  public Display withExpanded(Expanded other) {
    return new Display(format, nullText, other, frame, parts, separators);
  }

  /** The same with other lines. */
  public Display withFrame(Frame other) {
    return new Display(format, nullText, expanded, other, parts, separators);
  }

  /** The same with other things around the rows. */
  public Display withParts(Parts other) {
    return new Display(format, nullText, expanded, frame, other, separators);
  }

  /** The same where no terminal says how wide a row may be: expanded only if that is asked for. */
  public Display withoutGuessing() {
    return expanded == Expanded.AUTO && frame.columns() == 0 ? withExpanded(Expanded.OFF) : this;
  }
}
