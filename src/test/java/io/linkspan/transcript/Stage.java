package io.linkspan.transcript;

import io.linkspan.connection.Environment;
import io.linkspan.sandbox.Access;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import io.linkspan.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a story plays: databases {@code user_data_archive} and {@code user_data_main} of role
 * {@code app_user}, and a home of its own. Its headers:
 *
 * <ul>
 *   <li>{@code source: 13}, {@code target: 18} – the server's version; else 15 and 18
 *   <li>{@code source setup: FILE}, {@code target setup: FILE} – a script of the test's resources
 *   <li>{@code source sql: …}, {@code source superuser sql: …}, the same of the target
 *   <li>{@code file: NAME MODE TEXT} – a file in the home, {@code \n} ends a line
 *   <li>{@code environment: NAME=VALUE} – {@code $superuser} is the password of the target's
 * </ul>
 */
public final class Stage {
  /** The ports that the files know; five digits, as those that the servers really have. */
  static final String SOURCE_PORT = "54321";

  static final String TARGET_PORT = "54322";

  /** Relative, so that lines are wrapped alike wherever the tests run. */
  static final Path HOME = Path.of("target/home");

  private final Transcript transcript;
  private final TestDatabase source;
  private final TestDatabase target;
  private final Path home;

  private Stage(Transcript transcript, TestDatabase source, TestDatabase target, Path home) {
    this.transcript = transcript;
    this.source = source;
    this.target = target;
    this.home = home;
  }

  static Stage set(Transcript transcript, TestServers servers, TestDatabases databases) {
    TestServer first =
        servers.server(
            version(transcript, "source", servers.majors().get(servers.majors().size() / 2)));
    TestServer second = servers.server(version(transcript, "target", servers.newest().major()));
    return set(transcript, first, second, databases);
  }

  /** Sets the stage on these servers, whatever the headers say of versions. */
  public static Stage set(
      Transcript transcript, TestServer first, TestServer second, TestDatabases databases) {
    clear(HOME);
    Stage stage =
        new Stage(
            transcript,
            databases.createOn(first, "user_data_archive"),
            databases.createOn(second, "user_data_main"),
            HOME);
    stage.fill("source", stage.source);
    stage.fill("target", stage.target);
    stage.writeFiles();
    return stage;
  }

  private static void clear(Path home) {
    try {
      if (Files.exists(home)) {
        try (Stream<Path> paths = Files.walk(home)) {
          for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Transcript transcript, String side, int otherwise) {
    return transcript.value(side).map(Integer::valueOf).orElse(otherwise);
  }

  private void fill(String side, TestDatabase database) {
    transcript
        .values(side + " superuser sql")
        .forEach(sql -> Jdbc.execute(database.superuser(), sql));
    transcript.values(side + " setup").forEach(file -> database.execute(resource(file)));
    transcript.values(side + " sql").forEach(database::execute);
  }

  private static String resource(String name) {
    String path = name.startsWith("/") ? name : "/transcripts/" + name;
    try (var in = Objects.requireNonNull(Stage.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeFiles() {
    for (String header : transcript.values("file")) {
      String[] parts = header.split(" ", 3);
      Path file = home.resolve(parts[0]);
      try {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        String text = parts[2].replace("\\n", "\n") + "\n";
        Files.writeString(file, withPorts(Password.file(parts[0], text)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(parts[1]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The files that the story was given; they may hold the password. */
  List<Path> givenFiles() {
    return transcript.values("file").stream().map(h -> home.resolve(h.split(" ", 2)[0])).toList();
  }

  /** What the program finds around it. */
  public Environment environment() {
    Map<String, String> variables = new HashMap<>();
    for (String header : transcript.values("environment")) {
      String[] parts = header.split("=", 2);
      String value = parts[1].replace("$superuser", target.superuser().login().password());
      variables.put(parts[0], withPorts(Password.raw(value)));
    }
    return new Environment(variables, home, "ann", home);
  }

  /** The folder of the story, which the next one clears. */
  public Path home() {
    return home;
  }

  /** The database that is copied from. */
  public TestDatabase source() {
    return source;
  }

  /** The database that is copied into. */
  public TestDatabase target() {
    return target;
  }

  List<TestServer> servers() {
    return List.of(source.server(), target.server()).stream().distinct().toList();
  }

  String withPorts(String text) {
    return text.replace(SOURCE_PORT, port(source)).replace(TARGET_PORT, port(target));
  }

  static String port(TestDatabase database) {
    Access access = database.access();
    return String.valueOf(access.port());
  }
}
