package io.linkspan.testing;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.sandbox.Access;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A PostgreSQL server of a test run, embedded or in a container. It logs every statement, has
 * pg_stat_statements loaded and lets nobody in without a password.
 */
public interface TestServer extends AutoCloseable {

  /** The major version, such as 15. */
  int major();

  /** How the tests reach the server: its superuser in database {@code postgres}. */
  Access superuser();

  /** The host under which the other servers, and itself, reach this one. */
  String hostForServers();

  /** The port under which the other servers, and itself, reach this one. */
  int portForServers();

  /** The server's log since its start. */
  String log();

  @Override
  void close();

  /** A superuser's connection, for the caller to close. */
  default Connection connect(String database) throws SQLException {
    return Jdbc.connect(superuser().inDatabase(database));
  }

  /** Runs one or more statements as superuser. */
  default void execute(String database, String sql) {
    Jdbc.execute(superuser().inDatabase(database), sql);
  }

  default void createDatabase(String name) {
    execute("postgres", "CREATE DATABASE " + new Identifier(name).quoted());
  }

  /** Makes an ordinary role that may log in. */
  default void createRole(String name, String password) {
    execute(
        "postgres",
        "CREATE ROLE "
            + new Identifier(name).quoted()
            + " LOGIN PASSWORD "
            + Literal.quoted(password));
  }

  /** Whether the log tells the duration of every statement; off at first. */
  default void logDurations(boolean on) {
    execute("postgres", "ALTER SYSTEM SET log_min_duration_statement = " + (on ? "0" : "-1"));
    execute("postgres", "SELECT pg_reload_conf()");
  }
}
