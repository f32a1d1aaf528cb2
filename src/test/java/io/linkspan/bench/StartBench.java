package io.linkspan.bench;

import io.linkspan.sandbox.Access;
import io.linkspan.testing.Installation;
import io.linkspan.testing.PtyProgram;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** How long it takes from the start to the prompt and from Enter to the result, beside others. */
final class StartBench {
  /** What a person who looks at a prompt takes at least before the first key. */
  private static final long LOOK_MILLISECONDS = 1000;

  private static final String ROUTE = "archive -> main";

  private final Map<String, Installation> installations;
  private final Access source;
  private final Access main;

  /** Measures these installations on these servers. */
  StartBench(Map<String, Installation> installations, Access source, Access main) {
    this.installations = Map.copyOf(new LinkedHashMap<>(installations));
    this.source = source;
    this.main = main;
  }

  /** Prints all tables. */
  void run(int rounds) throws Exception {
    for (Installation installation : installations.values()) {
      saveConnections(installation);
    }
    System.out.println(toPrompt().run(rounds));
    System.out.println(toResult("Enter to the first result, ms", 0).run(rounds));
    System.out.println(toResult("Enter to a later result, ms", 2).run(rounds));
    System.out.println(oneQuery().run(rounds));
  }

  private void saveConnections(Installation installation) throws IOException {
    Path folder = Files.createDirectories(installation.folder().resolve("home/.config/linkspan"));
    Files.writeString(
        folder.resolve("config.toml"), section("archive", source) + section("main", main));
  }

  private static String section(String name, Access access) {
    return "[connections.%s]\nhost = \"%s\"\nport = %d\ndbname = \"%s\"\nuser = \"%s\"\n\n"
        .formatted(name, access.host(), access.port(), access.database(), access.login().user());
  }

  private Race toPrompt() {
    Race race = new Race("start to prompt, ms");
    others().forEach((name, start) -> race.with(name + ", connected", timed(start)));
    names()
        .forEach(
            name -> {
              race.with(name, timed(linkspan(name, "linkspan=>")));
              race.with(name + ", connected", timed(linkspan(name, ROUTE + " =>", "-r", ROUTE)));
            });
    return race;
  }

  private Race toResult(String title, int before) {
    Race race = new Race(title);
    others().forEach((name, start) -> race.with(name, result(start, before)));
    names()
        .filter(name -> !name.contains("no archive"))
        .forEach(
            name -> race.with(name, result(linkspan(name, ROUTE + " =>", "-r", ROUTE), before)));
    return race;
  }

  private Stream<String> names() {
    return installations.keySet().stream().sorted();
  }

  /** A program that ends at a prompt, and how it is left. */
  private record Start(Callable<PtyProgram> program, String prompt, String end) {}

  private Start linkspan(String name, String prompt, String... arguments) {
    Installation linkspan = installations.get(name);
    List<String> words = new ArrayList<>(List.of(linkspan.launcher().toString()));
    words.addAll(List.of(arguments));
    Map<String, String> variables = with(linkspan.environment());
    return new Start(() -> PtyProgram.start(words, variables), prompt, "quit\r");
  }

  /** The shells of others that are on this machine. */
  private Map<String, Start> others() {
    Map<String, Start> all = new LinkedHashMap<>();
    Map<String, String> variables = with(installations.values().iterator().next().environment());
    String port = Integer.toString(main.port());
    if (onPath("psql")) {
      List<String> words = List.of("psql", "-X", "-h", main.host(), "-p", port, main.database());
      all.put(
          "psql",
          new Start(() -> PtyProgram.start(words, variables), main.database() + "=>", "\\q\r"));
    }
    if (onPath("pgcli")) {
      List<String> words = List.of("pgcli", "-h", main.host(), "-p", port, main.database());
      all.put(
          "pgcli",
          new Start(() -> PtyProgram.start(words, variables), main.database() + ">", "\\q\r"));
    }
    sqlline()
        .ifPresent(
            jar -> {
              List<String> words = new ArrayList<>(sqlline(jar));
              all.put(
                  "sqlline",
                  new Start(
                      () -> PtyProgram.start(List.copyOf(words), variables),
                      "0: jdbc:postgresql:",
                      "!quit\r"));
            });
    return all;
  }

  /** The jar that scripts/bench has fetched, where it could. */
  private static Optional<String> sqlline() {
    return Optional.ofNullable(System.getProperty("sqlline"))
        .filter(jar -> Files.exists(Path.of(jar)));
  }

  private List<String> sqlline(String jar) {
    return List.of(
        Installation.thisJava().resolve("bin/java").toString(),
        "-cp",
        jar + File.pathSeparator + System.getProperty("java.class.path"),
        "sqlline.SqlLine",
        "-u",
        "jdbc:postgresql://%s:%d/%s".formatted(main.host(), main.port(), main.database()),
        "-n",
        main.login().user(),
        "-p",
        main.login().password());
  }

  private static Callable<Double> timed(Start start) {
    return () -> {
      long begun = System.nanoTime();
      try (PtyProgram program = start.program().call()) {
        program.awaitScreen(text -> atPrompt(text, start.prompt()));
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        program.type(start.end());
        program.awaitExit();
        return milliseconds;
      }
    };
  }

  /** Some draw a line below their prompt, and some cut it. */
  private static boolean atPrompt(String text, String prompt) {
    return text.lines()
        .map(String::stripTrailing)
        .anyMatch(line -> line.endsWith(">") && line.contains(prompt));
  }

  private static Callable<Double> result(Start start, int before) {
    return () -> {
      try (PtyProgram program = start.program().call()) {
        program.awaitScreen(text -> atPrompt(text, start.prompt()));
        Thread.sleep(LOOK_MILLISECONDS);
        for (int i = 0; i < before; i++) {
          entered(program, "before" + i);
        }
        double milliseconds = entered(program, "wanted");
        program.type(start.end());
        program.awaitExit();
        return milliseconds;
      }
    };
  }

  /** Types a query, waits until it stands there, and gives the time from Enter to its row. */
  private static double entered(PtyProgram program, String word) throws InterruptedException {
    String query = "select upper('%s');".formatted(word);
    program.type(query);
    program.awaitScreen(text -> text.contains(query));
    long begun = System.nanoTime();
    program.type("\r");
    program.awaitScreen(text -> text.contains(word.toUpperCase(java.util.Locale.ROOT)));
    return (System.nanoTime() - begun) / 1e6;
  }

  private Race oneQuery() {
    Race race = new Race("connect and select 1, ms");
    if (onPath("psql")) {
      List<String> words =
          List.of(
              "psql",
              "-X",
              "-h",
              main.host(),
              "-p",
              "" + main.port(),
              "-c",
              "select 1",
              main.database());
      race.with(
          "psql -c", whole(words, with(installations.values().iterator().next().environment())));
    }
    sqlline()
        .ifPresent(
            jar -> {
              List<String> words = new ArrayList<>(sqlline(jar));
              words.addAll(List.of("-e", "select 1;"));
              race.with(
                  "sqlline -e",
                  whole(words, with(installations.values().iterator().next().environment())));
            });
    String connect =
        "connect main postgresql://%s:%d/%s".formatted(main.host(), main.port(), main.database());
    names()
        .forEach(
            name -> {
              Installation linkspan = installations.get(name);
              List<String> words =
                  List.of(linkspan.launcher().toString(), "-c", connect, "-c", "select 1;");
              race.with(name + " -c", whole(words, with(linkspan.environment())));
            });
    return race;
  }

  private static Callable<Double> whole(List<String> words, Map<String, String> environment) {
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

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private Map<String, String> with(Map<String, String> environment) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.put("PGUSER", main.login().user());
    variables.put("PGPASSWORD", main.login().password());
    return variables;
  }
}
