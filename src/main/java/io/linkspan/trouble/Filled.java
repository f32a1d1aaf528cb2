package io.linkspan.trouble;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the real names into the texts of the catalogue. */
final class Filled {
  private static final Pattern NAME = Pattern.compile("\\{(quoted |literal )?([a-z]+)}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** More characters of a name or value than this help nobody. */
  private static final int LONG = 100;

  private Filled() {}

  /**
   * The text with its names; one that is not known stands in capitals, as in the reference of the
   * commands. {@code {quoted table}} and {@code {literal value}} are for SQL. A value may be data:
   * it stands on one line, and a long one is cut.
   */
  static String with(Map<String, String> names, String text) {
    Matcher matcher = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2);
      String known = CONTROL.matcher(names.getOrDefault(name, "")).replaceAll(" ");
      String value = known.isEmpty() ? name.toUpperCase(Locale.ROOT) : known;
      String how = Optional.ofNullable(matcher.group(1)).orElse("").strip();
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(written(value, how, known.isEmpty())));
    }
    return matcher.appendTail(filled).toString();
  }

  private static String written(String value, String how, boolean unknown) {
    if (how.equals("literal")) {
      return value.length() > LONG ? "'…'" : Literal.quoted(value);
    }
    if (how.equals("quoted") && !unknown) {
      return new Identifier(value).quoted();
    }
    return value.codePointCount(0, value.length()) > LONG
        ? value.substring(0, value.offsetByCodePoints(0, LONG)) + "…"
        : value;
  }
}
