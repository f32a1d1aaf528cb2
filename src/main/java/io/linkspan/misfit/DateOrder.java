package io.linkspan.misfit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order dates like {@code 31/12/2020} are written.
 *
 * @param dayFirst else the month is
 */
record DateOrder(char separator, boolean dayFirst) {
  private static final Pattern DATE =
      Pattern.compile("\\s*(\\d{1,2})([./-])(\\d{1,2})\\2\\d{4}\\s*");
  private static final int MONTHS = 12;

  /** The order that all of the values prove; empty where they leave it open. */
  static Optional<DateOrder> of(List<String> values) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    char separator = 0;
    for (String value : values) {
      Matcher matcher = DATE.matcher(value);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      char own = matcher.group(2).charAt(0);
      if (separator != 0 && separator != own) {
        return Optional.empty();
      }
      separator = own;
      dayFirst |= Integer.parseInt(matcher.group(1)) > MONTHS;
      monthFirst |= Integer.parseInt(matcher.group(3)) > MONTHS;
    }
    return dayFirst == monthFirst
        ? Optional.empty()
        : Optional.of(new DateOrder(separator, dayFirst));
  }

  /**
   * What reads such a date.
   *
   * @param all whether every value is written so; else the others are read as they were
   */
  String expression(String value, boolean all) {
    String format = dayFirst ? "DD-MM-YYYY" : "MM-DD-YYYY";
    String read = "to_date(" + value + ", '" + format.replace('-', separator) + "')";
    return all
        ? read
        : "case when %1$s ~ '^ *[0-9]{1,2}[%2$s][0-9]{1,2}[%2$s][0-9]{4} *$' then %3$s else %1$s::date end"
            .formatted(value, separator, read);
  }
}
