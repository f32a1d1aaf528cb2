package io.linkspan.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A PostgreSQL server that listens on 127.0.0.1, lets nobody in without a password, and stops when
 * it is closed or this process ends.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int ATTEMPTS = 5;

  private final Watcher watcher;
  private final Path log;
  private final Access superuser;

  private EmbeddedServer(Watcher watcher, Path log, Access superuser) {
    this.watcher = watcher;
    this.log = log;
    this.superuser = superuser;
  }

  /**
   * Starts the server that lives in the home directory, and makes it first if there is none. The
   * caller sees to it that no one else uses the directory; what a dead run left is stopped.
   *
   * @param home holds the data directory, the server's log and the superuser's password
   * @throws io.linkspan.pg.UserException with the server's own words if it did not start
   */
  public static EmbeddedServer start(Path home, EmbeddedBinaries binaries, ServerOptions options) {
    Path absolute = home.toAbsolutePath().normalize();
    try {
      Tree.makePassable(absolute);
      Tree.makePrivate(absolute);
      DataDirectory directory =
          new DataDirectory(absolute, binaries, ServerAccount.choose(absolute, binaries));
      directory.create(options.initdb());
      return start(directory, options.settings());
    } catch (IOException e) {
      throw ServerFailure.of("could not start a server in \"" + absolute + "\"", e.toString());
    }
  }

  /**
   * Deletes the home directory, if there is one, after stopping a server that a dead run left in
   * it.
   */
  static void delete(Path home, EmbeddedBinaries binaries) throws IOException {
    if (Files.exists(home)) {
      ServerAccount account = ServerAccount.choose(home, binaries);
      new DataDirectory(home, binaries, account).cleanUp();
      Tree.delete(home);
    }
  }

  private static EmbeddedServer start(DataDirectory directory, Map<String, String> settings)
      throws IOException {
    String failure = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      directory.cleanUp();
      int port = freePort();
      directory.configure(withAddress(settings, port));
      try {
        Watcher watcher = Watcher.start(directory);
        Access access = new Access(HOST, port, "postgres", directory.superuser());
        return new EmbeddedServer(watcher, directory.log(), access);
      } catch (IOException e) {
        failure =
            Files.exists(directory.log())
                ? Files.readString(directory.log())
                : String.valueOf(e.getMessage());
        // Another program may have taken the port since; any other reason stays.
        if (!failure.contains("Address already in use")) {
          break;
        }
      }
    }
    throw ServerFailure.of("could not start the server in \"" + directory.home() + "\"", failure);
  }

  private static Map<String, String> withAddress(Map<String, String> settings, int port) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put("listen_addresses", HOST);
    all.put("port", Integer.toString(port));
    all.put("unix_socket_directories", "");
    return all;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The superuser in database {@code postgres}. */
  public Access superuser() {
    return superuser;
  }

  /** The server's log since this start. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the server to stop and returns at once. */
  void beginStop() {
    watcher.beginStop();
  }

  /** Stops the server and its sessions and waits for that; the data stay. */
  @Override
  public void close() {
    watcher.beginStop();
    watcher.awaitStop();
  }
}
