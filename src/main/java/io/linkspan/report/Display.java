package io.linkspan.report;

import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;

/**
 * How results are shown.
 *
 * @param nullText what stands for NULL in a table; blank as in psql unless the user says otherwise
 */
public record Display(OutputFormat format, String nullText) {
  /** Tables, in which NULL is blank. */
  public static final Display PLAIN = new Display(OutputFormat.TABLE, "");

  /** As the settings have it now. */
  public static Display of(Settings settings) {
    OutputFormat format =
        OutputFormat.named(settings.text(Setting.FORMAT)).orElse(OutputFormat.TABLE);
    return new Display(format, settings.text(Setting.NULL));
  }

  /** The same in another format. */
  public Display withFormat(OutputFormat other) {
    return new Display(other, nullText);
  }

  /** The same with another text for NULL. */
  public Display withNullText(String other) {
    return new Display(format, other);
  }
}
