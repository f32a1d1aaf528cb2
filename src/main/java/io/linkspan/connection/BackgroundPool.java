package io.linkspan.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pool behind a connection, made when it is first needed. */
final class BackgroundPool implements AutoCloseable {
  private final Tap tap;
  private final String name;
  private final String url;
  private final Properties properties;
  private @Nullable HikariDataSource pool;
  private boolean closed;

  BackgroundPool(String name, String url, Properties properties, Tap tap) {
    this.tap = tap;
    this.name = name;
    this.url = url;
    this.properties = properties;
  }

  <T> T use(Function<Session, T> work) {
    try (Connection connection = pool().getConnection()) {
      try {
        return work.apply(new Session(name, connection, tap).as("pool"));
      } finally {
        clean(connection);
      }
    } catch (SQLException e) {
      throw ServerErrors.translated(e, name);
    }
  }

  /** A pooled session keeps settings, temporary tables and more, unless they are discarded. */
  private static void clean(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      try (var statement = connection.createStatement()) {
        statement.execute("DISCARD ALL");
      }
    }
  }

  private synchronized HikariDataSource pool() throws SQLException {
    if (closed) {
      throw new SQLException("connection is closed", "08003");
    }
    if (pool == null) {
      HikariConfig config = new HikariConfig();
      config.setPoolName("linkspan-" + name);
      config.setJdbcUrl(url);
      config.setDataSourceProperties(properties);
      config.setMaximumPoolSize(4);
      config.setMinimumIdle(0);
      config.setIdleTimeout(30_000);
      config.setConnectionTimeout(5_000);
      // The pool opens nothing before somebody asks, and the asker gets the error.
      config.setInitializationFailTimeout(-1);
      pool = new HikariDataSource(config);
    }
    return pool;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (pool != null) {
      pool.close();
    }
  }
}
