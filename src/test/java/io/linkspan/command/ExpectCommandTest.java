package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.connection.Environment;
import io.linkspan.pg.UserException;
import io.linkspan.report.Page;
import io.linkspan.run.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpectCommandTest {
  private static final Questions NOBODY =
      new Questions() {
        @Override
        public Optional<String> secret(String prompt) {
          return Optional.empty();
        }

        @Override
        public boolean confirm(String question) {
          return false;
        }
      };

  private final Workspace workspace =
      new Workspace(new Environment(Map.of(), Path.of("."), "u", Path.of(".")));

  private Outcome expect(String rest) {
    return new ExpectCommand(workspace)
        .execute(new Invocation("expect", rest, new Page(80, String::length), NOBODY));
  }

  private UserException difference(String rest) {
    return catchThrowableOfType(UserException.class, () -> expect(rest));
  }

  private void ran() {
    workspace.keep(
        new Receipt(
            false,
            1000,
            2,
            998,
            0,
            0,
            List.of(),
            OptionalLong.empty(),
            List.of(),
            Duration.ofSeconds(1),
            Receipt.Pieces.ONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read = 1000",
        "inserted = 998.0",
        "INSERTED > 99",
        "inserted >= 998",
        "inserted <= 998",
        "inserted < 1000",
        "duplicates <> 3",
        "duplicates != 3",
        "updated = skipped",
        "dropped = 0",
        "998 = inserted",
        "-1 < updated",
        "'b' > 'a'",
      })
  void what_holds_says_nothing(String rest) {
    ran();

    assertThat(((Outcome.Told) expect(rest)).shown()).isEqualTo(Outcome.nothing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "inserted = 999 | expected inserted = 999, found 998",
        "inserted < 99 | expected inserted < 99, found 998",
        "read <> 1000 | expected read <> 1000, found 1000",
        "'10' = 9 | expected '10' = 9, found 10",
      })
  void what_does_not_hold_is_a_difference(String rest, String message) {
    ran();

    UserException difference = difference(rest);

    assertThat(difference.kind()).isEqualTo(UserException.Kind.DIFFERENCE);
    assertThat(difference.fields().message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "`` | expected a field or a query in parentheses, found end of line",
        "inserted | expected one of = <> < <= > >=, found end of line",
        "inserted 5 | expected one of = <> < <= > >=, found \"5\"",
        "inserted = | expected a value, found end of line",
        "inserted = 1 2 | expected end of line, found \"2\"",
        "insrted = 1 | a receipt has no field \"insrted\"",
      })
  void what_cannot_be_compared_is_a_mistake(String rest, String message) {
    ran();

    UserException mistake = difference(rest);

    assertThat(mistake.kind()).isEqualTo(UserException.Kind.USAGE);
    assertThat(mistake.fields().message()).isEqualTo(message);
  }

  @Test
  void a_field_needs_a_receipt() {
    assertThat(difference("inserted = 1").fields().message()).isEqualTo("there is no receipt yet");
  }
}
