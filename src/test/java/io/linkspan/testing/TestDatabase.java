package io.linkspan.testing;

import io.linkspan.pg.Literal;
import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A new database of a test server; role {@code app_user} owns it, schema dblink has dblink. */
public record TestDatabase(TestServer server, String name) implements AutoCloseable {

  /** An ordinary role whose password needs every kind of quoting. */
  public static final Login APP_USER = new Login("app_user", "s3cr:t@p 'w");

  static TestDatabase create(TestServer server, String name) {
    server.createDatabase(name);
    server.execute(
        name,
        "ALTER DATABASE "
            + name
            + " OWNER TO app_user; CREATE SCHEMA dblink; CREATE EXTENSION dblink SCHEMA dblink;"
            + " GRANT USAGE ON SCHEMA dblink TO PUBLIC");
    return new TestDatabase(server, name);
  }

  /** The database as {@code app_user}. */
  public Access access() {
    return superuser().as(APP_USER);
  }

  /** The database as superuser. */
  public Access superuser() {
    return server.superuser().inDatabase(name);
  }

  /** The database as {@code app_user}, as a server reaches it through dblink. */
  public Access accessForServers() {
    return new Access(server.hostForServers(), server.portForServers(), name, APP_USER);
  }

  /** What dblink takes to reach this database as {@code app_user}. */
  public String conninfo() {
    Access access = accessForServers();
    return "host="
        + access.host()
        + " port="
        + access.port()
        + " dbname="
        + name
        + " user=app_user password="
        + Literal.conninfo(APP_USER.password());
  }

  /** Runs one or more statements as {@code app_user}. */
  public void execute(String sql) {
    Jdbc.execute(access(), sql);
  }

  /** The rows of a query as {@code app_user}, each as its values joined by {@code |}. */
  public List<String> query(String sql) {
    return Jdbc.query(access(), sql);
  }

  /** A connection of {@code app_user}, for the caller to close. */
  public Connection connect() throws SQLException {
    return Jdbc.connect(access());
  }

  /** Drops the database and ends its sessions. */
  @Override
  public void close() {
    server.execute("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }
}
