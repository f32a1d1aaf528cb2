package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

final class InputHighlighterTest {
  private static String highlighted(String line) {
    return new InputHighlighter().highlight(null, line).toAnsi();
  }

  @Test
  void words_strings_numbers_and_comments_are_set_off() {
    assertThat(highlighted("select 'a', 12 -- x"))
        .isEqualTo(
            "\u001b[1mselect\u001b[0m \u001b[32m'a'\u001b[0m, \u001b[36m12\u001b[0m"
                + " \u001b[2m-- x\u001b[0m");
  }

  @Test
  void the_text_stays_what_it_is() {
    String open = "/* open 'x\n\"y $$ 1e5 selected \\";

    AttributedString result = new InputHighlighter().highlight(null, open);

    assertThat(result.toString()).isEqualTo(open);
  }
}
