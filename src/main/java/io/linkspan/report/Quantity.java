package io.linkspan.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers for people: counts with commas, and sizes as the server's pg_size_pretty has them. */
public final class Quantity {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB");

  /** From here on the next unit is used (src/backend/utils/adt/dbsize.c). */
  private static final long LIMIT = 10 * 1024;

  private Quantity() {}

  /** A count with commas, such as {@code 1,234}. */
  public static String count(long number) {
    String digits = Long.toString(number);
    int first = number < 0 ? 1 : 0;
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** A count with its noun, such as {@code 1 row} and {@code 2 rows}; the plural adds an s. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A count with its noun, whose plural is given. */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** Bytes in the unit that leaves up to five digits, such as {@code 12 MB}. */
  public static String size(long bytes) {
    if (bytes < LIMIT) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    // One bit more than the unit is kept until the end, for rounding.
    long half = bytes >> 9;
    int unit = 0;
    while (half >= LIMIT * 2 - 1 && unit < UNITS.size() - 1) {
      half >>= 10;
      unit++;
    }
    return (half + 1) / 2 + " " + UNITS.get(unit);
  }

  /** A time, such as {@code 0.4 ms}, {@code 12 ms}, and {@code 3.4 s} from a second on. */
  public static String time(Duration time) {
    if (time.toMillis() < 10) {
      return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
    return time.toMillis() < 1000
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9);
  }

  /** A time in whole seconds, such as {@code 45 s}, {@code 2 min 5 s} and {@code 3 h 20 min}. */
  public static String roughTime(Duration time) {
    if (time.toSeconds() < 60) {
      return time.toSeconds() + " s";
    }
    return time.toHours() < 1
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : count(time.toHours()) + " h " + time.toMinutesPart() + " min";
  }

  /** An estimate of rows, such as {@code ~1,234}; a question mark where there is none. */
  public static String estimate(long rows) {
    return rows < 0 ? "?" : "~" + count(rows);
  }
}
