package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "explain | true",
        "explain⏎ | false",
        "explain; | false",
        "explain conflict | false",
        "check | false",
      })
  void a_statement_may_follow_the_bare_word_until_a_blank_line(String typed, boolean mayGoOn) {
    String text = typed.replace('⏎', '\n');
    Input.OfCommand command = (Input.OfCommand) Input.of(text);

    assertThat(ExplainWords.mayGoOn(command, text)).isEqualTo(mayGoOn);
  }
}
