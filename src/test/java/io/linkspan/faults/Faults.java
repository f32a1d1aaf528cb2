package io.linkspan.faults;

import io.linkspan.faults.Fault.Situation;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Disturbs copies at random moments and tells what came of each; CONTRIBUTING.md tells how. */
final class Faults {
  private static final Path EVIDENCE = Path.of("target/faults");

  private final FaultOptions options;
  private final Scene scene;
  private final Path home;
  private final Map<Shape, Long> typical = new EnumMap<>(Shape.class);
  private final List<Result> results = new ArrayList<>();

  private Faults(FaultOptions options, Scene scene, Path home) {
    this.options = options;
    this.scene = scene;
    this.home = home;
  }

  /** Takes the options; exits with 1 if anything was lost, came twice or was left behind. */
  public static void main(String[] words) throws Exception {
    FaultOptions options;
    try {
      options = FaultOptions.parse(words);
      options.names().stream()
          .filter(name -> !KnownFaults.byName().containsKey(name))
          .forEach(
              name -> {
                throw new IllegalArgumentException("unknown fault " + name);
              });
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(
          FaultOptions.USAGE + " " + String.join(" ", KnownFaults.byName().keySet()));
      System.exit(1);
      return;
    }
    System.exit(run(options) ? 0 : 1);
  }

  private static boolean run(FaultOptions options) throws Exception {
    ReachableDirectory directory = ReachableDirectory.create("faults");
    Path home = Files.createDirectory(directory.path().resolve("home"));
    Scene scene = Scene.start(directory.path(), options);
    Thread cleaning =
        new Thread(
            () -> {
              try {
                scene.close();
              } catch (IOException e) {
                System.err.println(e.getMessage());
              }
              directory.close();
            },
            "cleaning");
    Runtime.getRuntime().addShutdownHook(cleaning);
    return new Faults(options, scene, home).run();
  }

  private boolean run() throws Exception {
    System.out.printf(
        "PostgreSQL %d -> %d, %,d rows, %s, seed %d%n",
        options.source(), options.target(), options.rows(), options.clauses(), options.seed());
    for (Shape shape : shapes()) {
      typical.put(shape, undisturbed(shape));
    }
    System.out.printf(
        "%n%-13s %-6s %8s  %-14s %7s  %s%n",
        "fault", "shape", "moment", "exit codes", "resumes", "verdict");
    for (int round = 0; round < options.rounds(); round++) {
      for (Map.Entry<String, Supplier<Fault>> known : KnownFaults.byName().entrySet()) {
        if (options.names().isEmpty() || options.names().contains(known.getKey())) {
          disturbed(round, known.getKey(), known.getValue().get());
        }
      }
    }
    System.out.print(Summary.of(results));
    return results.stream().allMatch(Result::good);
  }

  private List<Shape> shapes() {
    return options.shape().isEmpty()
        ? Arrays.asList(Shape.values())
        : List.of(Shape.named(options.shape()));
  }

  /** Copies without a fault, and gives the time it took in milliseconds. */
  private long undisturbed(Shape shape) throws Exception {
    Situation situation = new Situation(scene, shape, options.rows(), new Random(0));
    Round round = new Round("none", (s, shell) -> {}, situation, options.clauses(), home);
    Jdbc.execute(scene.target(), shape.target(options.rows()));
    long took = round.undisturbed();
    System.out.printf(Locale.ROOT, "%s takes %,d ms undisturbed%n", shape, took);
    return took;
  }

  private void disturbed(int round, String name, Fault fault) throws Exception {
    Random random = new Random(options.seed() * 1_000_003 + round * 1_009L + name.hashCode());
    List<Shape> fitting = shapes().stream().filter(fault::suits).toList();
    if (fitting.isEmpty()) {
      return;
    }
    Shape shape = fitting.get(random.nextInt(fitting.size()));
    Situation situation = new Situation(scene, shape, options.rows(), random);
    Round disturbed = new Round(name, fault, situation, options.clauses(), home);
    Result result = disturbed.run(typical.getOrDefault(shape, 1_000L));
    results.add(result);
    System.out.printf(
        Locale.ROOT,
        "%-13s %-6s %8s  %-14s %7d  %s%n",
        name,
        shape,
        result.struck() ? result.moment() + " ms" : "missed",
        String.join(" ", result.codes().stream().map(String::valueOf).toList()),
        result.resumes(),
        result.good() ? "good" : "BAD " + result.wrong());
    String label = name + "-" + options.seed() + "-" + round;
    Path folder = EVIDENCE.resolve(result.good() ? "good" : "bad").resolve(label);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("shell.txt"), disturbed.shown());
    if (!result.good()) {
      Files.writeString(folder.resolve("source.log"), scene.sourceServer().log());
      Files.writeString(folder.resolve("target.log"), scene.targetServer().log());
      Jdbc.query(
          scene.targetSuperuser(),
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app_user'");
    }
  }
}
