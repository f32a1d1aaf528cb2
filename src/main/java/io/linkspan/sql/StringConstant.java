package io.linkspan.sql;

import java.util.Optional;

/** The values of string constants (manual, "String Constants"). */
final class StringConstant {
  private StringConstant() {}

  static Optional<String> value(SqlToken token) {
    String text = token.text();
    return switch (token.kind()) {
      case STRING -> Optional.of(plain(text, 0));
      case NATIONAL_STRING -> Optional.of(plain(text, 1));
      case UNICODE_STRING -> UnicodeEscapes.decoded(plain(text, 2)).filter(StringConstant::isText);
      case ESCAPE_STRING -> new EscapeString(text).value().filter(StringConstant::isText);
      case DOLLAR_STRING -> {
        int tag = text.indexOf('$', 1) + 1;
        yield Optional.of(text.substring(tag, text.length() - tag));
      }
      default -> Optional.empty();
    };
  }

  private static String plain(String text, int open) {
    StringBuilder out = new StringBuilder(text.length());
    int at = open + 1;
    while (at >= 0 && at < text.length()) {
      if (text.charAt(at) != '\'') {
        out.append(text.charAt(at));
        at++;
      } else if (Characters.at(text, at + 1) == '\'') {
        out.append('\'');
        at += 2;
      } else {
        at = QuotedText.continuation(text, at + 1);
      }
    }
    return out.toString();
  }

  /** Whether each surrogate has its other half, so that the value can be sent. */
  private static boolean isText(String value) {
    return value.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
