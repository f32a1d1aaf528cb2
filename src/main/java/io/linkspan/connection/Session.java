package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Literal;
import io.linkspan.pg.ServerVersion;
import io.linkspan.pg.UserException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.postgresql.core.BaseConnection;
import org.postgresql.fastpath.FastpathArg;

/**
 * One session on one server. Statements run one after another on the caller's thread; {@link
 * #cancel} alone may be called from another.
 */
public final class Session implements AutoCloseable {
  private final String name;
  private final Connection jdbc;
  private final Tap tap;
  private final RunningStatement running = new RunningStatement();
  private volatile String role = "";

  Session(String name, Connection jdbc, Tap tap) {
    this.name = name;
    this.jdbc = jdbc;
    this.tap = tap;
  }

  /**
   * Opens a session.
   *
   * @param name the connection's name, for messages
   * @throws ServerException where the server cannot be reached or refuses
   */
  static Session open(String name, String url, Properties properties, Tap tap) {
    try {
      return new Session(name, DriverManager.getConnection(url, properties), tap);
    } catch (SQLException e) {
      throw ServerErrors.couldNotConnect(e, name);
    }
  }

  /** The name of the connection that the session belongs to. */
  public String name() {
    return name;
  }

  /** What the session is for, such as {@code worker 1}; empty for the prompt's. */
  public String role() {
    return role;
  }

  /** Says what the session is for; the server shows it as the application's name. */
  public void servesAs(String purpose) {
    role = purpose;
    execute("SET application_name = " + Literal.quoted("linkspan " + purpose));
  }

  /** The same session, told apart in a trace alone. */
  Session as(String purpose) {
    role = purpose;
    return this;
  }

  /** All rows of a query, each read by the reader; parameters are bound to its {@code ?}. */
  public <T> List<T> query(String sql, Function<Row, T> reader, Object... parameters) {
    return query(Sent.lookUp(sql), sql, reader, parameters);
  }

  /** The same, told to whoever listens in other words. */
  <T> List<T> query(Sent.What what, String sql, Function<Row, T> reader, Object... parameters) {
    return prepared(
        what,
        sql,
        List.of(parameters),
        (statement, told) -> {
          try (ResultSet result = statement.executeQuery()) {
            List<T> values = all(result, reader);
            told.rows(values.size());
            return values;
          }
        });
  }

  /** All rows of a query, handed over as text; parameters are bound to its {@code ?}. */
  public void list(String sql, List<String> parameters, ResultListener listener) {
    prepared(
        Sent.lookUp(sql),
        sql,
        parameters,
        (statement, told) -> {
          try (ResultSet result = statement.executeQuery()) {
            TypedStatement.hand(result, told.counting(listener));
            return true;
          }
        });
  }

  private <T> T prepared(Sent.What what, String sql, List<?> parameters, Work.OnPrepared<T> work) {
    return told(
        what,
        told -> {
          try (PreparedStatement statement = jdbc.prepareStatement(sql)) {
            Work.bind(jdbc, statement, parameters);
            running.begun(statement::cancel);
            return work.run(statement, told);
          }
        });
  }

  /** Does what a message asks for, and tells whoever listens. */
  private <T> T told(Sent.What what, Work.Talk<T> talk) {
    Told told = tap.sent(this, what);
    try {
      T value = talk.run(told);
      told.answered();
      return value;
    } catch (SQLException e) {
      ServerException error = ServerErrors.translated(e, name);
      told.failed(error);
      throw error;
    } finally {
      running.ended();
    }
  }

  private static <T> List<T> all(ResultSet result, Function<Row, T> reader) throws SQLException {
    Row row = new Row(result);
    List<T> values = new ArrayList<>();
    while (result.next()) {
      values.add(reader.apply(row));
    }
    return values;
  }

  /** The one row of a query that always gives exactly one. */
  public <T> T queryOne(String sql, Function<Row, T> reader, Object... parameters) {
    List<T> rows = query(sql, reader, parameters);
    if (rows.size() != 1) {
      throw new IllegalStateException("expected one row, got " + rows.size());
    }
    return rows.get(0);
  }

  /** Runs one statement whose result does not matter. */
  public void execute(String sql) {
    runAs(Sent.statement(sql), (statement, told) -> statement.execute(sql));
  }

  /** Runs one statement that changes rows, and gives how many it changed. */
  public long update(String sql) {
    return runAs(
        Sent.statement(sql),
        (statement, told) -> {
          long rows = statement.executeLargeUpdate(sql);
          told.rows(rows);
          return rows;
        });
  }

  /**
   * Runs one statement that gives text in its first column, such as EXPLAIN, and joins its rows by
   * line ends. Question marks in it are operators, never parameters.
   */
  public String text(String sql) {
    return runAs(
        Sent.statement(sql),
        (statement, told) -> {
          List<String> lines = new ArrayList<>();
          try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
              lines.add(String.valueOf(result.getString(1)));
            }
          }
          String text = String.join("\n", lines);
          told.text(text);
          return text;
        });
  }

  /** All rows of a query taken as it stands: question marks in it are operators. */
  public <T> List<T> rows(String sql, Function<Row, T> reader) {
    return runAs(
        Sent.statement(sql),
        (statement, told) -> {
          try (ResultSet result = statement.executeQuery(sql)) {
            List<T> values = all(result, reader);
            told.rows(values.size());
            return values;
          }
        });
  }

  /** The columns that a query gives; the server plans it and reads no row. */
  public List<DescribedColumn> describe(String query) {
    // A comment at the query's end must not swallow the bracket.
    String sql = "SELECT * FROM (" + query + "\n) AS q LIMIT 0";
    return runAs(
        Sent.statement(sql),
        (statement, told) -> {
          List<DescribedColumn> columns = new ArrayList<>();
          try (ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData meta = result.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
              String type = DriverTypes.plainName(meta.getColumnTypeName(i));
              int oid = base().getTypeInfo().getPGType(type);
              columns.add(new DescribedColumn(meta.getColumnLabel(i), Integer.toUnsignedLong(oid)));
            }
          }
          return columns;
        });
  }

  /**
   * The columns that a statement of any kind would give; the server reads it and does not carry it
   * out.
   *
   * @param sql with the question marks of its operators doubled
   */
  public List<StatementColumn> columnsOf(String sql) {
    return prepared(
        Sent.lookUp(sql),
        sql,
        List.of(),
        (statement, told) -> {
          List<StatementColumn> columns = new ArrayList<>();
          ResultSetMetaData meta = statement.getMetaData();
          for (int i = 1; meta != null && i <= meta.getColumnCount(); i++) {
            String type = DriverTypes.plainName(meta.getColumnTypeName(i));
            long oid = Integer.toUnsignedLong(base().getTypeInfo().getPGType(type));
            int modifier = DriverTypes.modifier(type, meta.getPrecision(i), meta.getScale(i));
            columns.add(new StatementColumn(meta.getColumnLabel(i), oid, modifier));
          }
          return columns;
        });
  }

  /** Runs one statement and hands its results over as they come, in constant memory. */
  public void run(String sql, ResultListener listener) {
    runAs(
        Sent.statement(sql),
        (statement, told) -> {
          new TypedStatement(jdbc, statement).run(sql, told.counting(listener));
          return true;
        });
  }

  private <T> T runAs(Sent.What what, Work.OnStatement<T> work) {
    return told(
        what,
        told -> {
          try (Statement statement = jdbc.createStatement()) {
            statement.setEscapeProcessing(false);
            running.begun(statement::cancel);
            return work.run(statement, told);
          }
        });
  }

  /**
   * Calls a function by its OID through the fast-path protocol, whose arguments reach neither the
   * server's log nor {@code pg_stat_activity} (design note: seen on 13 to 18 under {@code
   * log_statement=all}).
   *
   * @param what what is told of it, without the secret
   */
  @SuppressWarnings("deprecation") // The only way to hand a server a secret that it will not log.
  void fastpath(Sent.What what, long function, String... arguments) {
    FastpathArg[] wire = new FastpathArg[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      wire[i] = new FastpathArg(arguments[i].getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    told(
        what,
        told -> {
          running.begun(() -> base().cancelQuery());
          jdbc.unwrap(org.postgresql.PGConnection.class)
              .getFastpathAPI()
              .fastpath(Math.toIntExact(function), wire);
          return true;
        });
  }

  /**
   * Asks the server to stop the statement that runs now, if one does and still does so after the
   * grace. May be called from another thread.
   *
   * @param grace how long the statement may take to end by itself; an interrupt ends the waiting
   */
  public void cancel(Duration grace) {
    try {
      running.cancel(grace, () -> tap.sent(this, Sent.request("cancel")).answered());
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    }
  }

  /** Whether a statement runs at this moment. */
  public boolean isRunning() {
    return running.isOne();
  }

  /** Where the session stands with its transaction; asks no server. */
  public TransactionStatus transactionStatus() {
    return switch (base().getTransactionState()) {
      case IDLE -> TransactionStatus.IDLE;
      case OPEN -> TransactionStatus.OPEN;
      case FAILED -> TransactionStatus.FAILED;
    };
  }

  /**
   * Fails where a transaction of the user's is open.
   *
   * @param why the DETAIL, such as {@code A run is a transaction of its own.}; may be empty
   */
  public void requireIdle(String why) {
    if (transactionStatus() != TransactionStatus.IDLE) {
      ErrorFields fields =
          ErrorFields.of("a transaction is open on target \"%s\"".formatted(name))
              .withHint("End it first: COMMIT; or ROLLBACK;");
      throw new UserException(
          UserException.Kind.USAGE, why.isEmpty() ? fields : fields.withDetail(why));
    }
  }

  /**
   * Whether a backslash in a plain string constant means itself; where {@code
   * standard_conforming_strings} is off, constants end elsewhere than SQL has it.
   */
  public boolean takesBackslashesAsTheyAre() {
    return base().getStandardConformingStrings();
  }

  /** Has the server refuse every write of the session's transactions to come. */
  void onlyRead() {
    execute("SET default_transaction_read_only = on");
  }

  /** Whether the server told, as it does since 14, that the session's transactions may write. */
  boolean mayWrite() {
    return "off".equals(base().getParameterStatus("default_transaction_read_only"));
  }

  /** The server's version, as it told at the start. */
  public ServerVersion version() {
    return new ServerVersion(
        org.postgresql.core.ServerVersion.from(base().getQueryExecutor().getServerVersion())
            .getVersionNum());
  }

  /** The process id of the server's backend. */
  public int backendPid() {
    return base().getQueryExecutor().getBackendPID();
  }

  /** Whether the session is closed, by us or by a broken connection that was noticed. */
  public boolean isClosed() {
    try {
      return jdbc.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private BaseConnection base() {
    try {
      return jdbc.unwrap(BaseConnection.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      jdbc.close();
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    }
  }
}
