package io.linkspan.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Runs SQL texts on servers that no connection is named for. */
public final class SqlScripts {
  private SqlScripts() {}

  /**
   * Runs the statements of a text in a session of its own.
   *
   * @throws ServerException where the server cannot be reached or a statement fails
   */
  public static void run(
      String host, int port, String database, String user, Secret password, String sql) {
    ConnectionSettings settings =
        new ConnectionSettings(
            List.of(new HostPort(host, port)), database, user, Optional.of(password), Map.of());
    Properties properties = settings.jdbcProperties();
    try (Session session = Session.open(database, settings.jdbcUrl(), properties, new Tap())) {
      session.execute(sql);
    }
  }
}
