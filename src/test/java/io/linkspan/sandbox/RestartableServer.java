package io.linkspan.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An embedded server that can be stopped like a crash and started again at the same port. */
public final class RestartableServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final DataDirectory directory;
  private final int port;
  private Watcher watcher;

  private RestartableServer(DataDirectory directory, int port, Watcher watcher) {
    this.directory = directory;
    this.port = port;
    this.watcher = watcher;
  }

  /** Starts a new server, whose home must not be there yet. */
  public static RestartableServer start(Path home, Path jar, Path programs, ServerOptions options)
      throws IOException {
    EmbeddedBinaries binaries = EmbeddedBinaries.ofJar(jar, programs);
    Path absolute = home.toAbsolutePath().normalize();
    Tree.makePassable(absolute);
    Tree.makePrivate(absolute);
    DataDirectory directory =
        new DataDirectory(absolute, binaries, ServerAccount.choose(absolute, binaries));
    directory.create(options.initdb());
    int port = freePort();
    Map<String, String> settings = new LinkedHashMap<>(options.settings());
    settings.put("listen_addresses", HOST);
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    directory.configure(settings);
    return new RestartableServer(directory, port, Watcher.start(directory));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The superuser in database {@code postgres}. */
  public Access superuser() {
    try {
      return new Access(HOST, port, "postgres", directory.superuser());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Stops the server as a crash would, and starts it again when it has ended. */
  public void crashAndRestart() throws IOException {
    Program stop =
        Program.run(
            directory.home(),
            directory
                .account()
                .command(
                    List.of(
                        directory.binaries().program("pg_ctl").toString(),
                        "stop",
                        "-D",
                        directory.data().toString(),
                        "-m",
                        "immediate",
                        "-w")));
    if (!stop.succeeded()) {
      throw new IOException(stop.output());
    }
    close();
    watcher = Watcher.start(directory);
  }

  /** Starts it again after {@link #close}. */
  public void startAgain() throws IOException {
    watcher = Watcher.start(directory);
  }

  /** The server's log since its first start. */
  public String log() throws IOException {
    return Files.readString(directory.log());
  }

  /** Stops the server and its sessions and waits for that; the data stay. */
  @Override
  public void close() {
    watcher.beginStop();
    watcher.awaitStop();
  }
}
