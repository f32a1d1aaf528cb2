package io.linkspan.connection;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * dblink connections that a typed statement asks for. They are opened by a function call whose
 * arguments no server logs, and are the session's own from then on.
 */
public final class TypedLinks {
  private static final Pattern SECRET_WORD =
      Pattern.compile("pass|pwd|secret|://[^/]*:", Pattern.CASE_INSENSITIVE);

  private TypedLinks() {}

  /** Whether the text is a connection string that surely holds a password or another secret. */
  public static boolean holdsSecret(String text) {
    try {
      return SettingsText.parse(text).holdSecrets();
    } catch (UserException e) {
      return false;
    }
  }

  /** Whether the text may be a connection string with a password, if one that cannot be read. */
  public static boolean mayHoldSecret(String text) {
    try {
      return SettingsText.parse(text).holdSecrets();
    } catch (UserException e) {
      return SECRET_WORD.matcher(text).find();
    }
  }

  /**
   * Opens a connection.
   *
   * @param function {@code dblink_connect} or {@code dblink_connect_u}
   * @param name empty for dblink's unnamed connection
   * @throws UserException where the text is no connection string, the extension is missing, or the
   *     server cannot connect
   */
  public static void connect(
      Session session, String function, Optional<String> name, Secret conninfo) {
    // The server's own complaint about a text that it cannot read may repeat a part of a password.
    SettingsText.parse(conninfo.reveal());
    DblinkFunctions functions = DblinkFunctions.read(session);
    if (name.isPresent()) {
      session.fastpath(
          Sent.request(function + "(" + Literal.quoted(name.orElseThrow()) + ", …)"),
          functions.oid(function + "(text, text)"),
          name.orElseThrow(),
          conninfo.reveal());
    } else {
      session.fastpath(
          Sent.request(function + "(…)"), functions.oid(function + "(text)"), conninfo.reveal());
    }
  }

  /** Closes a connection; one that is gone already is no error. */
  public static void disconnect(Session session, String name) {
    try {
      session.query(
          "SELECT "
              + DblinkFunctions.read(session).qualified("dblink_disconnect")
              + "(?::pg_catalog.text) AS done",
          row -> row.text("done"),
          name);
    } catch (ServerException e) {
      if (!e.sqlState().code().startsWith("08")) {
        throw e;
      }
    }
  }

  /**
   * The named connections that are open in the session; none without the extension, or where the
   * role may not use it.
   */
  public static List<String> open(Session session) {
    return DblinkFunctions.find(session)
        .map(functions -> names(session, functions))
        .orElse(List.of());
  }

  private static List<String> names(Session session, DblinkFunctions functions) {
    try {
      return session.queryOne(
          "SELECT COALESCE("
              + functions.qualified("dblink_get_connections")
              + "(), '{}'::pg_catalog.text[]) AS names",
          row -> row.texts("names"));
    } catch (ServerException e) {
      if (e.sqlState().equals(SqlState.INSUFFICIENT_PRIVILEGE)) {
        return List.of();
      }
      throw e;
    }
  }

  /** The schema that has the extension's functions; empty where it is not installed. */
  public static Optional<Identifier> schema(Session session) {
    return DblinkFunctions.find(session).map(DblinkFunctions::schema);
  }

  /** The options of a foreign server of that name; empty where the database has none. */
  public static Optional<Map<String, String>> serverOptions(Session session, String name) {
    List<Map<String, String>> rows =
        session.query(
            """
            SELECT COALESCE(s.srvoptions, '{}'::pg_catalog.text[]) AS options
            FROM pg_catalog.pg_foreign_server AS s
            WHERE s.srvname OPERATOR(pg_catalog.=) ?::pg_catalog.name""",
            row -> options(row.texts("options")),
            name);
    return rows.stream().findFirst();
  }

  private static Map<String, String> options(List<String> texts) {
    Map<String, String> options = new TreeMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      options.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return options;
  }
}
