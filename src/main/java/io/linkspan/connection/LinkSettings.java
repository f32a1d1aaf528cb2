package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.ServerVersion;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of the source's end of a link: no writes, texts that every server reads alike, and
 * no waiting without end. They are set after the connection stands, because poolers refuse them at
 * its start, and read back before it is used.
 */
final class LinkSettings {
  private static final Map<String, String> WANTED = new LinkedHashMap<>();

  static {
    WANTED.put("default_transaction_read_only", "on");
    WANTED.put("DateStyle", "ISO");
    WANTED.put("IntervalStyle", "postgres");
    WANTED.put("extra_float_digits", "3");
    WANTED.put("bytea_output", "hex");
    WANTED.put("lock_timeout", "5s");
    WANTED.put("statement_timeout", "0");
    WANTED.put("idle_in_transaction_session_timeout", "0");
  }

  /** The settings that values and safety depend on. */
  private static final List<String> DEPENDED_ON =
      List.of("default_transaction_read_only", "DateStyle", "IntervalStyle", "extra_float_digits");

  /** What a later server has besides: the setting, its value and the first version. */
  private static final List<Later> LATER =
      List.of(
          new Later("client_connection_check_interval", "1s", 14),
          new Later("idle_session_timeout", "0", 14),
          new Later("transaction_timeout", "0", 17));

  private record Later(String name, String value, int since) {}

  /**
   * What the source's end says of itself.
   *
   * @param pid the process id of its backend
   */
  record Facts(int pid, ServerVersion version) {}

  private LinkSettings() {}

  /**
   * Sets them. Nothing is read before: a target of 13 tells the driver of the DateStyle that it
   * takes over from the source while it reads a row, and the driver gives up at another than ISO.
   */
  static void set(Link link) {
    link.execute(commands());
    ServerVersion version = facts(link).version();
    String later =
        LATER.stream()
            .filter(setting -> version.atLeast(setting.since()))
            .map(setting -> set(setting.name(), setting.value()))
            .collect(Collectors.joining("; "));
    if (!later.isEmpty()) {
      link.execute(later);
    }
  }

  /** What every source takes. */
  static String commands() {
    List<String> commands = new ArrayList<>();
    WANTED.forEach((name, value) -> commands.add(set(name, value)));
    return String.join("; ", commands);
  }

  private static String set(String name, String value) {
    return "SET " + name + " = '" + value + "'";
  }

  /**
   * Reads the settings that values and safety depend on.
   *
   * @throws UserException where one of them is not as it was set
   */
  static Facts readBack(Link link) {
    String query =
        "SELECT "
            + String.join(
                ", ",
                DEPENDED_ON.stream()
                    .map(name -> "pg_catalog.current_setting('" + name + "')")
                    .toList());
    String definitions =
        String.join(", ", DEPENDED_ON.stream().map(name -> name + " pg_catalog.text").toList());
    link.query(
        query,
        definitions,
        row -> {
          DEPENDED_ON.forEach(name -> requireKept(name, row.text(name)));
          return true;
        });
    return facts(link);
  }

  private static void requireKept(String name, String found) {
    String wanted = WANTED.getOrDefault(name, "");
    if (!found.equals(wanted) && !found.startsWith(wanted + ", ")) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of(
                  "the source does not keep the setting \"%s\": wanted %s, found %s"
                      .formatted(name, wanted, found))
              .withDetail("A pooler between the two servers may hand out another session.")
              .withHint("Let the target reach the source itself: connect … reached by \"host=…\""));
    }
  }

  private static Facts facts(Link link) {
    return link.query(
            "SELECT pg_catalog.pg_backend_pid(), pg_catalog.current_setting('server_version_num')",
            "pid integer, version integer",
            row ->
                new Facts(
                    Math.toIntExact(row.number("pid")),
                    new ServerVersion(Math.toIntExact(row.number("version")))))
        .get(0);
  }
}
