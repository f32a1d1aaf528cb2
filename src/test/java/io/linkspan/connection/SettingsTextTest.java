package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The libpq forms were compared with what PQconninfoParse of libpq 15 makes of them. */
final class SettingsTextTest {
  private static Map<String, String> values(String text) {
    return SettingsText.parse(text).values();
  }

  private static String password(String text) {
    return SettingsText.parse(text).password().orElseThrow().reveal();
  }

  @Test
  void keywords_and_values_may_have_blanks_around_the_equals_sign() {
    assertThat(values(" host = a  user\t=\n'u v' ")).isEqualTo(Map.of("host", "a", "user", "u v"));
  }

  @Test
  void a_quoted_value_may_end_without_a_blank() {
    assertThat(values("host='a'port=3")).isEqualTo(Map.of("host", "a", "port", "3"));
  }

  @Test
  void a_value_may_be_empty() {
    assertThat(values("host='' port=")).isEqualTo(Map.of("host", "", "port", ""));
  }

  @Test
  void a_backslash_takes_the_next_character_as_it_is() {
    assertThat(password("password='a \\' \\\\b'")).isEqualTo("a ' \\b");
    assertThat(password("password=a\\ b\\")).isEqualTo("a b");
    assertThat(password("password=a\\ ")).isEqualTo("a ");
  }

  @Test
  void the_last_of_a_repeated_keyword_wins() {
    assertThat(values("host=a host=b")).isEqualTo(Map.of("host", "b"));
    assertThat(password("password=a password=b")).isEqualTo("b");
  }

  @Test
  void a_service_may_stand_alone_or_among_others() {
    assertThat(values("service=archive")).isEqualTo(Map.of("service", "archive"));
    assertThat(values("service=archive user=app"))
        .isEqualTo(Map.of("service", "archive", "user", "app"));
  }

  @Test
  void a_bare_word_is_a_database() {
    assertThat(values("user_data_archive")).isEqualTo(Map.of("dbname", "user_data_archive"));
    assertThat(values("  ")).isEmpty();
  }

  @Test
  void a_uri_has_user_password_host_port_database_and_parameters() {
    String uri =
        "postgresql://app:s3cret@db.example.org:5433/archive?sslmode=require&options=-c%20a";

    ParsedSettings settings = SettingsText.parse(uri);

    assertThat(settings.values())
        .isEqualTo(
            Map.of(
                "user", "app",
                "host", "db.example.org",
                "port", "5433",
                "dbname", "archive",
                "sslmode", "require",
                "options", "-c a"));
    assertThat(settings.password()).contains(new Secret("s3cret"));
  }

  @Test
  void every_part_of_a_uri_may_be_missing() {
    assertThat(values("postgresql://")).isEmpty();
    assertThat(values("postgres://localhost")).isEqualTo(Map.of("host", "localhost"));
    assertThat(values("postgresql:///mydb?host=h&port=3"))
        .isEqualTo(Map.of("dbname", "mydb", "host", "h", "port", "3"));
    assertThat(values("postgresql://u:@h/?")).isEqualTo(Map.of("user", "u", "host", "h"));
    assertThat(values("postgresql://h?user=x&")).isEqualTo(Map.of("host", "h", "user", "x"));
  }

  @Test
  void a_uri_may_name_several_hosts_and_ipv6_addresses() {
    assertThat(values("postgresql://u@[::1]:33,h2/db"))
        .isEqualTo(Map.of("user", "u", "host", "::1,h2", "port", "33,", "dbname", "db"));
    assertThat(values("postgresql://h:5,h2:/d"))
        .isEqualTo(Map.of("host", "h,h2", "port", "5,", "dbname", "d"));
  }

  @Test
  void the_parts_of_a_uri_are_percent_encoded_utf8() {
    assertThat(password("postgresql://u:%40%2F%3A%C3%A9+%F0%9F%90%98@h")).isEqualTo("@/:é+🐘");
    assertThat(password("postgresql://u:a:b?c#d[é@h")).isEqualTo("a:b?c#d[é");
    assertThat(password("postgresql://h/d?user=u&password=a@b")).isEqualTo("a@b");
    assertThat(values("postgresql://h/my%20db")).containsEntry("dbname", "my db");
  }

  @Test
  void ssl_true_in_a_uri_is_sslmode_require() {
    assertThat(values("postgresql://h?ssl=true"))
        .isEqualTo(Map.of("host", "h", "sslmode", "require"));
  }

  @Test
  void a_url_of_jdbc_is_understood() {
    String url =
        "jdbc:postgresql://h:5433/my+db?user=app&password=p@%2B+w&ApplicationName=x&ssl=true"
            + "&targetServerType=primary&tcpKeepAlive=true&connectTimeout=7&currentSchema=a,b%20c";

    ParsedSettings settings = SettingsText.parse(url);

    assertThat(settings.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "host", "h",
                "port", "5433",
                "dbname", "my db",
                "user", "app",
                "application_name", "x",
                "sslmode", "verify-full",
                "target_session_attrs", "read-write",
                "keepalives", "1",
                "connect_timeout", "7",
                "options", "-csearch_path=a,b\\ c"));
    assertThat(settings.password()).contains(new Secret("p@+ w"));
  }

  @Test
  void a_url_of_jdbc_may_name_no_server() {
    assertThat(values("jdbc:postgresql:archive")).isEqualTo(Map.of("dbname", "archive"));
    assertThat(values("jdbc:postgresql:archive?user=u"))
        .isEqualTo(Map.of("dbname", "archive", "user", "u"));
    assertThat(values("jdbc:postgresql:/")).isEmpty();
  }

  @Test
  void sslmode_of_jdbc_goes_before_ssl() {
    assertThat(values("jdbc:postgresql://h/d?sslmode=require&ssl=true"))
        .containsEntry("sslmode", "require");
    assertThat(values("jdbc:postgresql://h/d?ssl=true&sslmode=require"))
        .containsEntry("sslmode", "require");
  }
}
