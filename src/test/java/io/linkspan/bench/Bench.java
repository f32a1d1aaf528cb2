package io.linkspan.bench;

import io.linkspan.sandbox.Sandbox;
import io.linkspan.testing.Installation;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.PtyProgram;
import io.linkspan.testing.ReachableDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures the installed launcher beside psql; docs/performance.md tells how. */
final class Bench {
  private final Path folder;
  private final Map<String, Installation> installations = new LinkedHashMap<>();

  private Bench(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes the number of rounds, or {@code copies} and the numbers of rows and of rounds, or {@code
   * completion} and the number of rounds.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("copies")) {
      CopiesBench.main(number(arguments, 1, 2_000_000), number(arguments, 2, 5));
      return;
    }
    if (arguments[0].equals("completion")) {
      CompletionBench.main(number(arguments, 1, 3));
      return;
    }
    int rounds = Integer.parseInt(arguments[0]);
    ReachableDirectory directory = ReachableDirectory.create("bench");
    Thread cleaning = new Thread(directory::close, "cleaning");
    Runtime.getRuntime().addShutdownHook(cleaning);
    new Bench(directory.path()).run(rounds);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void run(int rounds) throws Exception {
    Path java = Installation.thisJava();
    String name = "linkspan, Java " + Runtime.version().feature();
    install(name, java, "--from", "target");
    install(name + ", no archive", java, "--from", "target", "--no-archive");
    Optional<Path> newest = Installation.java(25);
    if (newest.isPresent() && Runtime.version().feature() < 25) {
      install("linkspan, Java 25", newest.get(), "--from", "target");
    }
    try (Sandbox sandbox = Sandbox.start(folder.resolve("servers"), Jdbc::execute)) {
      new StartBench(installations, sandbox.archive(), sandbox.main()).run(rounds);
    }
    System.out.println(memory(installations.get(name)).run(Math.max(1, rounds / 5)));
  }

  private void install(String name, Path java, String... options) throws Exception {
    Path place = Files.createDirectory(folder.resolve(Integer.toString(installations.size())));
    Installation installation = new Installation(java, place);
    Installation.Ended ended = installation.install(options);
    if (ended.code() != 0 || ended.output().contains("left out")) {
      throw new IllegalStateException(ended.output() + ended.errors());
    }
    installations.put(name, installation);
  }

  private static Race memory(Installation linkspan) {
    Race race = new Race("most memory of the shell in a run, MB");
    for (int rows : List.of(10_000, 1_000_000)) {
      race.with("%,d rows".formatted(rows), () -> megabytesOfRun(linkspan, rows));
    }
    return race;
  }

  private static double megabytesOfRun(Installation linkspan, int rows) throws Exception {
    try (PtyProgram shell = linkspan.shell("sandbox")) {
      String prompt = "archive -> main =>";
      shell.awaitEndOfScreen(prompt);
      shell.type("sandbox events " + rows + "\r");
      shell.awaitScreen(s -> s.contains("is empty on main") && s.endsWith(prompt));
      shell.type("plan copy events -> events\r");
      String planned = "archive -> main [events] =>";
      shell.awaitEndOfScreen(planned);
      shell.type("run\r");
      shell.awaitScreen(s -> s.contains("inserted") && s.endsWith(planned));
      double megabytes = mostMemory(shell.pid());
      shell.type("quit\r");
      shell.awaitExit();
      return megabytes;
    }
  }

  /** The peak resident set size (proc(5), VmHWM), in megabytes. */
  private static double mostMemory(long process) throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }
}
