package io.linkspan.trace;

import io.linkspan.connection.Link;
import io.linkspan.connection.Sent;
import io.linkspan.sql.DblinkCalls;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a message makes the target ask of a source. */
final class Remotes {
  private static final String LINK = Link.nameFor("");

  /** What is opened for one typed statement leads to no connection of the shell's. */
  private static final Pattern FOR_ONE_STATEMENT = Pattern.compile(LINK + "typed_\\d+");

  /** EXPLAIN that carries nothing out, so that no call in it is made. */
  private static final Pattern PLANNED_ALONE =
      Pattern.compile("(?i)\\s*explain\\b(?!\\s*\\([^)]*analy[sz]e|\\s+analy[sz]e)");

  private Remotes() {}

  /** As the message itself says; else as the dblink calls in its text do. */
  static List<Sent.Through> of(Sent message) {
    Optional<Sent.Through> known = message.what().through();
    if (known.isPresent()) {
      return List.of(known.orElseThrow());
    }
    String text = message.what().text();
    return message.what().kind() == Sent.Kind.REQUEST
            || PLANNED_ALONE.matcher(text).lookingAt()
            || !DblinkCalls.mentioned(text)
        ? List.of()
        : DblinkCalls.in(text).stream().map(Remotes::of).flatMap(Optional::stream).toList();
  }

  private static Optional<Sent.Through> of(DblinkCalls call) {
    String function = call.function().name();
    List<DblinkCalls.Argument> arguments = call.arguments();
    if (!List.of("dblink", "dblink_exec", "dblink_send_query", "dblink_open").contains(function)
        || arguments.isEmpty()) {
      return Optional.empty();
    }
    boolean named = arguments.size() > 1 && arguments.get(1).value().isPresent();
    Optional<String> query = arguments.get(named ? 1 : 0).value();
    String source =
        named ? arguments.get(0).value().map(Remotes::source).orElse("source") : "source";
    return Optional.of(new Sent.Through(source, 0, query.orElse("a query that it computes")));
  }

  /** The connection behind linkspan's link, or the name as it is; never a connection string. */
  private static String source(String name) {
    return name.startsWith(LINK) && !FOR_ONE_STATEMENT.matcher(name).matches()
        ? name.substring(LINK.length())
        : name.matches("\\w+") ? name : "source";
  }
}
