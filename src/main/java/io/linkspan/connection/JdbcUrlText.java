package io.linkspan.connection;

import io.linkspan.pg.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads pgjdbc's URLs (pgjdbc manual, "Initializing the Driver"), so that one can be pasted as it
 * stands: {@code jdbc:postgresql://host:port/database?user=…} and {@code jdbc:postgresql:database}.
 */
final class JdbcUrlText {
  private static final String SCHEME = "jdbc:postgresql:";

  /** Properties that have no libpq keyword of their own. */
  private static final List<String> OTHERS = List.of("ssl", "currentSchema");

  private JdbcUrlText() {}

  static ParsedSettings parse(String text) {
    boolean server = text.startsWith("//", SCHEME.length());
    UriParts parts =
        server
            ? new UriReader(text, SCHEME.length() + 2, true).parts()
            : new UriReader(text, SCHEME.length(), true).partsWithoutServer();
    ParsedSettings settings = parts.settings();
    for (UriParts.Parameter parameter : parts.parameters()) {
      settings = with(settings, parameter);
    }
    return settings;
  }

  private static ParsedSettings with(ParsedSettings settings, UriParts.Parameter parameter) {
    String name = parameter.name();
    String value = parameter.value();
    if (name.equals("ssl")) {
      // pgjdbc manual: "Setting ssl to true is equivalent to sslmode=verify-full".
      boolean on = value.isEmpty() || value.equals("true");
      return on
          ? settings.over(ParsedSettings.empty().with(Keyword.SSLMODE.text(), "verify-full"))
          : settings;
    }
    if (name.equals("currentSchema")) {
      String path = "-csearch_path=" + value.replace("\\", "\\\\").replace(" ", "\\ ");
      String before = settings.value(Keyword.OPTIONS.text()).map(o -> o + " ").orElse("");
      return settings.with(Keyword.OPTIONS.text(), before + path);
    }
    Keyword keyword =
        keyword(name)
            .orElseThrow(
                () ->
                    SettingsText.malformed("unknown JDBC property", parameter.index(), hint(name)));
    return settings.with(keyword.text(), PgjdbcValues.toLibpq(keyword, value));
  }

  private static Optional<Keyword> keyword(String name) {
    return Arrays.stream(Keyword.values())
        .filter(keyword -> keyword.property().filter(name::equals).isPresent())
        .findFirst()
        .or(() -> Keyword.named(name));
  }

  private static String hint(String name) {
    List<String> known = new ArrayList<>(OTHERS);
    for (Keyword keyword : Keyword.values()) {
      known.add(keyword.property().orElse(keyword.text()));
    }
    return NearestName.hint(name, known).orElse("Leave out the properties that tune the driver.");
  }
}
