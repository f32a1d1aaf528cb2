package io.linkspan.bench;

import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.EmbeddedBinaries;
import io.linkspan.sandbox.EmbeddedServer;
import io.linkspan.sandbox.Login;
import io.linkspan.sandbox.ServerOptions;
import io.linkspan.testing.Jdbc;
import java.nio.file.Path;
import java.util.UUID;

/** Two servers with the tables that the copies are measured on. */
final class CopyServers implements AutoCloseable {
  private static final String DATABASE = "bench";

  private static final String COLUMNS =
      "(id bigint, customer integer, amount numeric(12,2), status text, note text, flag boolean,"
          + " at timestamptz, ratio double precision)";

  private final Login user = new Login("bench_user", UUID.randomUUID().toString());
  private final EmbeddedServer source;
  private final EmbeddedServer target;

  private CopyServers(EmbeddedServer source, EmbeddedServer target) {
    this.source = source;
    this.target = target;
  }

  /** Starts both; what is committed is on the disk, as it is where copies matter. */
  static CopyServers start(Path folder, Path postgres) {
    ServerOptions options =
        ServerOptions.small()
            .with("fsync", "on")
            .with("full_page_writes", "on")
            .with("synchronous_commit", "on")
            .with("wal_level", "replica")
            .with("shared_buffers", "256MB")
            .with("max_wal_size", "8GB")
            .with("checkpoint_timeout", "30min");
    EmbeddedBinaries binaries = new EmbeddedBinaries(postgres);
    EmbeddedServer source = EmbeddedServer.start(folder.resolve("source"), binaries, options);
    try {
      EmbeddedServer target = EmbeddedServer.start(folder.resolve("target"), binaries, options);
      return new CopyServers(source, target);
    } catch (RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  /** Makes databases and roles, and for every one of these numbers a table of so many rows. */
  void fill(int users, int... sizes) {
    for (EmbeddedServer server : new EmbeddedServer[] {source, target}) {
      Jdbc.execute(
          server.superuser(), "CREATE ROLE bench_user LOGIN PASSWORD '" + user.password() + "'");
      Jdbc.execute(server.superuser(), "CREATE DATABASE bench OWNER bench_user");
    }
    Jdbc.execute(superuser(target), "CREATE EXTENSION dblink; CREATE EXTENSION postgres_fdw");
    for (EmbeddedServer server : new EmbeddedServer[] {source, target}) {
      Jdbc.execute(superuser(server), "GRANT CREATE ON SCHEMA public TO bench_user");
    }
    for (int rows : sizes) {
      Jdbc.execute(source(), "CREATE TABLE %s %s".formatted(table(rows), COLUMNS));
      Jdbc.execute(target(), "CREATE TABLE %s %s".formatted(table(rows), COLUMNS));
      Jdbc.execute(
          source(),
          """
          INSERT INTO %s
          SELECT n, n %% 50000, n / 7.0, (ARRAY['new', 'paid', 'sent'])[n %% 3 + 1],
                 CASE WHEN n %% 10 <> 0 THEN 'note on order ' || md5(n::text) END, n %% 2 = 0,
                 timestamptz '2020-01-01' + n * interval '1 second', n / 3.0
          FROM generate_series(1, %d) AS n"""
              .formatted(table(rows), rows));
    }
    fillUsers(users);
    foreignTables(sizes);
    for (EmbeddedServer server : new EmbeddedServer[] {source, target}) {
      Jdbc.execute(superuser(server), "VACUUM ANALYZE");
    }
  }

  /** Of the archived, 3 in 100 are there twice and 3 in 100 are users already. */
  private void fillUsers(int users) {
    Jdbc.execute(
        source(),
        """
        CREATE TABLE archived_users (id bigint PRIMARY KEY, username text NOT NULL, email text);
        INSERT INTO archived_users
        SELECT n, 'user_' || n, 'User_' || n || '@example.com' FROM generate_series(1, %1$d) AS n;
        INSERT INTO archived_users
        SELECT %1$d + id, username, upper(email) FROM archived_users WHERE id %% 33 = 0"""
            .formatted(users));
    Jdbc.execute(
        target(),
        """
        CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          username text NOT NULL UNIQUE, email text UNIQUE, created_at timestamptz NOT NULL);
        CREATE TABLE users_before AS
        SELECT 'user_' || n AS username, 'user_' || n || '@example.com' AS email
        FROM generate_series(20, %d, 33) AS n"""
            .formatted(users));
  }

  private void foreignTables(int... sizes) {
    Jdbc.execute(
        superuser(target),
        """
        CREATE SERVER archive FOREIGN DATA WRAPPER postgres_fdw
          OPTIONS (host '%s', port '%d', dbname '%s', fetch_size '10000');
        CREATE USER MAPPING FOR bench_user SERVER archive
          OPTIONS (user 'bench_user', password '%s');
        GRANT USAGE ON FOREIGN SERVER archive TO bench_user"""
            .formatted(source().host(), source().port(), DATABASE, user.password()));
    for (int rows : sizes) {
      Jdbc.execute(
          target(),
          "CREATE FOREIGN TABLE far_%s %s SERVER archive OPTIONS (table_name '%s')"
              .formatted(table(rows), COLUMNS, table(rows)));
    }
  }

  /** The name of the table of so many rows, on both servers. */
  static String table(int rows) {
    return "orders_" + rows;
  }

  private static Access superuser(EmbeddedServer server) {
    return server.superuser().inDatabase(DATABASE);
  }

  Access targetSuperuser() {
    return superuser(target);
  }

  Access source() {
    return superuser(source).as(user);
  }

  Access target() {
    return superuser(target).as(user);
  }

  String password() {
    return user.password();
  }

  static String uri(Access access) {
    return "postgresql://%s@%s:%d/%s"
        .formatted(access.login().user(), access.host(), access.port(), access.database());
  }

  /** The same with the password, for a file that only the user of this process may read. */
  static String uriWithPassword(Access access) {
    return uri(access).replace("@", ":" + access.login().password() + "@");
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }
}
