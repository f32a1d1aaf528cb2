package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Literal;
import io.linkspan.pg.UserException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;

/**
 * A connection that has a name: the one session of the prompt, pinned, and a pool for reads behind
 * it.
 */
public final class OpenConnection implements AutoCloseable {
  private final String name;
  private final ConnectionSettings settings;
  private final ConnectionMarks marks;
  private final Optional<ReachedBy> reachedBy;
  private final Session session;
  private final Tap tap;
  private final BackgroundPool pool;

  private OpenConnection(
      String name,
      ConnectionSettings settings,
      ConnectionMarks marks,
      Optional<ReachedBy> reachedBy,
      Session session,
      Tap tap) {
    this.tap = tap;
    this.name = name;
    this.settings = settings;
    this.marks = marks;
    this.reachedBy = reachedBy;
    this.session = session;
    this.pool = new BackgroundPool(name, settings.jdbcUrl(), driverProperties(settings), tap);
  }

  /**
   * Opens the prompt's session.
   *
   * @param reachedBy how the target server reaches the database, where that differs
   * @throws ServerException where the server cannot be reached or refuses
   */
  public static OpenConnection open(
      String name,
      ConnectionSettings settings,
      ConnectionMarks marks,
      Optional<ReachedBy> reachedBy) {
    Tap tap = new Tap();
    Session session = prepared(name, settings, marks.readOnly(), tap);
    return new OpenConnection(name, settings, marks, reachedBy, session, tap);
  }

  /**
   * One more session of the same database, for the caller to use on a thread of its own and to
   * close.
   *
   * @throws ServerException where the server cannot be reached or refuses
   */
  public Session openSession() {
    return prepared(name, settings, marks.readOnly(), tap);
  }

  /** The same, of which nobody is told: for those who listen to look around with. */
  public Session openSilentSession() {
    return prepared(name, settings, marks.readOnly(), new Tap());
  }

  /** Tells the listener from now on what is sent to this server and what comes back. */
  void listen(Optional<TrafficListener> listener) {
    tap.listen(listener);
  }

  private static Session prepared(
      String name, ConnectionSettings settings, boolean readOnly, Tap tap) {
    long begun = System.nanoTime();
    Session session = Session.open(name, settings.jdbcUrl(), driverProperties(settings), tap);
    tap.sent(session, Sent.request("logs in as " + settings.user()), begun).answered();
    try {
      if (session.version().atLeast(14)) {
        // A shell that was killed must not have its statement carried out and committed.
        session.execute("SET client_connection_check_interval = '1s'");
      }
      if (readOnly) {
        session.onlyRead();
      }
    } catch (ServerException e) {
      session.close();
      throw e;
    }
    return session;
  }

  private static Properties driverProperties(ConnectionSettings settings) {
    Properties properties = settings.jdbcProperties();
    properties.putIfAbsent("ApplicationName", "linkspan");
    // So the name is part of the start of a session, and outlives DISCARD ALL.
    properties.putIfAbsent("assumeMinServerVersion", "13");
    properties.putIfAbsent("connectTimeout", "10");
    properties.putIfAbsent("tcpKeepAlive", "true");
    // Without this the driver reads the password file itself, whoever else may read it.
    properties.putIfAbsent("password", "");
    // Values come as the server writes them, and no prepared statement outlives its call.
    properties.put("prepareThreshold", "0");
    properties.put("binaryTransfer", "false");
    // Savepoints would give the rows other transaction ids than the transaction's own.
    properties.put("autosave", "never");
    return properties;
  }

  public String name() {
    return name;
  }

  public ConnectionSettings settings() {
    return settings;
  }

  public boolean readOnly() {
    return marks.readOnly();
  }

  /** What the user said of it. */
  public ConnectionMarks marks() {
    return marks;
  }

  /**
   * Has the server refuse writes again where a function of a reading connection allowed them. Asks
   * no server unless it was so; before 14 a server does not tell.
   */
  public void keepReadOnly() {
    if (marks.readOnly()
        && !session.isClosed()
        && session.transactionStatus() == TransactionStatus.IDLE
        && session.mayWrite()) {
      session.onlyRead();
    }
  }

  public Optional<ReachedBy> reachedBy() {
    return reachedBy;
  }

  /**
   * The prompt's session.
   *
   * @throws UserException where it was lost
   */
  public Session session() {
    if (session.isClosed()) {
      throw new UserException(
          UserException.Kind.CONNECTION,
          ErrorFields.of("connection \"%s\" was lost".formatted(name))
              .withHint("Open it again: connect %s".formatted(name)));
    }
    return session;
  }

  /** Whether the prompt's session was lost. */
  public boolean isLost() {
    return session.isClosed();
  }

  /** Does some work on a session of the pool; nothing of its state stays behind. */
  public <T> T inBackground(Function<Session, T> work) {
    return pool.use(work);
  }

  /** The text by which the target server opens a session on this database; holds the password. */
  Secret linkConninfo(String applicationName) {
    ConnectionSettings dressed =
        settings
            .withParameter("application_name", applicationName)
            .withParameter("connect_timeout", "10")
            .withParameter("keepalives", "1")
            .withParameter("keepalives_idle", "30")
            .withParameter("keepalives_interval", "10")
            .withParameter("keepalives_count", "3")
            .withParameter("tcp_user_timeout", "60000");
    // dblink looks for a foreign server named like the first 63 bytes before it takes the text for
    // what it is, so nobody may know them; of two application names, libpq takes the later.
    String unknown = "application_name=" + Literal.conninfo(UUID.randomUUID().toString()) + " ";
    return new Secret(unknown + reachedBy.map(dressed::conninfo).orElseGet(dressed::conninfo));
  }

  /** The text by which the target server finds this database, without the password. */
  public String linkConninfoShown() {
    ConnectionSettings shown = settings.withoutSecrets();
    return reachedBy.map(shown::conninfo).orElseGet(shown::conninfo);
  }

  @Override
  public void close() {
    pool.close();
    session.close();
  }

  /** The name and {@code user@host:port/database}, never the password. */
  @Override
  public String toString() {
    return name + " " + settings;
  }
}
