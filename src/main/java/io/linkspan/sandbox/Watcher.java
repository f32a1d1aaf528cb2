package io.linkspan.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A small process that starts a server and stops it when this process ends, even when it is killed:
 * the system then closes the pipe between the two.
 */
final class Watcher {
  private static final String STARTED = "linkspan: started";
  private static final int LONGEST_STOP_SECONDS = 45;

  private final Process process;

  private Watcher(Process process) {
    this.process = process;
  }

  /**
   * Starts the server.
   *
   * @throws IOException if it did not start, with pg_ctl's output
   */
  static Watcher start(DataDirectory directory) throws IOException {
    Path home = directory.home();
    List<String> words =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                script(),
                "linkspan-watcher",
                directory.binaries().program("pg_ctl").toString(),
                directory.data().toString(),
                directory.log().toString()));
    words.addAll(directory.account().prefix());
    Process process = Program.prepare(home, words).start();
    List<String> output = new ArrayList<>();
    // Not closed: the watcher would then have nowhere to write to.
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(STARTED)) {
        return new Watcher(process);
      }
      output.add(line);
    }
    throw new IOException(String.join("\n", output));
  }

  private static String script() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(Watcher.class.getResourceAsStream("watcher.sh"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Tells the server to stop and returns at once. */
  void beginStop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The watcher has ended, and the server with it.
    }
  }

  /** Waits until the server has stopped; if interrupted, the server stops by itself. */
  void awaitStop() {
    try {
      process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
