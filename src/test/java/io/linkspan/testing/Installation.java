package io.linkspan.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * linkspan as install.sh installs it from what Maven has built, in folders that only the test uses.
 *
 * @param javaHome the Java that it is installed for
 * @param folder holds the prefix, the home and the sandbox
 */
public record Installation(Path javaHome, Path folder) {

  /** The Java of this process. */
  public static Path thisJava() {
    return Path.of(System.getProperty("java.home"));
  }

  /** A Java of at least this version among those of the system. */
  public static Optional<Path> java(int atLeast) throws IOException {
    Path homes = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(homes)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(homes)) {
      return folders.sorted().filter(home -> version(home) >= atLeast).findFirst();
    }
  }

  private static int version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .map(line -> line.substring("JAVA_VERSION=\"".length()).split("[^0-9]", 2)[0])
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** What a program ended with. */
  public record Ended(int code, String output, String errors) {}

  /** Runs install.sh for this prefix. */
  public Ended install(String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("sh", "install.sh", "--prefix"));
    words.add(prefix().toString());
    words.addAll(List.of(options));
    return run(words);
  }

  /** Runs the launcher without a terminal. */
  public Ended linkspan(String... arguments) throws IOException, InterruptedException {
    return run(command(arguments));
  }

  /** Runs a program in this environment, with nothing to read. */
  public Ended run(List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", "");
    Path errors = Files.createTempFile(folder, "errors", "");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still runs: " + words);
    }
    return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
  }

  /** Starts the launcher in a pseudo-terminal. */
  public PtyProgram shell(String... arguments) {
    return PtyProgram.start(command(arguments), environment());
  }

  private List<String> command(String... arguments) {
    List<String> words = new ArrayList<>(List.of(launcher().toString()));
    words.addAll(List.of(arguments));
    return words;
  }

  public Path prefix() {
    return folder.resolve("prefix");
  }

  public Path launcher() {
    return prefix().resolve("bin/linkspan");
  }

  public Path sandbox() {
    return folder.resolve("sandbox");
  }

  /** The variables that programs here are run with. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", folder.resolve("home").toString());
    variables.put("JAVA_HOME", javaHome.toString());
    variables.put("LANG", "C.UTF-8");
    variables.put("TERM", "xterm-256color");
    variables.put("LINKSPAN_SANDBOX", sandbox().toString());
    return variables;
  }
}
