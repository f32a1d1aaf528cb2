package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InputTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "tables | tables | ``",
        "explain | explain | ``",
        "EXPLAIN; | explain | ``",
        "explain conflict; | explain | conflict",
        "explain Definition | explain | Definition",
        "explain conflcit | explain | conflcit",
        "explain insert into t select a from dblink('x', 'q') as r(a int); | explain |"
            + " insert into t select a from dblink('x', 'q') as r(a int)",
        "TABLES; | tables | ``",
        "plan copy a -> b; | plan | copy a -> b",
        "\\dt+ us* | \\dt+ | us*",
        "\\? | \\? | ``",
        "-- first⏎  tables | tables | ``",
        "/* first */ tables | tables | ``",
        "/* a /* b */ c */ -- d⏎/**/ tables | tables | ``",
        "where a > 1 | where | a > 1",
        "on conflict preserve | on | conflict preserve",
        "truncate | truncate | ``",
        "TRUNCATE OFF | truncate | OFF",
        "truncate; | truncate | ``",
        "truncate -- the clause | truncate | -- the clause",
        "say 'a;' | say | 'a;'",
        "wehre x | wehre | x",
        "set | set | ``",
        "SET; | set | ``",
        "set format | set | format",
        "set format csv; | set | format csv",
        "set format = csv | set | format = csv",
        "SET \"null\" TO '∅' | set | \"null\" TO '∅'",
        "refresh | refresh | ``",
        "REFRESH; | refresh | ``",
        "set formt csv | set | formt csv",
        "set formt | set | formt",
        "set nosuch | set | nosuch",
        "set timezone 'utc' | set | timezone 'utc'",
      })
  void a_text_that_begins_with_a_word_of_the_language_is_a_command(
      String typed, String word, String rest) {
    assertThat(Input.of(typed.replace('⏎', '\n'))).isEqualTo(new Input.OfCommand(word, rest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1;",
        "explain select 1;",
        "explain\nselect 1;",
        "EXPLAIN (ANALYZE) select 1;",
        "explain analyze select 1;",
        "explain verbose insert into t select a from dblink('x', 'q') as r(a int);",
        "explain (verbose) insert into t select a from dblink('x', 'q') as r(a int);",
        "explain insert into t values (1);",
        "explain with a as (select 1) table a;",
        "explain execute p;",
        "explain selct * from t;",
        "set search_path to a, b;",
        "set work_mem = '1GB';",
        "set formt = csv;",
        "set my.format = csv;",
        "set format.mine = csv;",
        "set local format to csv;",
        "set session characteristics as transaction read only;",
        "set role none;",
        "set time zone 'utc';",
        "set transaction isolation level serializable;",
        "set constraints all deferred;",
        "set names 'utf8';",
        "SELECT 1;",
        "(select 1);",
        "with x as (select 1) table x;",
        "values (1);",
        "truncate users;",
        "truncate table off;",
        "explain select 1;",
        "copy users to stdout;",
        "/* hint",
        "TRUNCATE",
        "TRUNCATE\nt;",
        "truncate\nt;",
        "SET -- two lines",
        "SET\nsearch_path = a;",
        "REFRESH",
        "REFRESH\nMATERIALIZED VIEW v;",
      })
  void what_begins_a_statement_is_sql(String typed) {
    assertThat(Input.of(typed)).isEqualTo(new Input.OfSql(Optional.empty(), typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "@archive select 1; | archive | select 1;",
        "@my-archive⏎select 1; | my-archive | select 1;",
        "-- x⏎@a tables; | a | tables;",
        "@archive | archive | ``",
      })
  void an_at_sign_sends_sql_to_the_connection_named(String typed, String connection, String sql) {
    assertThat(Input.of(typed.replace('⏎', '\n')))
        .isEqualTo(new Input.OfSql(Optional.of(connection), sql));
  }

  @Test
  void many_comments_before_a_command_are_passed_over() {
    String comments = "-- one\n/* two */\n".repeat(20_000);

    assertThat(Input.of(comments + "tables")).isEqualTo(new Input.OfCommand("tables", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", ";", "-- only a comment", "/* and\n another */ -- one"})
  void blanks_and_comments_are_nothing(String typed) {
    assertThat(Input.of(typed)).isEqualTo(new Input.Nothing());
  }
}
