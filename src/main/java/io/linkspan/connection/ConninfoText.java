package io.linkspan.connection;

/**
 * Reads {@code keyword=value …} as conninfo_parse of libpq does
 * (src/interfaces/libpq/fe-connect.c): blanks around the equals sign, single quotes, backslash
 * before any character, the last of a repeated keyword wins.
 */
final class ConninfoText {
  private static final String QUOTING =
      "Put a value in single quotes when it is empty or holds blanks, and a backslash before each"
          + " quote and backslash in it.";

  private final String text;
  private int at;

  private ConninfoText(String text) {
    this.text = text;
  }

  static ParsedSettings parse(String text) {
    return new ConninfoText(text).parse();
  }

  private ParsedSettings parse() {
    ParsedSettings settings = ParsedSettings.empty();
    skipBlanks();
    while (at < text.length()) {
      String keyword = keyword();
      settings = settings.with(keyword, value());
      skipBlanks();
    }
    return settings;
  }

  private String keyword() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '=' && !blankAhead()) {
      at++;
    }
    String keyword = text.substring(start, at);
    skipBlanks();
    if (at == text.length() || text.charAt(at) != '=') {
      throw SettingsText.malformed("missing \"=\" after the connection keyword", start, QUOTING);
    }
    at++;
    if (Keyword.named(keyword).isEmpty()) {
      throw SettingsText.malformed("unknown connection keyword", start, Keyword.hint(keyword));
    }
    return keyword;
  }

  private String value() {
    skipBlanks();
    boolean quoted = at < text.length() && text.charAt(at) == '\'';
    int start = at;
    if (quoted) {
      at++;
    }
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quoted ? c == '\'' : blankAhead()) {
        break;
      }
      at++;
      if (c != '\\') {
        value.append(c);
      } else if (at < text.length()) {
        value.append(text.charAt(at++));
      }
    }
    if (quoted) {
      if (at == text.length()) {
        throw SettingsText.malformed(
            "unterminated quoted string in the connection string", start, QUOTING);
      }
      at++;
    }
    return value.toString();
  }

  private void skipBlanks() {
    while (at < text.length() && blankAhead()) {
      at++;
    }
  }

  /** What isspace of C takes for a blank. */
  private boolean blankAhead() {
    char c = text.charAt(at);
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
