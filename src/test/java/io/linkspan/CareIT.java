package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.sandbox.Access;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** The whole process, started by nobody: what it asks at a prompt it refuses in a script. */
final class CareIT {
  private record Ended(int code, String output, String errors) {}

  @TempDir private Path home;

  private Ended linkspan(String... arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.linkspan.Main"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    Process process =
        builder
            .redirectInput(new java.io.File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void configure(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/linkspan"));
    Files.writeString(folder.resolve("config.toml"), text, StandardCharsets.UTF_8);
  }

  @OnEachMajor
  void a_script_is_refused_what_a_person_would_be_asked_unless_it_says_yes(TestDatabases databases)
      throws Exception {
    TestDatabase main = databases.create();
    main.execute("CREATE TABLE users (id integer); INSERT INTO users VALUES (1), (2)");
    Access access = main.access();
    String connect = "connect main " + CopyShell.conninfo(access) + " production";

    Ended refused = linkspan("-c", connect, "-c", "delete from users", "-c", "drop table users");

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.errors())
        .isEqualTo(
            """
            ERROR:  "main" is production, and nobody is here to be asked
            DETAIL: DELETE without WHERE removes every row of users.
            HINT:   To do it unasked, start linkspan with --yes.
            """);
    assertThat(main.query("SELECT count(*) FROM users")).containsExactly("2");

    Ended done = linkspan("--yes", "-c", connect, "-c", "delete from users");

    assertThat(done.code()).isZero();
    assertThat(done.output()).endsWith("DELETE 2\n");
  }

  @OnEachMajor
  void a_script_takes_care_from_the_file_but_not_how_results_look(TestDatabases databases)
      throws Exception {
    TestDatabase main = databases.create();
    main.execute("CREATE TABLE users (id integer); INSERT INTO users VALUES (1)");
    configure("[results]\nformat = 'csv'\n[care]\nconfirm = 'never'\n");
    String connect = "connect main " + CopyShell.conninfo(main.access()) + " production";

    Ended done = linkspan("-c", connect, "-c", "delete from users returning id");

    assertThat(done.errors()).isEmpty();
    assertThat(done.output()).endsWith(" id\n----\n  1\n(1 row)\n\n");
  }

  @OnEachMajor
  void a_file_that_cannot_be_read_ends_the_start_and_can_be_skipped(TestDatabases databases)
      throws Exception {
    configure("[results]\nformt = 'csv'\n");

    Ended refused = linkspan("-c", "say hello");
    Ended skipped = linkspan("-X", "-c", "say hello");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).isEmpty();
    assertThat(refused.errors().replaceAll("\\s+", " "))
        .isEqualTo(
            "ERROR: unknown key \"formt\" of section \"results\" DETAIL: Configuration file \""
                + home
                + "/.config/linkspan/config.toml\", line 2, column 1. HINT: Perhaps you mean"
                + " \"format\". To start without the file: linkspan -X ");
    assertThat(skipped).isEqualTo(new Ended(0, "hello\n", ""));
  }
}
