package io.linkspan.shell;

import io.linkspan.report.SessionEvents;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of an input, read from what stands before its errors. */
final class InputPlace {
  private static final Pattern OF_LINE = Pattern.compile("(.*):(\\d{1,9}): ", Pattern.DOTALL);

  private InputPlace() {}

  /**
   * The place.
   *
   * @param text such as {@code script.lks:12: }; may be empty
   */
  static SessionEvents.Place of(String text) {
    Matcher place = OF_LINE.matcher(text);
    return place.matches()
        ? new SessionEvents.Place(
            Optional.of(place.group(1)), OptionalInt.of(Integer.parseInt(place.group(2))))
        : SessionEvents.Place.NOWHERE;
  }
}
