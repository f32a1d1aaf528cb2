package io.linkspan.lesson;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fact is to be like.
 *
 * @param field such as {@code inserted}
 * @param operator such as {@code =}; {@code has} means that the one text is in the other
 */
public record Condition(String field, String operator, String value) {
  private static final Pattern FORM =
      Pattern.compile("(\\w+)\\s*(=|<>|<=|>=|<|>|\\bhas\\b)\\s*(.+)");

  /** The condition that is written so; empty where it is none. */
  static Optional<Condition> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Condition(matcher.group(1), matcher.group(2), matcher.group(3).strip()))
        : Optional.empty();
  }

  /** Whether the facts fulfil it. */
  public boolean holds(Map<String, String> facts) {
    String found = facts.get(field);
    if (found == null) {
      return false;
    }
    if (operator.equals("has")) {
      return plain(found).contains(plain(value));
    }
    int order = compare(found, value);
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** Numbers are compared as numbers, anything else as text in which case and blanks are alike. */
  static int compare(String one, String other) {
    try {
      return new BigDecimal(one.strip()).compareTo(new BigDecimal(other.strip()));
    } catch (NumberFormatException e) {
      return plain(one).compareTo(plain(other));
    }
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
