package io.linkspan.report;

import java.util.Locale;
import java.util.Optional;

/** How the rows of a result are written. */
public enum OutputFormat {
  TABLE,
  UNALIGNED,
  CSV,
  JSON,
  MARKDOWN;

  /** The format of that name, in any case of letters; psql calls the table aligned. */
  public static Optional<OutputFormat> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (OutputFormat format : values()) {
      if (format.label().equals(wanted)) {
        return Optional.of(format);
      }
    }
    return wanted.equals("aligned") ? Optional.of(TABLE) : Optional.empty();
  }

  /** The name that the user types. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is made of lines for people; the others are data for programs. */
  public boolean forPeople() {
    return this == TABLE;
  }
}
