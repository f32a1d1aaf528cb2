package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsResolverTest {
  @TempDir Path home;

  private Resolved resolve(String text, Map<String, String> variables) {
    return SettingsResolver.resolve(
        SettingsText.parse(text), new Environment(variables, home, "osuser", home));
  }

  private void write(String name, String text) throws IOException {
    Path file = Files.writeString(home.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void nothing_said_is_this_machine_and_the_users_own_database() {
    Resolved resolved = resolve("", Map.of());

    assertThat(resolved)
        .isEqualTo(
            new Resolved(
                new ConnectionSettings(
                    List.of(new HostPort("localhost", 5432)),
                    "osuser",
                    "osuser",
                    Optional.empty(),
                    Map.of()),
                List.of()));
  }

  @Test
  void what_is_said_goes_before_the_service_and_that_before_the_environment() throws IOException {
    write(".pg_service.conf", "[s]\nhost=service\nuser=service\n");
    Map<String, String> variables =
        Map.of("PGHOST", "env", "PGUSER", "env", "PGDATABASE", "env", "PGPORT", "7");

    ConnectionSettings settings = resolve("service=s host=said", variables).settings();

    assertThat(settings).hasToString("service@said:7/env");
  }

  @Test
  void a_service_may_come_from_the_environment_and_be_overruled() throws IOException {
    write(".pg_service.conf", "[s]\nhost=one\n[t]\nhost=two\n");

    assertThat(resolve("", Map.of("PGSERVICE", "s")).settings().host()).isEqualTo("one");
    assertThat(resolve("service=t", Map.of("PGSERVICE", "s")).settings().host()).isEqualTo("two");
  }

  @Test
  void every_variable_of_libpq_with_a_keyword_counts() {
    Map<String, String> variables =
        Map.ofEntries(
            Map.entry("PGHOSTADDR", "10.0.0.1"),
            Map.entry("PGPASSWORD", "pw"),
            Map.entry("PGSSLMODE", "require"),
            Map.entry("PGSSLROOTCERT", "r"),
            Map.entry("PGSSLCERT", "c"),
            Map.entry("PGSSLKEY", "k"),
            Map.entry("PGAPPNAME", "a"),
            Map.entry("PGCONNECT_TIMEOUT", "3"),
            Map.entry("PGOPTIONS", "-c x=y"),
            Map.entry("PGTARGETSESSIONATTRS", "any"),
            Map.entry("PGCHANNELBINDING", "prefer"));

    ConnectionSettings settings = resolve("", variables).settings();

    assertThat(settings.host()).isEqualTo("10.0.0.1");
    assertThat(settings.password()).contains(new Secret("pw"));
    assertThat(settings.parameters())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sslmode", "require",
                "sslrootcert", "r",
                "sslcert", "c",
                "sslkey", "k",
                "application_name", "a",
                "connect_timeout", "3",
                "options", "-c x=y",
                "target_session_attrs", "any",
                "channel_binding", "prefer"));
  }

  @Test
  void an_empty_value_asks_for_the_default_whatever_the_environment_says() {
    Map<String, String> variables = Map.of("PGPORT", "7", "PGSSLMODE", "require");

    ConnectionSettings settings = resolve("port='' sslmode=''", variables).settings();

    assertThat(settings.port()).isEqualTo(5432);
    assertThat(settings.parameters()).isEmpty();
  }

  @Test
  void the_password_file_is_asked_last() throws IOException {
    write(".pgpass", "h:5432:d:u:file\n");
    write("other", "*:*:*:*:other\n");
    String text = "host=h dbname=d user=u";

    assertThat(resolve(text, Map.of()).settings().password()).contains(new Secret("file"));
    assertThat(resolve(text + " user=v", Map.of()).settings().password()).isEmpty();
    assertThat(resolve(text, Map.of("PGPASSWORD", "env")).settings().password())
        .contains(new Secret("env"));
    assertThat(resolve(text, Map.of("PGPASSFILE", "other")).settings().password())
        .contains(new Secret("other"));
    assertThat(resolve(text + " passfile=other password=''", Map.of()).settings().password())
        .contains(new Secret("other"));
  }

  @Test
  void a_password_file_that_is_not_used_is_told() throws IOException {
    write(".pgpass", "*:*:*:*:file\n");
    Files.setPosixFilePermissions(
        home.resolve(".pgpass"), PosixFilePermissions.fromString("rw-r--r--"));

    Resolved resolved = resolve("", Map.of());

    assertThat(resolved.settings().password()).isEmpty();
    assertThat(resolved.warnings())
        .containsExactly(
            "password file \""
                + home.resolve(".pgpass")
                + "\" has group or world access; permissions should be u=rw (0600) or less");
  }

  @Test
  void an_option_that_the_driver_lacks_is_told() {
    assertThat(resolve("sslcrl=x keepalives_idle=5", Map.of()).warnings())
        .containsExactly("connection option \"sslcrl\" has no effect on linkspan's own sessions");
  }

  @Test
  void hosts_and_ports_are_paired() {
    assertThat(resolve("postgresql://a,b:2/d", Map.of()).settings().hosts())
        .containsExactly(new HostPort("a", 5432), new HostPort("b", 2));
    assertThat(resolve("host=a,b port=7", Map.of()).settings().hosts())
        .containsExactly(new HostPort("a", 7), new HostPort("b", 7));
    assertThatThrownBy(() -> resolve("host=a,b port=1,2,3", Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessage("could not match 3 port numbers to 2 hosts");
  }

  @Test
  void what_can_never_be_right_is_refused_before_a_password_is_asked_for() {
    assertThatThrownBy(() -> resolve("", Map.of("PGHOST", "/var/run/postgresql")))
        .isInstanceOf(UserException.class)
        .hasMessage("cannot connect through the socket directory \"/var/run/postgresql\"");
    assertThatThrownBy(() -> resolve("port=hunter2", Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessage("invalid port number");
    assertThatThrownBy(() -> resolve("host=a,b hostaddr=::1", Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessage("could not match 2 host names to 1 hostaddr values");
  }

  @Test
  void the_environment_shows_no_variable() {
    assertThat(new Environment(Map.of("PGPASSWORD", "hunter2"), home, "u", home).toString())
        .doesNotContain("hunter2");
  }
}
