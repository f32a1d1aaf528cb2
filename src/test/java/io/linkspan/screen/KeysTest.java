package io.linkspan.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KeysTest {
  @Test
  void named_keys_are_sent_as_a_terminal_sends_them_and_the_rest_as_it_is() {
    assertThat(Keys.sent("pla<TAB><UP><C-c><C-r><M-b><ENTER>"))
        .isEqualTo("pla\t\033[A\003\022\033b\r");
    assertThat(Keys.sent("where a < 5 and b <> 6 <NO>")).isEqualTo("where a < 5 and b <> 6 <NO>");
  }
}
