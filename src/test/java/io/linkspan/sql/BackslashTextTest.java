package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackslashTextTest {
  /** The parts as {@code sql<word|arguments>}. */
  private static String cut(String text) {
    List<BackslashText.Part> parts = BackslashText.parts(text);
    return parts.stream()
        .map(
            part ->
                part.sql()
                    + part.command()
                        .map(c -> "<" + c.word() + "|" + c.arguments() + ">")
                        .orElse(""))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "select 1 \\g                       ~ select 1 <\\g|>",
        "select 1 \\g select 2 \\gx         ~ select 1 <\\g|select 2><\\gx|>",
        "select 1 \\g \\\\ select 2 \\gx    ~ select 1 <\\g|> select 2 <\\gx|>",
        "select 1\\g                        ~ select 1<\\g|>",
        "select 1 \\g file.txt              ~ select 1 <\\g|file.txt>",
        "select 1 \\g 'my file' \\x         ~ select 1 <\\g|'my file'><\\x|>",
        "select 1 \\g |sort | tr a '\\n'    ~ select 1 <\\g||sort | tr a '\\n'>",
        "select 1 \\g (format=csv) |cat \\  ~ select 1 <\\g|(format=csv) |cat \\>",
        "\\x \\t \\a                        ~ <\\x|><\\t|><\\a|>",
        "\\set q 'it\\'s \\\\' \\echo x     ~ <\\set|q 'it\\'s \\\\'><\\echo|x>",
        "\\echo it's \\x                    ~ <\\echo|it's \\x>",
        "\\! printf 'a\\n' \\x              ~ <\\!|printf 'a\\n' \\x>",
        "\\copy t from 'C:\\x'              ~ <\\copy|t from 'C:\\x'>",
        "select '\\g'                       ~ select '\\g'",
        "select E'\\'\\g'                   ~ select E'\\'\\g'",
        "select \"\\g\"                     ~ select \"\\g\"",
        "select $$ \\g $$ \\g               ~ select $$ \\g $$ <\\g|>",
        "select $a$ \\g $$ $a$              ~ select $a$ \\g $$ $a$",
        "select 1 -- \\g                    ~ select 1 -- \\g",
        "select /* \\g /* */ \\g */ 1 \\g   ~ select /* \\g /* */ \\g */ 1 <\\g|>",
        "select 'open \\g                   ~ select 'open \\g",
        "select (1 \\p + 2)                 ~ select (1 <\\p|+ 2)>",
        "select 1 \\; select 2 \\g          ~ select 1 <\\;|> select 2 <\\g|>",
        "\\d+ users                         ~ <\\d+|users>",
        "select 1 \\ p                      ~ select 1 <\\|p>",
        "\\gset a_ \\echo :a_x              ~ <\\gset|a_><\\echo|:a_x>",
      })
  void a_backslash_outside_of_quotes_begins_a_command(String text, String parts) {
    assertThat(cut(text).strip()).isEqualTo(parts.strip());
  }

  @Test
  void the_end_of_the_line_ends_the_arguments() {
    assertThat(cut("select 1\n\\p\n+ 2 \\g out\nselect 3;"))
        .isEqualTo("select 1\n<\\p|>\n+ 2 <\\g|out>\nselect 3;");
  }

  @Test
  @Timeout(2)
  void many_backslashes_take_no_longer_than_their_number() {
    assertThat(BackslashText.parts("\\\\ ".repeat(50_000))).hasSize(50_001);
  }

  @Test
  void a_text_without_backslash_is_one_part() {
    assertThat(BackslashText.parts("select 1; select 2"))
        .isEqualTo(
            List.of(new BackslashText.Part("select 1; select 2", java.util.Optional.empty())));
  }
}
