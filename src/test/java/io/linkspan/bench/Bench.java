package io.linkspan.bench;

import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Sandbox;
import io.linkspan.testing.Installation;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.PtyProgram;
import io.linkspan.testing.ReachableDirectory;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Measures the installed launcher beside psql; docs/performance.md tells how. */
final class Bench {
  private final Path folder;
  private final Map<String, Installation> installations = new LinkedHashMap<>();

  private Bench(Path folder) {
    this.folder = folder;
  }

  /** Takes the number of rounds, or {@code copies} and the numbers of rows and of rounds. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("copies")) {
      CopiesBench.main(number(arguments, 1, 2_000_000), number(arguments, 2, 5));
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
      System.out.println(toPrompt(sandbox.main()).run(rounds));
      System.out.println(oneQuery(sandbox.main()).run(rounds));
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

  private Race toPrompt(Access main) {
    Race race = new Race("start to prompt, ms");
    if (hasPsql()) {
      List<String> psql = List.of("psql", "-X", "-h", main.host(), "-p", "" + main.port());
      List<String> words = Stream.concat(psql.stream(), Stream.of(main.database())).toList();
      race.with(
          "psql",
          timed(
              () -> PtyProgram.start(words, with(main, environment())),
              main.database() + "=>",
              "\\q\r"));
    }
    installations.forEach(
        (name, linkspan) -> race.with(name, timed(linkspan::shell, "linkspan=>", "quit\r")));
    return race;
  }

  private static Callable<Double> timed(Callable<PtyProgram> start, String prompt, String end) {
    return () -> {
      long begun = System.nanoTime();
      try (PtyProgram program = start.call()) {
        program.awaitEndOfScreen(prompt);
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        program.type(end);
        program.awaitExit();
        return milliseconds;
      }
    };
  }

  private Race oneQuery(Access main) {
    Race race = new Race("connect and select 1, ms");
    if (hasPsql()) {
      List<String> psql =
          List.of("psql", "-X", "-h", main.host(), "-p", "" + main.port(), "-c", "select 1");
      List<String> words = Stream.concat(psql.stream(), Stream.of(main.database())).toList();
      race.with("psql -c", timed(words, with(main, environment())));
    }
    String connect =
        "connect main postgresql://%s:%d/%s".formatted(main.host(), main.port(), main.database());
    installations.forEach(
        (name, linkspan) -> {
          List<String> words =
              List.of(linkspan.launcher().toString(), "-c", connect, "-c", "select 1;");
          race.with(name + " -c", timed(words, with(main, linkspan.environment())));
        });
    return race;
  }

  private static Callable<Double> timed(List<String> words, Map<String, String> environment) {
    return () -> {
      ProcessBuilder builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectInput(new File("/dev/null"));
      builder.environment().clear();
      builder.environment().putAll(environment);
      long begun = System.nanoTime();
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      double milliseconds = (System.nanoTime() - begun) / 1e6;
      if (code != 0) {
        throw new IllegalStateException(output);
      }
      return milliseconds;
    };
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

  private static boolean hasPsql() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
  }

  private Map<String, String> environment() {
    return installations.values().iterator().next().environment();
  }

  private static Map<String, String> with(Access access, Map<String, String> environment) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.put("PGUSER", access.login().user());
    variables.put("PGPASSWORD", access.login().password());
    return variables;
  }
}
