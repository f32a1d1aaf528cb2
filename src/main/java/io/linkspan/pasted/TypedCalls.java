package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.check.Finding.Severity;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.sql.DblinkCalls;
import io.linkspan.sql.DblinkCalls.Argument;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides how a typed statement goes to its server, so that no text that is sent has a password.
 */
public final class TypedCalls {
  /** Begins the names of connections that one statement needs. */
  public static final String PREFIX = "linkspan_typed_";

  private static final Set<String> AT_ONCE =
      Set.of("select", "insert", "update", "delete", "merge", "with", "values", "explain", "(");

  private final String sql;
  private final Secrets secrets;
  private final List<DblinkCalls> calls;
  private final List<DblinkCalls> strangers;
  private final Tokens tokens;
  private final Map<Argument, String> conninfos = new LinkedHashMap<>();

  /** What a password is told by. */
  public interface Secrets {
    /** Whether the text is a connection string with a password. */
    boolean surely(String text);

    /** Whether it may be one, read or not. */
    boolean maybe(String text);
  }

  private TypedCalls(String sql, Secrets secrets, Predicate<Identifier> home) {
    this.sql = sql;
    this.secrets = secrets;
    Map<Boolean, List<DblinkCalls>> own =
        DblinkCalls.in(sql).stream()
            .collect(Collectors.partitioningBy(c -> c.schema().map(home::test).orElse(true)));
    this.calls = own.getOrDefault(true, List.of());
    this.strangers = own.getOrDefault(false, List.of());
    this.tokens = Tokens.of(sql);
    for (DblinkCalls call : calls) {
      CallShape.of(call)
          .flatMap(CallShape::conninfo)
          .filter(a -> a.value().filter(this::isSecret).isPresent())
          .ifPresent(a -> conninfos.put(a, a.value().orElseThrow()));
    }
  }

  /**
   * How the statement goes.
   *
   * @param home whether a schema typed before a function's name is the extension's
   * @param inTransaction whether a transaction of the user's is open
   */
  public static Passage of(
      String sql, Secrets secrets, Predicate<Identifier> home, boolean inTransaction) {
    return new TypedCalls(sql, secrets, home).passage(inTransaction);
  }

  /** Why the text must be neither shown nor sent; empty where no password would stay in it. */
  public static Optional<ErrorFields> kept(
      String sql, Secrets secrets, Predicate<Identifier> home) {
    return new TypedCalls(sql, secrets, home).secretElsewhere();
  }

  private Passage passage(boolean inTransaction) {
    if (calls.isEmpty() && strangers.isEmpty()) {
      return withoutCalls();
    }
    List<Finding> findings = new ArrayList<>();
    for (DblinkCalls call : calls) {
      CallShape.of(call)
          .ifPresent(shape -> findings.addAll(TypedFindings.in(shape, inTransaction)));
    }
    Optional<Finding> refused =
        findings.stream().filter(f -> f.severity() == Severity.ERROR).findFirst();
    if (refused.isPresent()) {
      return new Passage.Refused(refused.orElseThrow().fields());
    }
    Optional<ErrorFields> elsewhere = secretElsewhere();
    if (elsewhere.isPresent()) {
      return new Passage.Refused(elsewhere.orElseThrow());
    }
    if (conninfos.isEmpty()) {
      return new Passage.AsTyped(findings);
    }
    boolean connects = calls.stream().anyMatch(c -> CallShape.connects(c.function().name()));
    if (connects) {
      return connect();
    }
    return AT_ONCE.contains(verb()) || createsTable()
        ? through(findings)
        : refused("the statement would keep the password of a dblink call, or run later");
  }

  private boolean isSecret(String value) {
    return Way.isConninfo(value) && (secrets.maybe(value) || SecretText.in(value));
  }

  private String verb() {
    return tokens.atSymbol("(") ? "(" : tokens.peek().word();
  }

  /** {@code CREATE TABLE … AS}, which runs the query now. */
  private boolean createsTable() {
    Tokens cursor = Tokens.of(sql);
    if (!cursor.acceptWord("create")) {
      return false;
    }
    while (cursor.acceptWord("temp")
        || cursor.acceptWord("temporary")
        || cursor.acceptWord("unlogged")
        || cursor.acceptWord("local")
        || cursor.acceptWord("global")) {
      // Words before TABLE.
    }
    if (!cursor.acceptWord("table")) {
      return false;
    }
    // A default of a column would keep the call; it is within the parentheses, and no AS follows.
    cursor.textUntil(t -> t.at("as"));
    return cursor.at("as");
  }

  /** A body of a function or of DO is one string constant for the server. */
  private Passage withoutCalls() {
    boolean hidden =
        Set.of("do", "create", "alter", "prepare").contains(verb())
            && DblinkCalls.constants(sql).stream().anyMatch(this::callsWithSecret);
    if (hidden) {
      return refused("the body holds the password of a dblink call");
    }
    return UserMappingPassword.in(sql)
        ? new Passage.AsTyped(List.of(UserMappingPassword.finding()))
        : new Passage.AsTyped(List.of());
  }

  /** Whether a text that is SQL itself calls dblink and has a password. */
  private boolean callsWithSecret(String body) {
    return DblinkCalls.mentioned(body)
        && DblinkCalls.constants(body).stream()
            .anyMatch(c -> secrets.surely(c) || SecretText.ofConnection(c) || callsWithSecret(c));
  }

  /** Why a password is in a place from which it cannot be taken out; empty where none is. */
  private Optional<ErrorFields> secretElsewhere() {
    List<String> left = new ArrayList<>(DblinkCalls.constants(sql));
    conninfos.values().forEach(left::remove);
    for (DblinkCalls call : calls) {
      Optional<CallShape> shape = CallShape.of(call);
      Optional<Argument> query = shape.flatMap(CallShape::query);
      query.flatMap(Argument::value).ifPresent(left::remove);
      boolean nested =
          query.stream().flatMap(a -> a.constants().stream()).anyMatch(this::holdsSecret);
      boolean joined =
          shape
              .flatMap(CallShape::conninfo)
              .filter(a -> a.value().isEmpty())
              .filter(a -> a.constants().stream().anyMatch(SecretText::begins))
              .isPresent();
      if (nested) {
        return Optional.of(
            fields("the remote text of a dblink call holds a password")
                .withHint(
                    "Connect first and name the connection: connect NAME URI as source. Where the"
                        + " source itself reads from elsewhere, a foreign server there keeps the"
                        + " password."));
      }
      if (joined) {
        return Optional.of(inText());
      }
    }
    boolean strange =
        strangers.stream()
            .flatMap(call -> call.arguments().stream())
            .flatMap(argument -> argument.constants().stream())
            .anyMatch(c -> isSecret(c) || SecretText.ofConnection(c) || holdsSecret(c));
    return strange || left.stream().anyMatch(secrets::surely)
        ? Optional.of(inText())
        : Optional.empty();
  }

  /** Whether a remote text has a password in one of its constants. */
  private boolean holdsSecret(String remote) {
    return callsWithSecret(remote)
        || DblinkCalls.constants(remote).stream()
            .anyMatch(c -> secrets.surely(c) && !c.stripTrailing().endsWith("="));
  }

  /** {@code SELECT dblink_connect(…)} and nothing more. */
  private Passage connect() {
    Tokens cursor = Tokens.of(sql);
    DblinkCalls call = calls.get(0);
    boolean select = cursor.acceptWord("select");
    boolean named = cursor.peek().identifier().isPresent();
    while (select && named && cursor.peek().begin() < call.end()) {
      boolean before = cursor.peek().begin() < call.begin();
      if (before && cursor.peek().identifier().isEmpty() && !cursor.atSymbol(".")) {
        named = false;
      }
      cursor.next();
    }
    cursor.acceptWord("as");
    cursor.acceptIdentifier();
    if (!select || !named || calls.size() != 1 || !cursor.atEnd()) {
      return refused("dblink_connect with a password is not a statement of its own here");
    }
    CallShape shape = CallShape.of(call).orElseThrow();
    Optional<String> name = shape.name().flatMap(Argument::value);
    if (shape.name().isPresent() && name.isEmpty()) {
      return refused("the name of the dblink connection is not a string constant");
    }
    return new Passage.Connect(
        call.function().name(), name, shape.conninfo().flatMap(Argument::value).orElseThrow());
  }

  private Passage through(List<Finding> findings) {
    Map<String, String> links = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    int copied = 0;
    List<Map.Entry<Argument, String>> inOrder = new ArrayList<>(conninfos.entrySet());
    inOrder.sort(Comparator.comparingInt(e -> e.getKey().slice().begin()));
    for (Map.Entry<Argument, String> entry : inOrder) {
      String conninfo = entry.getValue();
      String name =
          links.entrySet().stream()
              .filter(e -> e.getValue().equals(conninfo))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseGet(() -> PREFIX + (links.size() + 1));
      links.put(name, conninfo);
      text.append(sql, copied, entry.getKey().slice().begin()).append(Literal.quoted(name));
      copied = entry.getKey().slice().end();
    }
    text.append(sql, copied, sql.length());
    List<Finding> all = new ArrayList<>(findings);
    all.add(
        Finding.note(
            CheckId.PASSWORD_IN_TEXT,
            "the password is not in the text sent: %s is opened apart and closed afterwards"
                .formatted(String.join(", ", links.keySet()))));
    return new Passage.Through(text.toString(), links, all);
  }

  private static Passage refused(String message) {
    return new Passage.Refused(fields(message));
  }

  private static ErrorFields inText() {
    return fields(
        "the password of a dblink call is not in one string constant, so it would be sent in the"
            + " text");
  }

  private static ErrorFields fields(String message) {
    return ErrorFields.of(message)
        .withDetail("It would be in the server's log and in pg_stat_activity.")
        .withHint(
            "Open the connection first, as a statement of its own: SELECT dblink_connect('NAME',"
                + " 'host=… dbname=… user=… password=…'); then write 'NAME' in its place.");
  }
}
