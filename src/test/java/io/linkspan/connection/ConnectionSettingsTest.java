package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ConnectionSettingsTest {
  private static ConnectionSettings settings(Map<String, String> parameters) {
    return new ConnectionSettings(
        List.of(new HostPort("db.example.org", 5433)),
        "archive",
        "app",
        Optional.of(new Secret("it's")),
        parameters);
  }

  @Test
  void no_text_form_shows_the_password() {
    ConnectionSettings settings = settings(Map.of("sslpassword", "it's"));

    assertThat(settings).hasToString("app@db.example.org:5433/archive");
    assertThat(settings.password()).hasToString("Optional[(hidden)]");
    assertThat(settings.withoutSecrets().conninfo()).doesNotContain("it");
    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.org:5433/archive");
  }

  @Test
  void secrets_are_equal_by_value_and_their_hash_tells_nothing() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).isNotEqualTo(new Secret("b"));
    assertThat(new Secret("a")).hasSameHashCodeAs(new Secret("b"));
  }

  @Test
  void conninfo_quotes_every_value() {
    assertThat(settings(Map.of("sslmode", "require")).conninfo())
        .isEqualTo(
            "host='db.example.org' port='5433' dbname='archive' user='app' password='it\\'s'"
                + " sslmode='require'");
  }

  @Test
  void conninfo_leaves_out_the_files_of_the_shells_machine() {
    Map<String, String> parameters =
        Map.of(
            "sslmode", "verify-full",
            "sslrootcert", "/home/app/root.crt",
            "sslcert", "/home/app/app.crt",
            "sslkey", "/home/app/app.key",
            "sslpassword", "x",
            "application_name", "copy",
            "keepalives_idle", "30");

    assertThat(settings(parameters).withoutSecrets().conninfo())
        .isEqualTo(
            "host='db.example.org' port='5433' dbname='archive' user='app'"
                + " application_name='copy' keepalives_idle='30' sslmode='verify-full'");
  }

  @Test
  void conninfo_keeps_the_trusted_roots_of_the_system() {
    assertThat(settings(Map.of("sslrootcert", "system")).conninfo())
        .endsWith(" sslrootcert='system'");
  }

  @Test
  void conninfo_keeps_a_list_of_hosts() {
    var settings =
        new ConnectionSettings(
            List.of(new HostPort("a", 1), new HostPort("b", 2)),
            "d",
            "u",
            Optional.empty(),
            Map.of("target_session_attrs", "read-write"));

    assertThat(settings.conninfo())
        .isEqualTo("host='a,b' port='1,2' dbname='d' user='u' target_session_attrs='read-write'");
    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://a:1,b:2/d");
  }

  @Test
  void another_server_may_reach_the_database_another_way() {
    ConnectionSettings settings = settings(Map.of("sslmode", "require", "hostaddr", "10.0.0.1"));

    String conninfo = settings.conninfo(ReachedBy.parse("host=db1 sslmode=disable"));

    assertThat(conninfo)
        .isEqualTo(
            "host='db1' port='5433' dbname='archive' user='app' password='it\\'s'"
                + " sslmode='disable'");
  }

  @Test
  void the_driver_gets_libpqs_keywords_under_its_own_names() {
    Map<String, String> parameters =
        Map.of(
            "sslmode", "verify-ca",
            "sslrootcert", "/r.crt",
            "application_name", "copy",
            "connect_timeout", "-1",
            "keepalives", "0",
            "target_session_attrs", "read-only",
            "channel_binding", "require",
            "load_balance_hosts", "random",
            "gssencmode", "disable",
            "client_encoding", "LATIN1");

    Properties properties = settings(parameters).jdbcProperties();

    assertThat(properties)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("user", "app"),
                Map.entry("password", "it's"),
                Map.entry("sslmode", "verify-ca"),
                Map.entry("sslrootcert", "/r.crt"),
                Map.entry("ApplicationName", "copy"),
                Map.entry("connectTimeout", "0"),
                Map.entry("tcpKeepAlive", "false"),
                Map.entry("targetServerType", "secondary"),
                Map.entry("channelBinding", "require"),
                Map.entry("loadBalanceHosts", "true"),
                Map.entry("gssEncMode", "disable")));
  }

  @Test
  void the_driver_keeps_sessions_alive_as_libpq_does() {
    assertThat(settings(Map.of()).jdbcProperties()).containsEntry("tcpKeepAlive", "true");
  }

  @Test
  void the_trusted_roots_of_the_system_mean_verify_full() {
    assertThat(settings(Map.of("sslrootcert", "system")).jdbcProperties())
        .containsEntry("sslmode", "verify-full")
        .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")
        .doesNotContainKey("sslrootcert");
    assertThatThrownBy(
            () -> settings(Map.of("sslrootcert", "system", "sslmode", "require")).jdbcProperties())
        .isInstanceOf(UserException.class)
        .hasMessage("weak sslmode \"require\" may not be used with sslrootcert=system");
  }

  @Test
  void the_driver_connects_to_hostaddr_but_cannot_verify_the_name_then() {
    assertThat(settings(Map.of("hostaddr", "::1")).jdbcUrl())
        .isEqualTo("jdbc:postgresql://[::1]:5433/archive");
    assertThatThrownBy(
            () -> settings(Map.of("hostaddr", "::1", "sslmode", "verify-full")).jdbcUrl())
        .isInstanceOf(UserException.class)
        .hasMessage("cannot verify the host name of a server that hostaddr names");
  }

  @Test
  void values_that_libpq_would_reject_are_rejected() {
    assertThatThrownBy(() -> settings(Map.of("sslmode", "requre")))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> assertThat(e.fields().hint()).contains("Perhaps you mean \"require\"."))
        .hasMessage("invalid sslmode value: \"requre\"");
    assertThatThrownBy(() -> settings(Map.of("connect_timeout", "soon")))
        .isInstanceOf(UserException.class)
        .hasMessage("invalid integer value \"soon\" for connection option \"connect_timeout\"");
    assertThatThrownBy(() -> settings(Map.of("ssl_mode", "require")))
        .isInstanceOf(UserException.class)
        .hasMessage("unknown connection keyword \"ssl_mode\"");
  }

  @Test
  void a_socket_directory_is_refused_with_a_way_out() {
    assertThatThrownBy(() -> new HostPort("/var/run/postgresql", 5432))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> assertThat(e.fields().hint().orElse("")).contains("host=localhost"))
        .hasMessage("cannot connect through the socket directory \"/var/run/postgresql\"");
  }

  @Test
  void a_host_cannot_carry_properties_into_the_drivers_url() {
    assertThatThrownBy(() -> new HostPort("h/d?socketFactory=x", 5432))
        .isInstanceOf(UserException.class)
        .hasMessage("invalid host name");
  }

  @Test
  void a_password_is_not_carried_over_to_another_user() {
    assertThat(settings(Map.of()).withUser("other").password()).isEmpty();
    assertThat(settings(Map.of()).withDatabase("other").password()).isPresent();
  }
}
