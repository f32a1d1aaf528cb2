package io.linkspan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.linkspan.pg.UserException;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedServerIT {
  private ReachableDirectory directory;
  private EmbeddedBinaries binaries;

  @BeforeAll
  void unpack() {
    directory = ReachableDirectory.create("embedded-server");
    binaries = EmbeddedBinaries.onClassPath(directory.path().resolve("programs"));
  }

  @AfterAll
  void delete() {
    directory.close();
  }

  private EmbeddedServer start(String name) {
    return start(name, ServerOptions.small());
  }

  private EmbeddedServer start(String name, ServerOptions options) {
    return EmbeddedServer.start(directory.path().resolve(name), binaries, options);
  }

  @Test
  void two_threads_unpack_the_programs_once() {
    Path cache = directory.path().resolve("unpacked-once");

    CompletableFuture<EmbeddedBinaries> other =
        CompletableFuture.supplyAsync(() -> EmbeddedBinaries.onClassPath(cache));
    EmbeddedBinaries one = EmbeddedBinaries.onClassPath(cache);

    assertThat(other.join()).isEqualTo(one);
    assertThat(cache).isDirectoryNotContaining("glob:**/unfinished-*");
  }

  @Test
  void a_jar_without_programs_is_an_error_of_the_users() throws IOException {
    Path jar = Files.writeString(directory.path().resolve("no.jar"), "not a jar");

    assertThatThrownBy(() -> EmbeddedBinaries.ofJar(jar, directory.path()))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("could not unpack the embedded PostgreSQL server into \"");
  }

  @Test
  void nobody_logs_in_without_the_password() {
    try (EmbeddedServer server = start("scram")) {
      Access without = server.superuser().as(new Login("postgres", ""));
      Access wrong = server.superuser().as(new Login("postgres", "wrong"));

      assertThatThrownBy(() -> Jdbc.connect(without)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> Jdbc.connect(wrong))
          .asInstanceOf(type(SQLException.class))
          .returns("28P01", SQLException::getSQLState);
      assertThat(
              Jdbc.query(server.superuser(), "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
          .containsExactly("scram-sha-256");
    }
  }

  @Test
  void the_server_has_no_socket_in_the_file_system_and_listens_on_the_loopback_alone() {
    try (EmbeddedServer server = start("address")) {
      assertThat(
              Jdbc.query(
                  server.superuser(),
                  "SELECT current_setting('unix_socket_directories'),"
                      + " current_setting('listen_addresses')"))
          .containsExactly("|127.0.0.1");
    }
  }

  @Test
  void settings_of_the_caller_hold_and_the_log_can_be_read() {
    ServerOptions options = ServerOptions.small().with("log_statement", "all");

    try (EmbeddedServer server = start("settings", options)) {
      Jdbc.query(server.superuser(), "SELECT 'find me in the log'");

      assertThat(server.log()).contains("SELECT 'find me in the log'");
    }
  }

  @Test
  void the_data_and_the_password_stay_when_the_server_is_closed() {
    Access first;
    try (EmbeddedServer server = start("stays")) {
      first = server.superuser();
      Jdbc.execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    }

    try (EmbeddedServer server = start("stays")) {
      assertThat(server.superuser().login()).isEqualTo(first.login());
      assertThat(Jdbc.query(server.superuser(), "SELECT answer FROM kept")).containsExactly("42");
    }
  }

  @Test
  void a_closed_server_is_gone_and_may_be_closed_again() throws Exception {
    EmbeddedServer server = start("closed");
    Path data = directory.path().resolve("closed/data");
    ProcessHandle postmaster = Postmaster.runningOn(data).orElseThrow().process();

    server.close();
    server.close();

    postmaster.onExit().get(30, TimeUnit.SECONDS);
    assertThat(data.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void a_number_in_postmaster_pid_that_is_another_process_is_no_obstacle() throws IOException {
    start("recycled").close();
    Path data = directory.path().resolve("recycled/data");
    Files.writeString(
        data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");

    try (EmbeddedServer server = start("recycled")) {
      assertThat(Jdbc.query(server.superuser(), "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void a_server_that_does_not_start_says_why() {
    ServerOptions options = ServerOptions.small().with("shared_preload_libraries", "no_such_thing");

    assertThatThrownBy(() -> start("broken", options))
        .asInstanceOf(type(UserException.class))
        .satisfies(
            e -> {
              assertThat(e.fields().message()).startsWith("could not start the server in \"");
              assertThat(e.fields().detail().orElseThrow()).contains("no_such_thing");
              assertThat(e.fields().hint()).isPresent();
            });
  }

  @Test
  void a_server_that_cannot_be_made_says_why_and_leaves_no_half_of_it() {
    ServerOptions options = ServerOptions.small().withInitdb("--locale=xx_XX");

    assertThatThrownBy(() -> start("unmade", options))
        .asInstanceOf(type(UserException.class))
        .satisfies(
            e -> assertThat(e.fields().detail().orElseThrow()).contains("invalid locale name"));
    assertThat(directory.path().resolve("unmade/data")).doesNotExist();
  }

  @Test
  void a_password_is_not_shown_by_accident() {
    Access access = new Access("127.0.0.1", 5432, "postgres", new Login("postgres", "geheim"));

    assertThat(access.toString()).doesNotContain("geheim").contains("login=postgres");
  }
}
