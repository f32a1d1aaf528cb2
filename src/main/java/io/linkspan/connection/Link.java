package io.linkspan.connection;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.pg.ServerVersion;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the target reaches the source: a dblink connection in the target's prompt session, opened
 * once under a name of its own. Statements carry that name and never a conninfo string.
 */
public final class Link implements AutoCloseable {
  /** Milliseconds that the target may take to open the connection. */
  private static final int OPENING = 15_000;

  private final String name;
  private final OpenConnection source;
  private final OpenConnection target;
  private final Session session;
  private final DblinkFunctions functions;
  private final Optional<ForeignServer> server;
  private volatile int sourcePid;
  private ServerVersion sourceVersion = new ServerVersion(0);

  private Link(
      String name,
      OpenConnection source,
      OpenConnection target,
      Session session,
      DblinkFunctions functions,
      Optional<ForeignServer> server) {
    this.name = name;
    this.source = source;
    this.target = target;
    this.session = session;
    this.functions = functions;
    this.server = server;
  }

  /**
   * Opens the link in the target's prompt session and makes its settings safe.
   *
   * @throws io.linkspan.pg.UserException where the extension is missing, or the target cannot reach
   *     the source, or the source does not take the settings
   */
  public static Link open(OpenConnection source, OpenConnection target) {
    return open(source, target, target.session());
  }

  /** The name that the link from the source of that name has, in whichever session it is open. */
  public static String nameFor(String source) {
    return "linkspan_" + source;
  }

  /**
   * Opens a link in another session of the target, which then reads on its own.
   *
   * @param session one of the target's, on which the caller's thread works alone
   */
  public static Link open(OpenConnection source, OpenConnection target, Session session) {
    String name = nameFor(source.name());
    DblinkFunctions functions = DblinkFunctions.read(session);
    LinkAddress address = LinkAddress.of(source);
    Link link =
        new Link(
            name,
            source,
            target,
            session,
            functions,
            ForeignServer.matching(session, address.host(), address.port(), address.database()));
    link.reopen();
    return link;
  }

  /** Opens the link again after {@link #close}. */
  public void reopen() {
    connect();
    try {
      LinkSettings.set(this);
      LinkSettings.Facts facts = LinkSettings.readBack(this);
      sourcePid = facts.pid();
      sourceVersion = facts.version();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void connect() {
    String before =
        session.queryOne(
            "SELECT pg_catalog.current_setting('statement_timeout') AS v", row -> row.text("v"));
    setTimeout(String.valueOf(OPENING));
    try {
      String how =
          server
              .map(s -> s.name().name())
              .orElseGet(() -> source.linkConninfo("linkspan link " + name).reveal());
      session.fastpath(opening(), functions.oid("dblink_connect(text, text)"), name, how);
    } finally {
      if (!session.isClosed() && session.transactionStatus() != TransactionStatus.FAILED) {
        setTimeout(before);
      }
    }
  }

  private Sent.What opening() {
    String by = server.map(s -> "server " + s.name().quoted()).orElse("…");
    return new Sent.What(
        Sent.Kind.REQUEST,
        functions.qualified("dblink_connect") + "(" + Literal.quoted(name) + ", " + by + ")",
        Optional.of(
            new Sent.Through(
                source.name(),
                0,
                "logs in" + (server.isPresent() ? "" : " as " + source.settings().user()))));
  }

  /** What a call through the link is told as. */
  private Sent.What call(String function, String remoteSql) {
    return new Sent.What(
        Sent.Kind.LOOK_UP,
        functions.qualified(function) + "(" + Literal.quoted(name) + ", …)",
        Optional.of(new Sent.Through(source.name(), sourcePid, remoteSql)));
  }

  private void setTimeout(String value) {
    session.query(
        "SELECT pg_catalog.set_config('statement_timeout', ?, false) AS v",
        row -> row.text("v"),
        value);
  }

  /** The name by which statements read through the link. */
  public String name() {
    return name;
  }

  /** How the link is opened, for the reader of a screen: never with a password. */
  public String way() {
    return server
        .map(s -> "foreign server " + s.name().quoted())
        .orElseGet(
            () ->
                "%s"
                    .formatted(
                        source.reachedBy().map(ReachedBy::host).orElse(source.settings().host())));
  }

  /** Whether a foreign server of the target's says where to go and as whom. */
  public boolean byForeignServer() {
    return server.isPresent();
  }

  /** The foreign server of the target's that says where to go and as whom, if there is one. */
  public Optional<Identifier> foreignServer() {
    return server.map(ForeignServer::name);
  }

  /** The commands that set what the source's end depends on. */
  public static String settings() {
    return LinkSettings.commands();
  }

  /** The version of the server that the link leads to. */
  public ServerVersion sourceVersion() {
    return sourceVersion;
  }

  /** Whether the connection is one of the link's ends. */
  boolean joins(OpenConnection connection) {
    return source == connection || target == connection;
  }

  /** Whether the link belongs to these two connections and both ends still answer. */
  public boolean serves(OpenConnection from, OpenConnection to) {
    if (source != from || target != to || target.isLost()) {
      return false;
    }
    try {
      LinkSettings.readBack(this);
      return true;
    } catch (UserException e) {
      // Lost, or an expression of the user's has changed a setting that safety rests on.
      return false;
    }
  }

  /**
   * Reads the settings back that values and safety depend on. In a transaction of the source's no
   * pooler changes the process any more, so they hold for the rest of it.
   *
   * @throws io.linkspan.pg.UserException where one of them is not as it was set
   */
  public void requireSettings() {
    sourcePid = LinkSettings.readBack(this).pid();
  }

  /**
   * The rows of a query that the source runs.
   *
   * @param definitions the column definition list, without its parentheses
   */
  public <T> List<T> query(String remoteSql, String definitions, Function<Row, T> reader) {
    return session.query(
        call("dblink", remoteSql),
        "SELECT * FROM "
            + functions.qualified("dblink")
            + "(?::pg_catalog.text, ?::pg_catalog.text) AS t("
            + definitions
            + ")",
        reader,
        name,
        remoteSql);
  }

  /** Runs a command on the source that gives no rows. */
  public void execute(String remoteSql) {
    session.query(
        call("dblink_exec", remoteSql),
        "SELECT "
            + functions.qualified("dblink_exec")
            + "(?::pg_catalog.text, ?::pg_catalog.text) AS tag",
        row -> row.text("tag"),
        name,
        remoteSql);
  }

  /**
   * Stops what the source runs for the link. dblink itself never does: a cancel on the target waits
   * until the source has answered (design note on dblink, 1.6). Called from another thread than the
   * one that waits.
   */
  public void cancelSource() {
    String cancel = "SELECT pg_catalog.pg_cancel_backend(" + sourcePid + ") AS done";
    boolean done;
    try {
      done = source.inBackground(s -> s.queryOne(cancel, row -> row.flag("done")));
    } catch (ServerException e) {
      done = false;
    }
    if (!done) {
      // The link may act as another role, whose backends the shell's own role may not cancel.
      target.inBackground(
          s -> {
            try (Link second = open(source, target, s)) {
              return second.query(cancel, "done boolean", row -> row.flag("done"));
            }
          });
    }
  }

  /**
   * Ends what was left half done: rolls the target's transaction back and closes the link, whose
   * own transaction may be aborted and its connection busy. A lost session has ended both already.
   */
  public void abandon() {
    if (!session.isClosed()) {
      try {
        if (session.transactionStatus() != TransactionStatus.IDLE) {
          session.execute("ROLLBACK");
        }
      } finally {
        close();
      }
    }
  }

  /** Closes the link; a link that is gone already is no error. */
  @Override
  public void close() {
    if (session.isClosed() || session.transactionStatus() == TransactionStatus.FAILED) {
      return;
    }
    try {
      session.query(
          call("dblink_disconnect", "leaves"),
          "SELECT " + functions.qualified("dblink_disconnect") + "(?::pg_catalog.text) AS done",
          row -> row.text("done"),
          name);
    } catch (ServerException e) {
      // 08003 says that no connection of that name is open, which is what was wanted; it is no
      // more either where the session itself has ended.
      if (!e.sqlState().code().startsWith("08") && !session.isClosed()) {
        throw e;
      }
    }
  }
}
