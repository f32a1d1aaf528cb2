package io.linkspan.configfile;

/** Writes TOML's basic strings. */
public final class BasicString {
  private BasicString() {}

  /** The value in double quotes: quote, backslash and control characters are escaped. */
  public static String of(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == '\u007f') {
        quoted.append(String.format("\\u%04X", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
