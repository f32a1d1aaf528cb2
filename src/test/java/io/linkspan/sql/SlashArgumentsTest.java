package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SlashArgumentsTest {
  private static List<String> read(String text) {
    return SlashArguments.of(text, Map.of("x", "a b", "q", "it's"));
  }

  @Test
  void blanks_stand_between_arguments() {
    assertThat(read("  a   b\tc ")).containsExactly("a", "b", "c");
    assertThat(read("")).isEmpty();
  }

  @Test
  void single_quotes_hold_an_argument_together_and_know_escapes() {
    assertThat(read("'a b' c'd e'f ''")).containsExactly("a b", "cd ef", "");
    assertThat(read("'it''s' 'it\\'s' '\\t\\n\\x41\\102\\q'"))
        .containsExactly("it's", "it's", "\t\nABq");
  }

  @Test
  void double_quotes_stay() {
    assertThat(read("\"a b\" c")).containsExactly("\"a b\"", "c");
  }

  @Test
  void variables_are_filled_in_and_not_cut_again() {
    assertThat(read(":x :'q' :\"q\" ':x' :missing a:x"))
        .containsExactly("a b", "'it''s'", "\"it's\"", ":x", ":missing", "aa b");
  }

  @Test
  void backticks_and_open_quotes_are_refused() {
    assertThatThrownBy(() -> read("`date`"))
        .isInstanceOf(UserException.class)
        .hasMessage("commands in backticks are not carried out here");
    assertThatThrownBy(() -> read("'open"))
        .isInstanceOf(UserException.class)
        .hasMessage("unterminated quoted string");
  }
}
