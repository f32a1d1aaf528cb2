package io.linkspan.connection;

import io.linkspan.configfile.BasicString;
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
        .append(BARE.matcher(name).matches() ? name : BasicString.of(name))
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
        way -> text.append("reached_by = ").append(BasicString.of(way.text())).append('\n'));
    flag(text, "read_only", connection.readOnly());
    flag(text, "production", connection.production());
    return text.toString();
  }

  private static void line(StringBuilder text, String keyword, String value) {
    text.append(keyword.equals("dbname") ? "database" : keyword)
        .append(" = ")
        .append(NUMBER.matcher(value).matches() ? value : BasicString.of(value))
        .append('\n');
  }

  private static void flag(StringBuilder text, String key, boolean set) {
    if (set) {
      text.append(key).append(" = true\n");
    }
  }
}
