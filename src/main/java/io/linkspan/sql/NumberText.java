package io.linkspan.sql;

import java.util.function.IntPredicate;

/** Where a numeric constant ends (scan.l of PostgreSQL 16: integer, numeric, real). */
final class NumberText {
  private NumberText() {}

  /** The end of the number that begins there with a digit, or with a dot before a digit. */
  static int end(String text, int begin) {
    int based = basedEnd(text, begin);
    if (based > 0) {
      return based;
    }
    int at = digits(text, begin, NumberText::isDecimal);
    if (Characters.at(text, at) == '.' && Characters.at(text, at + 1) != '.') {
      at =
          Characters.isDigit(Characters.at(text, at + 1))
              ? digits(text, at + 1, NumberText::isDecimal)
              : at + 1;
    }
    return exponentEnd(text, at);
  }

  private static int basedEnd(String text, int begin) {
    if (text.charAt(begin) != '0') {
      return -1;
    }
    IntPredicate digit =
        switch (Characters.at(text, begin + 1)) {
          case 'x', 'X' -> c -> Character.digit(c, 16) >= 0 && c < 128;
          case 'o', 'O' -> c -> c >= '0' && c <= '7';
          case 'b', 'B' -> c -> c == '0' || c == '1';
          default -> c -> false;
        };
    int from = begin + 2;
    int end = digits(text, from, digit);
    return end > from ? end : -1;
  }

  private static int exponentEnd(String text, int at) {
    char e = Characters.at(text, at);
    if (e != 'e' && e != 'E') {
      return at;
    }
    char sign = Characters.at(text, at + 1);
    int from = sign == '+' || sign == '-' ? at + 2 : at + 1;
    return Characters.isDigit(Characters.at(text, from))
        ? digits(text, from, NumberText::isDecimal)
        : at;
  }

  private static boolean isDecimal(int c) {
    return c >= '0' && c <= '9';
  }

  /** The end of digits with single underscores between them. */
  private static int digits(String text, int from, IntPredicate digit) {
    int at = from;
    while (digit.test(Characters.at(text, at))
        || (at > from
            && Characters.at(text, at) == '_'
            && digit.test(Characters.at(text, at + 1)))) {
      at++;
    }
    return at;
  }
}
