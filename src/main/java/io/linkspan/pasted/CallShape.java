package io.linkspan.pasted;

import io.linkspan.sql.DblinkCalls;
import io.linkspan.sql.DblinkCalls.Argument;
import java.util.List;
import java.util.Optional;

/**
 * What the arguments of a call of dblink stand for (manual, appendix F, dblink).
 *
 * @param name of the connection that is opened
 * @param conninfo a connection's name, a server's name or a connection string
 * @param query what the source runs
 * @param failOnError the flag after it
 */
record CallShape(
    String function,
    Optional<Argument> name,
    Optional<Argument> conninfo,
    Optional<Argument> query,
    Optional<Argument> failOnError) {

  /** The shape; empty for functions that take neither a connection string nor a query. */
  static Optional<CallShape> of(DblinkCalls call) {
    List<Argument> given = call.arguments();
    String function = call.function().name();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (connects(function)) {
      boolean named = given.size() == 2;
      return Optional.of(
          new CallShape(
              function,
              named ? Optional.of(given.get(0)) : Optional.empty(),
              Optional.of(given.get(named ? 1 : 0)),
              Optional.empty(),
              Optional.empty()));
    }
    if (!function.equals("dblink")
        && !function.equals("dblink_exec")
        && !function.equals("dblink_send_query")) {
      return Optional.empty();
    }
    boolean flag = given.size() == 2 && isFlag(given.get(1));
    boolean connected = given.size() > 1 && !flag;
    int query = connected ? 1 : 0;
    return Optional.of(
        new CallShape(
            function,
            Optional.empty(),
            connected ? Optional.of(given.get(0)) : Optional.empty(),
            Optional.of(given.get(query)),
            given.size() > query + 1 ? Optional.of(given.get(query + 1)) : Optional.empty()));
  }

  static boolean connects(String function) {
    return function.equals("dblink_connect") || function.equals("dblink_connect_u");
  }

  private static boolean isFlag(Argument argument) {
    return argument.isWord("true") || argument.isWord("false");
  }
}
