package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import io.linkspan.sql.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowCountTest {
  @Test
  void a_number_of_rows_may_be_left_out() {
    assertThat(RowCount.parse(Tokens.of(""), 10)).isEqualTo(10);
    assertThat(RowCount.parse(Tokens.of("1"), 10)).isEqualTo(1);
    assertThat(RowCount.parse(Tokens.of("10000"), 10)).isEqualTo(10000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "0 | the number of rows must be from 1 to 10000, not 0",
        "10001 | the number of rows must be from 1 to 10000, not 10001",
        "-1 | expected a number of rows, found \"-\"",
        "1.5 | expected a number of rows, found \"1.5\"",
        "ten | expected a number of rows, found \"ten\"",
        "5 rows | expected end of line, found \"rows\"",
      })
  void anything_else_is_refused(String typed, String message) {
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> RowCount.parse(Tokens.of(typed), 10));

    assertThat(refusal.fields().message()).isEqualTo(message);
  }
}
