package io.linkspan.connection;

import io.linkspan.connection.Keyword.Trait;
import io.linkspan.pg.Literal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the conninfo text for a server's dblink. Files of the shell's machine are left out; {@code
 * sslmode} stays as it is, so that a server that cannot verify the other refuses, and is not less
 * careful in silence.
 */
final class Conninfo {
  private Conninfo() {}

  static String render(ConnectionSettings settings, Optional<ReachedBy> reachedBy) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("host", joined(settings, server -> server.host()));
    values.put("port", joined(settings, server -> String.valueOf(server.port())));
    values.put("dbname", settings.database());
    values.put("user", settings.user());
    settings.password().ifPresent(secret -> values.put("password", secret.reveal()));
    settings.parameters().forEach((keyword, value) -> putIfTold(values, keyword, value));
    reachedBy.ifPresent(
        way -> {
          values.remove(Keyword.HOSTADDR.text());
          values.put("host", way.host());
          values.put("port", way.port().orElse(String.valueOf(settings.port())));
          values.putAll(way.others());
        });
    return text(values);
  }

  private static String joined(ConnectionSettings settings, Function<HostPort, String> part) {
    return settings.hosts().stream().map(part).collect(Collectors.joining(","));
  }

  private static void putIfTold(Map<String, String> values, String text, String value) {
    boolean systemRoots = text.equals(Keyword.SSLROOTCERT.text()) && value.equals("system");
    if (systemRoots || Keyword.named(text).filter(k -> k.is(Trait.TO_DBLINK)).isPresent()) {
      values.put(text, value);
    }
  }

  /** Keywords and values as text, each value quoted. */
  static String text(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Literal.conninfo(entry.getValue()))
        .collect(Collectors.joining(" "));
  }
}
