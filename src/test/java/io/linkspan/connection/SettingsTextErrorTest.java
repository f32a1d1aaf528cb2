package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTextErrorTest {
  private static UserException failure(String text) {
    return catchThrowableOfType(UserException.class, () -> SettingsText.parse(text));
  }

  @Test
  void an_unknown_keyword_is_told_by_its_place_and_the_nearest_one() {
    UserException failure = failure("host=a usr=b");

    assertThat(failure).hasMessage("unknown connection keyword at character 8");
    assertThat(failure.fields().hint()).contains("Perhaps you mean \"user\".");
    assertThat(failure.kind()).isEqualTo(UserException.Kind.USAGE);
  }

  @Test
  void an_unknown_uri_parameter_is_told_by_its_place_and_the_nearest_one() {
    UserException failure = failure("postgresql://h/d?sslmod=require");

    assertThat(failure).hasMessage("unknown URI query parameter at character 18");
    assertThat(failure.fields().hint()).contains("Perhaps you mean \"sslmode\".");
  }

  @Test
  void an_unknown_jdbc_property_is_told_by_its_place_and_the_nearest_one() {
    UserException failure = failure("jdbc:postgresql://h/d?applicationname=x");

    assertThat(failure).hasMessage("unknown JDBC property at character 23");
    assertThat(failure.fields().hint()).contains("Perhaps you mean \"ApplicationName\".");
  }

  @Test
  void a_missing_equals_sign_and_an_open_quote_are_told_by_their_place() {
    assertThat(failure("host=a dbname"))
        .hasMessage("missing \"=\" after the connection keyword at character 8");
    assertThat(failure("host=a password='x"))
        .hasMessage("unterminated quoted string in the connection string at character 17");
    assertThat(failure("my database"))
        .hasMessage("missing \"=\" in the connection string at character 3");
  }

  @Test
  void a_percent_sign_that_encodes_nothing_is_told_by_its_place() {
    assertThat(failure("postgresql://u:a%b@h"))
        .hasMessage("invalid percent-encoded token at character 17");
    assertThat(failure("postgresql://u:a%00@h"))
        .hasMessage("forbidden percent-encoded value %00 at character 17");
    assertThat(failure("postgresql://u:%ff@h"))
        .hasMessage("percent-encoded text is not UTF-8 at character 16");
  }

  @Test
  void a_uri_of_another_scheme_is_no_database_name() {
    assertThat(failure("mysql://u:hunter2@h/d"))
        .hasMessage("connection URI is not one of PostgreSQL's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://app:hunter2@x@h/d",
        "postgresql://app:x@hunter2@h/d",
        "postgresql://app:hunter2/x@h/d",
        "postgresql://app:1/hunter2@h/d",
        "postgresql://app:hunter2",
        "postgresql://app:hunter2/d",
        "postgresql://app:hunter2%@h/d",
        "postgresql://app:%4@hunter2@h/d",
        "postgresql://app:hunter2%zz@h/d",
        "postgresql://app:hunter2@[::1/d",
        "postgresql://app:hunter2@[::1]x/d",
        "postgresql://app:hunter2@h:port/d",
        "postgresql://app:hunter2@h/d?x",
        "postgresql://app:hunter2@h/d?hunter2=hunter2",
        "postgresql://h/d?password=hunter2=x",
        "postgresql://h/d?password=a&hunter2",
        "postgresql://h/d?password=a&hunter2=b",
        "postgresql://h?password=x@hunter2",
        "postgresql//app:hunter2@h/d",
        "POSTGRESQL://app:hunter2@h/d",
        "postgres:app:hunter2@h/d",
        "http://app:hunter2@h/d",
        "jdbc:mysql://h/d?password=hunter2",
        "jdbc:postgresql://app:hunter2@x@h/d",
        "jdbc:postgresql://h/d?password=hunter2&x=y",
        "jdbc:postgresql:d?password=hunter2&x",
        "app:hunter2@h/d",
        "hunter2 host=h",
        "host=h hunter2",
        "password=my hunter2",
        "password=my hunter2=x",
        "password = 'hunter2",
        "password='a'hunter2'",
        "pasword=hunter2",
        "hunter2=x",
        "password hunter2",
        "=hunter2",
        "password=\\",
        "host=h password=hunter2 hunter2\\",
        "password=hunter2\u0000"
      })
  void no_error_repeats_the_password_or_what_stands_around_it(String text) {
    try {
      assertThat(SettingsText.parse(text).toString()).doesNotContain("hunter2");
    } catch (UserException e) {
      assertThat(e.toString() + e.fields()).doesNotContain("hunter2", "app:");
      assertThat(e.getCause()).isNull();
      assertThat(e.getMessage()).matches(Pattern.compile("[\\x20-\\x7e]+"));
    }
  }
}
