package io.linkspan.faults;

import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import io.linkspan.sandbox.RestartableServer;
import io.linkspan.sandbox.ServerOptions;
import io.linkspan.testing.Jdbc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Two servers and the networks between them and the shell. */
final class Scene implements AutoCloseable {
  private static final String DATABASE = "faults";

  private final Login user = new Login("app_user", UUID.randomUUID().toString());
  private final RestartableServer sourceServer;
  private final RestartableServer targetServer;
  private final Proxy toSource;
  private final Proxy toTarget;
  private final Proxy link;

  private Scene(RestartableServer sourceServer, RestartableServer targetServer) throws IOException {
    this.sourceServer = sourceServer;
    this.targetServer = targetServer;
    toSource = Proxy.to(sourceServer.superuser().port());
    toTarget = Proxy.to(targetServer.superuser().port());
    link = Proxy.to(sourceServer.superuser().port());
  }

  /** Starts both servers, with an empty database each that the ordinary role owns. */
  static Scene start(Path folder, FaultOptions options) throws IOException {
    Path jars = Path.of("target/postgres-binaries");
    RestartableServer source =
        RestartableServer.start(
            folder.resolve("source"),
            jars.resolve(options.source() + ".jar"),
            folder.resolve("programs"),
            settings());
    try {
      RestartableServer target =
          RestartableServer.start(
              folder.resolve("target"),
              jars.resolve(options.target() + ".jar"),
              folder.resolve("programs"),
              settings());
      Scene scene = new Scene(source, target);
      scene.prepare(options.rows());
      return scene;
    } catch (IOException | RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  private static ServerOptions settings() {
    return ServerOptions.small()
        // What was committed must be there after a crash of the server.
        .with("synchronous_commit", "on")
        .with("full_page_writes", "on")
        .with("deadlock_timeout", "200ms")
        .with("max_prepared_transactions", "5")
        .with("log_lock_waits", "on");
  }

  private void prepare(int rows) {
    for (RestartableServer server : List.of(sourceServer, targetServer)) {
      Jdbc.execute(
          server.superuser(), "CREATE ROLE app_user LOGIN PASSWORD '" + user.password() + "'");
      Jdbc.execute(server.superuser(), "CREATE DATABASE " + DATABASE + " OWNER app_user");
    }
    Jdbc.execute(
        targetSuperuser(), "CREATE EXTENSION dblink; GRANT CREATE ON SCHEMA public TO app_user");
    Jdbc.execute(sourceSuperuser(), "GRANT CREATE ON SCHEMA public TO app_user");
    Jdbc.execute(source(), Shape.source(rows));
  }

  /** The source as the role that owns its tables, not through a proxy. */
  Access source() {
    return sourceSuperuser().as(user);
  }

  /** The target as the role that owns its tables, not through a proxy. */
  Access target() {
    return targetSuperuser().as(user);
  }

  Access sourceSuperuser() {
    return sourceServer.superuser().inDatabase(DATABASE);
  }

  Access targetSuperuser() {
    return targetServer.superuser().inDatabase(DATABASE);
  }

  RestartableServer sourceServer() {
    return sourceServer;
  }

  RestartableServer targetServer() {
    return targetServer;
  }

  /** Between the shell and the source. */
  Proxy toSource() {
    return toSource;
  }

  /** Between the shell and the target. */
  Proxy toTarget() {
    return toTarget;
  }

  /** Between the target and the source. */
  Proxy link() {
    return link;
  }

  List<Proxy> networks() {
    return List.of(toSource, toTarget, link);
  }

  /** What is typed to connect the shell through the proxies; the password is in its environment. */
  List<String> connecting() {
    String uri = "postgresql://%s@127.0.0.1:%d/%s";
    return List.of(
        "connect archive "
            + uri.formatted(user.user(), toSource.port(), DATABASE)
            + " as source reached by \"host=127.0.0.1 port="
            + link.port()
            + "\"",
        "connect main " + uri.formatted(user.user(), toTarget.port(), DATABASE) + " as target");
  }

  String password() {
    return user.password();
  }

  @Override
  public void close() throws IOException {
    for (Proxy network : networks()) {
      network.close();
    }
    sourceServer.close();
    targetServer.close();
  }
}
