package io.linkspan.report;

import java.util.Locale;
import java.util.Optional;

/** How the rows of a result are written. */
public enum OutputFormat {
  TABLE,
  CSV,
  JSON;

  /** The format of that name, in any case of letters. */
  public static Optional<OutputFormat> named(String name) {
    for (OutputFormat format : values()) {
      if (format.label().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The name that the user types. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
