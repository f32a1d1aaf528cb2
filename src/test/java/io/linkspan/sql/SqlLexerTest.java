package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlLexerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "foo                | WORD:foo",
        "fo$1_é             | WORD:fo$1_é",
        "\"a\"\"b\"         | QUOTED_IDENTIFIER:\"a\"\"b\"",
        "U&\"d\\0061\"      | UNICODE_IDENTIFIER:U&\"d\\0061\"",
        "u & x              | WORD:u OPERATOR:& WORD:x",
        "'it''s'            | STRING:'it''s'",
        "'c:\\'             | STRING:'c:\\'",
        "E'it\\'s'          | ESCAPE_STRING:E'it\\'s'",
        "e'\\\\' x          | ESCAPE_STRING:e'\\\\' WORD:x",
        "B'01' X'ff' N'a'   | BIT_STRING:B'01' BIT_STRING:X'ff' NATIONAL_STRING:N'a'",
        "U&'a'              | UNICODE_STRING:U&'a'",
        "date'2025-01-01'   | WORD:date STRING:'2025-01-01'",
        "$$a'b$$            | DOLLAR_STRING:$$a'b$$",
        "$q$ $$ $q1$ $q$;   | DOLLAR_STRING:$q$ $$ $q1$ $q$ SYMBOL:;",
        "a$b$c$b$           | WORD:a$b$c$b$",
        "$1                 | PARAMETER:$1",
        "$1$2               | PARAMETER:$1 PARAMETER:$2",
        "$                  | UNKNOWN:$",
        "1 1.5 .5 1. 1e5    | NUMBER:1 NUMBER:1.5 NUMBER:.5 NUMBER:1. NUMBER:1e5",
        "1.5e-3 0xFF 1_000  | NUMBER:1.5e-3 NUMBER:0xFF NUMBER:1_000",
        "1..2               | NUMBER:1 SYMBOL:.. NUMBER:2",
        "1into              | NUMBER:1 WORD:into",
        "1e'a'              | NUMBER:1 ESCAPE_STRING:e'a'",
        "0x 1_              | NUMBER:0 WORD:x NUMBER:1 WORD:_",
        "a->>'b'            | WORD:a OPERATOR:->> STRING:'b'",
        "a->-1              | WORD:a OPERATOR:-> OPERATOR:- NUMBER:1",
        "a@-1               | WORD:a OPERATOR:@- NUMBER:1",
        "a=-1               | WORD:a OPERATOR:= OPERATOR:- NUMBER:1",
        "+-+                | OPERATOR:+ OPERATOR:- OPERATOR:+",
        "a*--b              | WORD:a OPERATOR:* LINE_COMMENT:--b",
        "a+/*b*/1           | WORD:a OPERATOR:+ BLOCK_COMMENT:/*b*/ NUMBER:1",
        "/*a/*b*/c*/d       | BLOCK_COMMENT:/*a/*b*/c*/ WORD:d",
        "a::int             | WORD:a SYMBOL::: WORD:int",
        "f(a:=1, b=>2)      | WORD:f SYMBOL:( WORD:a SYMBOL::= NUMBER:1 SYMBOL:, WORD:b OPERATOR:=> NUMBER:2 SYMBOL:)",
        "archive -> main    | WORD:archive OPERATOR:-> WORD:main",
        "archive:s.t        | WORD:archive SYMBOL:: WORD:s SYMBOL:. WORD:t",
        "archive:\"T\"      | WORD:archive SYMBOL:: QUOTED_IDENTIFIER:\"T\"",
        "a = :x             | WORD:a OPERATOR:= VARIABLE::x",
        "(:'x',:\"x\")      | SYMBOL:( VARIABLE_LITERAL::'x' SYMBOL:, VARIABLE_IDENTIFIER::\"x\" SYMBOL:)",
        "a[1:2]             | WORD:a SYMBOL:[ NUMBER:1 SYMBOL:: NUMBER:2 SYMBOL:]",
        "a[i:j]             | WORD:a SYMBOL:[ WORD:i SYMBOL:: WORD:j SYMBOL:]",
        "a[f(x) :j]         | WORD:a SYMBOL:[ WORD:f SYMBOL:( WORD:x SYMBOL:) SYMBOL:: WORD:j SYMBOL:]",
        ":'a b'             | SYMBOL:: STRING:'a b'",
        ":1                 | SYMBOL:: NUMBER:1",
        "'open              | OPEN_STRING:'open",
        "E'open\\'          | OPEN_STRING:E'open\\'",
        "\"open             | OPEN_IDENTIFIER:\"open",
        "$a$open$b$         | OPEN_DOLLAR_STRING:$a$open$b$",
        "/*open/**/         | OPEN_COMMENT:/*open/**/",
        "\\x {}             | UNKNOWN:\\ WORD:x UNKNOWN:{ UNKNOWN:}",
      })
  void text_is_cut_as_the_server_cuts_it(String text, String expected) {
    List<String> tokens =
        SqlLexer.tokens(text).stream().map(t -> t.kind() + ":" + t.text()).toList();

    assertThat(String.join(" ", tokens)).isEqualTo(expected);
  }

  @Test
  void a_string_goes_on_after_a_line_break() {
    assertThat(SqlLexer.tokens("'a' -- it's\n  'b' x"))
        .extracting(SqlToken::kind)
        .containsExactly(TokenKind.STRING, TokenKind.WORD);
    assertThat(SqlLexer.tokens("E'a'\n'\\'' x"))
        .extracting(SqlToken::kind)
        .containsExactly(TokenKind.ESCAPE_STRING, TokenKind.WORD);
    assertThat(SqlLexer.tokens("'a' 'b'")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'it''s'         | it's",
        "'c:\\n'         | c:\\n",
        "N'x'            | x",
        "E'it\\'s\\t\\\\'| it's\t\\",
        "E'\\101\\x42'   | AB",
        "E'\\xc3\\xa9'   | é",
        "E'\\u00e9'      | é",
        "E'\\uD83D\\uDE00\\q' | \uD83D\uDE00q",
        "U&'d\\0061t\\+000061\\\\' | data\\",
        "$$a'b$$         | a'b",
        "$t$a$$b$t$      | a$$b",
      })
  void a_string_constant_has_the_value_the_server_gives_it(String text, String value) {
    assertThat(SqlLexer.tokens(text).get(0).stringValue()).contains(value);
  }

  @Test
  void a_string_in_parts_has_one_value() {
    assertThat(SqlLexer.tokens("'a''b' -- it's\n 'c'").get(0).stringValue()).contains("a'bc");
    assertThat(SqlLexer.tokens("E'a\\n'\n'\\tb'").get(0).stringValue()).contains("a\n\tb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"E'\\xff'", "E'\\u12'", "E'\\uD83D'", "U&'\\12'", "E'\\0'", "B'01'", "1"})
  void what_has_no_value_gives_none(String text) {
    assertThat(SqlLexer.tokens(text).get(0).stringValue()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"FooÄ|fooÄ", "\"Foo\"\"x\"|Foo\"x", "U&\"d\\0061t\"|dat"})
  void an_identifier_is_folded_unless_quoted(String text, String name) {
    assertThat(SqlLexer.tokens(text).get(0).identifier()).contains(new Identifier(name));
  }

  @Test
  void an_empty_quoted_identifier_is_no_identifier() {
    assertThat(SqlLexer.tokens("\"\"").get(0).identifier()).isEmpty();
  }

  @Test
  void key_words_are_told_by_ascii_letters_alone() {
    assertThat(SqlLexer.tokens("INTO").get(0).isWord("into")).isTrue();
    assertThat(SqlLexer.tokens("\u017Fet").get(0).isWord("set")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+-", "-", "/*", "*/", "$a", "$$", "'", "\"", "(", "a:", ":'", "[:x", "1_", "'a'\n", "\\",
        "e'\\", ".", "@-", "=+"
      })
  void long_input_takes_time_in_step_with_its_length(String piece) {
    String text = piece.repeat(400_000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> SqlLexer.tokens(text).size());
  }
}
