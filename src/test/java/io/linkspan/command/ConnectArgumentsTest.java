package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.connection.ConnectionMarks;
import io.linkspan.connection.ReachedBy;
import io.linkspan.pg.UserException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectArgumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "a | - | - | false | false",
        "a postgresql://u:p@h/d | postgresql://u:p@h/d | - | false | false",
        "a host=h password='it\\'s as source' | host=h password='it\\'s as source' | - | false | false",
        "a service=x as source | service=x | source | false | false",
        "a as target | - | target | false | false",
        "a read only | - | - | true | false",
        "a service=x AS SOURCE READ ONLY | service=x | source | true | false",
        "a service=x read only as source | service=x | source | true | false",
        "a \"host=h port=5\" as target | host=h port=5 | target | false | false",
        "a dbname=as_source | dbname=as_source | - | false | false",
        "a production | - | - | false | true",
        "a service=x production as target read only | service=x | target | true | true",
        "a dbname=production | dbname=production | - | false | false",
        "a dbname = production | dbname = production | - | false | false",
      })
  void the_clauses_stand_after_the_connection_string(
      String typed, String settings, String role, boolean readOnly, boolean production) {
    assertThat(ConnectArguments.parse(typed))
        .isEqualTo(
            new ConnectArguments(
                "a",
                Optional.ofNullable(settings),
                Optional.ofNullable(role),
                new ConnectionMarks(readOnly, production),
                Optional.empty()));
  }

  @Test
  void reached_by_says_how_the_other_server_comes_here() {
    assertThat(ConnectArguments.parse("a service=x as source reached by \"host=db port=5433\""))
        .isEqualTo(
            new ConnectArguments(
                "a",
                Optional.of("service=x"),
                Optional.of("source"),
                ConnectionMarks.NONE,
                Optional.of(ReachedBy.parse("host=db port=5433"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "postgresql://h/d", "a.b", "host=h"})
  void a_connection_needs_a_name(String typed) {
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> ConnectArguments.parse(typed));

    assertThat(refusal.fields().message())
        .isEqualTo("connect needs a name for the connection: letters, digits, \"_\" and \"-\"");
    assertThat(refusal.fields().hint())
        .contains("Type: connect NAME postgresql://user@host/database");
  }
}
