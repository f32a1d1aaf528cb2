package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextWidthTest {
  @Test
  void wide_characters_take_two_columns_and_combining_marks_none() {
    assertThat(TextWidth.of("abc")).isEqualTo(3);
    assertThat(TextWidth.of("Zoë")).isEqualTo(3);
    assertThat(TextWidth.of("東京")).isEqualTo(4);
    assertThat(TextWidth.of("Zoe\u0308")).isEqualTo(3);
  }
}
