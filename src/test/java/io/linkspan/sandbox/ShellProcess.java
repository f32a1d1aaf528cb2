package io.linkspan.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link SandboxProgram} in a process of its own. */
record ShellProcess(Process process, Path slot) implements AutoCloseable {

  /** Starts it and waits until both servers run. */
  static ShellProcess start(List<String> prefix, String classPath, Path directory)
      throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-cp", classPath));
    words.add(SandboxProgram.class.getName());
    words.add(directory.toString());
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    if (line == null || !line.startsWith("/")) {
      StringBuilder output = new StringBuilder(line + "\n");
      lines.lines().forEach(more -> output.append(more).append('\n'));
      throw new AssertionError(output.toString());
    }
    return new ShellProcess(process, Path.of(line));
  }

  static ShellProcess start(Path directory) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), directory);
  }

  /** The main processes of both servers. */
  List<ProcessHandle> postmasters() throws IOException {
    return List.of(postmaster("archive"), postmaster("main"));
  }

  private ProcessHandle postmaster(String server) throws IOException {
    return Postmaster.runningOn(slot.resolve(server).resolve("data")).orElseThrow().process();
  }

  /** Waits until a process has ended, with a limit. */
  static void awaitEnd(ProcessHandle process) throws Exception {
    process.onExit().get(30, TimeUnit.SECONDS);
  }

  /** Waits until all of them have ended, with a limit for each. */
  static void awaitEnd(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      awaitEnd(process);
    }
  }

  /** Ends its input and waits for its end. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
