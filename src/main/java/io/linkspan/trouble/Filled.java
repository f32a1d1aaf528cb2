package io.linkspan.trouble;

import io.linkspan.pg.Identifier;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the real names into the texts of the catalogue. */
final class Filled {
  private static final Pattern NAME = Pattern.compile("\\{(quoted )?([a-z]+)}");

  private Filled() {}

  /**
   * The text with its names; one that is not known stands in capitals, as in the reference of the
   * commands. {@code {quoted table}} is for SQL.
   */
  static String with(Map<String, String> names, String text) {
    Matcher matcher = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2);
      String known = names.getOrDefault(name, "");
      String value =
          known.isEmpty()
              ? name.toUpperCase(Locale.ROOT)
              : matcher.group(1) == null ? known : new Identifier(known).quoted();
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }
}
