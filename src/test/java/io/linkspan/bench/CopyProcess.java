package io.linkspan.bench;

import io.linkspan.testing.Jdbc;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One contender at work: how long it takes, and what memory it and the target's backends take. */
final class CopyProcess {
  private static final String PLANNED = "Next: ";

  private final Contender contender;
  private final CopyServers servers;
  private final StringBuilder output = new StringBuilder();
  private final Map<Long, Long> mostOfBackend = new HashMap<>();
  private volatile double firstLine = -1;
  private double milliseconds;
  private long anonymous;
  private long ofClient;

  CopyProcess(Contender contender, CopyServers servers) {
    this.contender = contender;
    this.servers = servers;
  }

  /** Carries it out, and fails where it fails. */
  CopyProcess run(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(contender.words()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try (Connection connection = Jdbc.connect(servers.targetSuperuser());
        Statement statement = connection.createStatement()) {
      long begun = System.nanoTime();
      Process process = builder.start();
      process.getOutputStream().write(contender.input().getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      Thread reader = new Thread(() -> read(process, begun), "output");
      reader.start();
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        sample(process, statement);
      }
      milliseconds = (System.nanoTime() - begun) / 1e6;
      reader.join();
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            contender.name() + " failed: " + shown().lines().reduce((a, b) -> b).orElse(""));
      }
    }
    return this;
  }

  private void read(Process process, long begun) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      boolean planned = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (planned && firstLine < 0) {
          firstLine = (System.nanoTime() - begun) / 1e6;
        }
        planned = planned || line.startsWith(PLANNED);
        show(line);
      }
    } catch (IOException e) {
      show(String.valueOf(e.getMessage()));
    }
  }

  private void sample(Process process, Statement statement) throws SQLException {
    ofClient = Math.max(ofClient, kilobytes(process.pid(), "VmHWM:"));
    process
        .descendants()
        .forEach(child -> ofClient = Math.max(ofClient, kilobytes(child.pid(), "VmHWM:")));
    long now = 0;
    try (ResultSet pids =
        statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE usename = 'bench_user'")) {
      while (pids.next()) {
        long pid = pids.getLong(1);
        mostOfBackend.merge(pid, kilobytes(pid, "VmHWM:"), Math::max);
        now += kilobytes(pid, "RssAnon:");
      }
    }
    anonymous = Math.max(anonymous, now);
  }

  /** A line of proc(5)'s status; 0 where the process has ended. */
  private static long kilobytes(long pid, String line) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(text -> text.startsWith(line))
          .mapToLong(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private synchronized void show(String line) {
    output.append(line).append('\n');
  }

  private synchronized String shown() {
    return output.toString();
  }

  double milliseconds() {
    return milliseconds;
  }

  /** When the first line after the plan was there; negative where there was none. */
  double firstLine() {
    return firstLine;
  }

  /** The most that one backend of the target ever took, shared memory with it. */
  double megabytesOfBackend() {
    return mostOfBackend.values().stream().mapToLong(v -> v).max().orElse(0) / 1024.0;
  }

  /** The most that all its backends took at one time, without what they share. */
  double megabytesOfBackendsAlone() {
    return anonymous / 1024.0;
  }

  /** The most that the largest of the contender's own processes took. */
  double megabytesOfClient() {
    return ofClient / 1024.0;
  }

  /** The time that linkspan's receipt tells; negative where there is none. */
  double receipt() {
    java.util.regex.Matcher time =
        java.util.regex.Pattern.compile("(?m)^  time +([0-9.]+) (ms|s) ").matcher(shown());
    return time.find()
        ? Double.parseDouble(time.group(1)) * (time.group(2).equals("s") ? 1_000 : 1)
        : -1;
  }
}
