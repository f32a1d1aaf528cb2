package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.fastpath.FastpathArg;

/**
 * One session on one server. Statements run one after another on the caller's thread; {@link
 * #cancel} alone may be called from another.
 */
public final class Session implements AutoCloseable {
  private final String name;
  private final Connection jdbc;
  private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

  Session(String name, Connection jdbc) {
    this.name = name;
    this.jdbc = jdbc;
  }

  /**
   * Opens a session.
   *
   * @param name the connection's name, for messages
   * @throws ServerException where the server cannot be reached or refuses
   */
  static Session open(String name, String url, Properties properties) {
    try {
      return new Session(name, DriverManager.getConnection(url, properties));
    } catch (SQLException e) {
      throw ServerErrors.couldNotConnect(e, name);
    }
  }

  /** The name of the connection that the session belongs to. */
  public String name() {
    return name;
  }

  /** All rows of a query, each read by the reader; parameters are bound to its {@code ?}. */
  public <T> List<T> query(String sql, Function<Row, T> reader, Object... parameters) {
    try (PreparedStatement statement = jdbc.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        bind(statement, i + 1, parameters[i]);
      }
      running.set(statement::cancel);
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result);
        List<T> values = new ArrayList<>();
        while (result.next()) {
          values.add(reader.apply(row));
        }
        return values;
      }
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    } finally {
      running.set(null);
    }
  }

  /** All rows of a query, handed over as text; parameters are bound to its {@code ?}. */
  public void list(String sql, List<String> parameters, ResultListener listener) {
    try (PreparedStatement statement = jdbc.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        bind(statement, i + 1, parameters.get(i));
      }
      running.set(statement::cancel);
      try (ResultSet result = statement.executeQuery()) {
        TypedStatement.hand(result, listener);
      }
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    } finally {
      running.set(null);
    }
  }

  private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value instanceof List<?> texts) {
      statement.setArray(index, jdbc.createArrayOf("text", texts.toArray()));
    } else {
      statement.setObject(index, value);
    }
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
    runAs(statement -> statement.execute(sql));
  }

  /** Runs one statement that changes rows, and gives how many it changed. */
  public long update(String sql) {
    AtomicLong rows = new AtomicLong();
    runAs(statement -> rows.set(statement.executeLargeUpdate(sql)));
    return rows.get();
  }

  /**
   * Runs one statement that gives text in its first column, such as EXPLAIN, and joins its rows by
   * line ends. Question marks in it are operators, never parameters.
   */
  public String text(String sql) {
    List<String> lines = new ArrayList<>();
    runAs(
        statement -> {
          try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
              lines.add(String.valueOf(result.getString(1)));
            }
          }
        });
    return String.join("\n", lines);
  }

  /** All rows of a query taken as it stands: question marks in it are operators. */
  public <T> List<T> rows(String sql, Function<Row, T> reader) {
    List<T> values = new ArrayList<>();
    runAs(
        statement -> {
          try (ResultSet result = statement.executeQuery(sql)) {
            Row row = new Row(result);
            while (result.next()) {
              values.add(reader.apply(row));
            }
          }
        });
    return values;
  }

  /** The columns that a query gives; the server plans it and reads no row. */
  public List<DescribedColumn> describe(String query) {
    List<DescribedColumn> columns = new ArrayList<>();
    runAs(
        statement -> {
          // A comment at the query's end must not swallow the bracket.
          try (ResultSet result =
              statement.executeQuery("SELECT * FROM (" + query + "\n) AS q LIMIT 0")) {
            ResultSetMetaData meta = result.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
              int oid = base().getTypeInfo().getPGType(plainName(meta.getColumnTypeName(i)));
              columns.add(new DescribedColumn(meta.getColumnLabel(i), Integer.toUnsignedLong(oid)));
            }
          }
        });
    return columns;
  }

  /**
   * The columns that a statement of any kind would give; the server reads it and does not carry it
   * out.
   *
   * @param sql with the question marks of its operators doubled
   */
  public List<StatementColumn> columnsOf(String sql) {
    List<StatementColumn> columns = new ArrayList<>();
    try (PreparedStatement statement = jdbc.prepareStatement(sql)) {
      running.set(statement::cancel);
      ResultSetMetaData meta = statement.getMetaData();
      for (int i = 1; meta != null && i <= meta.getColumnCount(); i++) {
        String type = plainName(meta.getColumnTypeName(i));
        long oid = Integer.toUnsignedLong(base().getTypeInfo().getPGType(type));
        int modifier = modifier(type, meta.getPrecision(i), meta.getScale(i));
        columns.add(new StatementColumn(meta.getColumnLabel(i), oid, modifier));
      }
      return columns;
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    } finally {
      running.set(null);
    }
  }

  /** The modifier behind what the driver makes of it (src/include/catalog/pg_attribute.h). */
  private static int modifier(String type, int precision, int scale) {
    return switch (type) {
      case "numeric" -> precision == 0 ? -1 : (precision << 16 | scale) + 4;
      case "varchar", "bpchar" ->
          precision <= 0 || precision == Integer.MAX_VALUE ? -1 : precision + 4;
      case "timestamp", "timestamptz", "time", "timetz" -> scale == 6 ? -1 : scale;
      case "bit", "varbit" -> precision <= 0 || precision == Integer.MAX_VALUE ? -1 : precision;
      default -> -1;
    };
  }

  /** The type behind the spelling that the driver gives to a column numbered by a sequence. */
  private static String plainName(String type) {
    return switch (type) {
      case "serial" -> "int4";
      case "bigserial" -> "int8";
      case "smallserial" -> "int2";
      default -> type;
    };
  }

  /** Runs one statement and hands its results over as they come, in constant memory. */
  public void run(String sql, ResultListener listener) {
    runAs(statement -> new TypedStatement(jdbc, statement).run(sql, listener));
  }

  private void runAs(SqlWork work) {
    try (Statement statement = jdbc.createStatement()) {
      statement.setEscapeProcessing(false);
      running.set(statement::cancel);
      work.run(statement);
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    } finally {
      running.set(null);
    }
  }

  /**
   * Calls a function by its OID through the fast-path protocol, whose arguments reach neither the
   * server's log nor {@code pg_stat_activity} (design note: seen on 13 to 18 under {@code
   * log_statement=all}).
   */
  @SuppressWarnings("deprecation") // The only way to hand a server a secret that it will not log.
  void fastpath(long function, String... arguments) {
    try {
      FastpathArg[] wire = new FastpathArg[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        wire[i] = new FastpathArg(arguments[i].getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      running.set(() -> base().cancelQuery());
      jdbc.unwrap(org.postgresql.PGConnection.class)
          .getFastpathAPI()
          .fastpath(Math.toIntExact(function), wire);
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    } finally {
      running.set(null);
    }
  }

  /**
   * Asks the server to stop the statement that runs now, if one does and still does so after the
   * grace. May be called from another thread.
   *
   * @param grace how long the statement may take to end by itself; an interrupt ends the waiting
   */
  public void cancel(Duration grace) {
    Running statement = running.get();
    long end = System.nanoTime() + grace.toNanos();
    while (statement != null && running.get() == statement && System.nanoTime() < end) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    if (statement != null && running.get() == statement) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw ServerErrors.translated(e, name);
      }
    }
  }

  /** Whether a statement runs at this moment. */
  public boolean isRunning() {
    return running.get() != null;
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

  /** What runs now. */
  @FunctionalInterface
  private interface Running {
    void cancel() throws SQLException;
  }

  /** Work on a statement that the driver's exception may end. */
  @FunctionalInterface
  private interface SqlWork {
    void run(Statement statement) throws SQLException;
  }
}
