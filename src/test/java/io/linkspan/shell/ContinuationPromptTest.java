package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContinuationPromptTest {
  @Test
  void the_mark_says_what_is_waited_for_as_in_psql() {
    assertThat(ContinuationPrompt.mark(";")).isEqualTo("-");
    assertThat(ContinuationPrompt.mark(")")).isEqualTo("(");
    assertThat(ContinuationPrompt.mark("'")).isEqualTo("'");
    assertThat(ContinuationPrompt.mark("\"")).isEqualTo("\"");
    assertThat(ContinuationPrompt.mark("$body$")).isEqualTo("$");
    assertThat(ContinuationPrompt.mark("*/")).isEqualTo("*");
    assertThat(ContinuationPrompt.mark("")).isEqualTo("-");
  }

  @Test
  void it_stands_in_the_place_of_the_equals_sign() {
    assertThat(ContinuationPrompt.of("archive -> main =>", "(")).isEqualTo("archive -> main (>");
    assertThat(ContinuationPrompt.of("archive -> main =*>", "-")).isEqualTo("archive -> main -*>");
    assertThat(ContinuationPrompt.of("linkspan>", "'")).isEqualTo("linkspan'>");
  }
}
