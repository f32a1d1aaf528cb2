package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementsTest {
  @Test
  void semicolons_end_statements_and_the_rest_remains() {
    SplitText split = Statements.split(" select 1; -- one\n select ';' ;; select (3");

    assertThat(split)
        .isEqualTo(
            new SplitText(
                List.of(
                    new StatementText("select 1", 1, 10), new StatementText("select ';'", 19, 31)),
                "select (3",
                33,
                Completeness.BRACKET));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select $$;$$; x                                                        | 1",
        "select \"a;b\"; select /* ; */ 1; -- ;                                 | 2",
        "select (1;2); select 3;                                                | 2",
        "create function f() returns int language sql begin atomic select 1; select 2; end; x; | 2",
        "create or replace procedure p() begin atomic select case when true then 1 end; end; x;| 2",
        "CREATE FUNCTION f() RETURNS int AS $$ begin; end; $$ LANGUAGE plpgsql; x; | 2",
        "begin; select 1; end;                                                  | 3",
        "create table begin (a int); select 1;                                  | 2",
        ";;;                                                                    | 0",
      })
  void semicolons_inside_of_something_end_nothing(String text, int statements) {
    assertThat(Statements.split(text).statements()).hasSize(statements);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select 1;            | COMPLETE",
        "select 1; -- done    | COMPLETE",
        "-- only this         | COMPLETE",
        "select 1             | NO_SEMICOLON",
        "select 1 --;         | NO_SEMICOLON",
        "select 'it           | SINGLE_QUOTE",
        "select \"it          | DOUBLE_QUOTE",
        "select $$it          | DOLLAR_QUOTE",
        "select /* it         | COMMENT",
        "/* it                | COMMENT",
        "select (1;           | BRACKET",
        "create function f() begin atomic select 1; | NO_SEMICOLON",
      })
  void sql_tells_what_it_waits_for(String text, Completeness expected) {
    assertThat(Completeness.ofSql(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plan copy a -> b            | COMPLETE",
        "plan copy a -> b (x,        | BRACKET",
        "map a = tags[1              | BRACKET",
        "plan copy a -> b \\         | CONTINUED",
        "plan copy a -> b -- \\      | COMPLETE",
        "where x = 'a                | SINGLE_QUOTE",
        "where \"x                   | DOUBLE_QUOTE",
        "where x = 'a\\'             | COMPLETE",
        "plan)                       | COMPLETE",
      })
  void a_command_ends_with_its_line_unless_something_is_open(String text, Completeness expected) {
    assertThat(Completeness.ofCommand(text)).isEqualTo(expected);
  }

  @Test
  void an_open_comment_stays_in_the_remainder() {
    SplitText split = Statements.split("select 1; /* more");

    assertThat(split.remainder()).isEqualTo("/* more");
  }

  @Test
  void joined_lines_keep_every_index() {
    assertThat(ContinuedLines.joined("plan copy a \\\n -> b '\\\n' -- \\\n"))
        .isEqualTo("plan copy a  \n -> b '\\\n' -- \\\n");
    assertThat(ContinuedLines.joined("\\d users")).isEqualTo("\\d users");
  }
}
