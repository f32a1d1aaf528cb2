package io.linkspan.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A shell in a process of its own, whose input is a pipe. */
final class ShellProcess implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Process process;
  private final PrintStream typed;
  private final StringBuilder shown = new StringBuilder();
  private final Thread reader;

  private ShellProcess(Process process) {
    this.process = process;
    typed = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    reader = new Thread(this::readAll, "shell output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the shell of these classes; its home is a folder of its own. */
  static ShellProcess start(Scene scene, Path home) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.linkspan.Main",
                "--yes",
                "--echo")
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", home.toString(),
                "PGPASSWORD", scene.password(),
                "LINKSPAN_SANDBOX", home.resolve("sandbox").toString()));
    return new ShellProcess(builder.start());
  }

  private void readAll() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        show(line);
      }
    } catch (IOException e) {
      show("(the output ended: " + e.getMessage() + ")");
    }
  }

  private synchronized void show(String line) {
    shown.append(line).append('\n');
  }

  /** Types lines, and waits until they were carried out or the shell has ended. */
  void typeAndAwait(List<String> lines) throws InterruptedException {
    lines.forEach(typed::println);
    typed.println("say (carried out)");
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!shown().contains("\n(carried out)\n") && process.isAlive()) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException("the shell does not answer:\n" + shown());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Types the last line. */
  void typeLast(String line) {
    typed.println(line);
    typed.close();
  }

  /** Waits for the end of the process and gives its exit code; -1 where it does not end. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      return -1;
    }
    reader.join(LIMIT.toMillis());
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal, such as {@code INT}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** What the shell has shown so far. */
  synchronized String shown() {
    return shown.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    typed.close();
  }
}
