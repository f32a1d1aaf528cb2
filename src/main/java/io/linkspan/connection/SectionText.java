package io.linkspan.connection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a connection as a section of the configuration file (TOML 1.0). */
final class SectionText {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  /** Those first that say where, by the names that the file has for them. */
  private static final List<String> FIRST = List.of("service", "host", "port", "dbname", "user");

  private SectionText() {}

  /** The lines of the section, the last one ended. */
  static String render(SavedConnection connection) {
    StringBuilder text = new StringBuilder();
    String name = connection.name();
    text.append("[connections.")
        .append(BARE.matcher(name).matches() ? name : quoted(name))
        .append("]\n");
    ParsedSettings settings = connection.settings().withoutSecrets();
    for (String keyword : FIRST) {
      settings.value(keyword).ifPresent(value -> line(text, keyword, value));
    }
    settings
        .values()
        .forEach(
            (keyword, value) -> {
              if (!FIRST.contains(keyword)) {
                line(text, keyword, value);
              }
            });
    Optional<ReachedBy> reachedBy = connection.reachedBy();
    reachedBy.ifPresent(
        way -> text.append("reached_by = ").append(quoted(way.text())).append('\n'));
    flag(text, "read_only", connection.readOnly());
    flag(text, "production", connection.production());
    return text.toString();
  }

  private static void line(StringBuilder text, String keyword, String value) {
    text.append(keyword.equals("dbname") ? "database" : keyword)
        .append(" = ")
        .append(NUMBER.matcher(value).matches() ? value : quoted(value))
        .append('\n');
  }

  private static void flag(StringBuilder text, String key, boolean set) {
    if (set) {
      text.append(key).append(" = true\n");
    }
  }

  /** A basic string: quote, backslash and control characters are escaped. */
  private static String quoted(String value) {
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
