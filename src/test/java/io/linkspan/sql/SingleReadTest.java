package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SingleReadTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "SELECT a, b FROM t WHERE c = ';' -- ; delete from t",
        "select 1;",
        "select 1 ; -- done",
        "table t",
        "values (1), (2)",
        "(select 1) union all (select 2)",
        "((with a as (select 1) select * from a))",
        "with a as (select 1), b as materialized (select 2) select * from a, b",
        "with recursive a(n) as (values (1) union all select n + 1 from a) table a",
        "select \"set\", \"into\", \"delete\" from t",
        "select t.update, t.into, t.delete from t",
        "select update, delete, insert, merge from t",
        "select 1 as into, 2 as copy from t as set",
        "select 1 copy from t copy",
        "select count(*) delete from t",
        "select (update), (update + 1) from t where (delete is null)",
        "select substring(delete from 2) from t",
        "with update as (select 1), delete as (select 2) select * from update, delete",
        "with recursive delete as (select 1) select * from delete",
        "with a (update, delete) as (select 1, 2) select update from a",
        "with recursive a as (select 1) search depth first by update set delete select * from a",
        "select set_config('a', 'b', true)",
        "select 'insert into t', $$delete from t; drop table t$$",
        "select /* ; delete from t; */ 1",
        "select a from t for update",
        "select call, do, execute, notify, prepare from t",
        "select * from dblink('x') as (update int)",
        "select cast(x as int), 'c:\\x' from t",
        "select E'it\\'s'",
        "select a[1:2] from t",
        "with a as (select 1) (select 2)",
      })
  void one_read_is_no_problem(String text) {
    assertThat(SingleRead.problems(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                | EMPTY              | statement",
        "-- select 1                                       | EMPTY              | statement",
        ";                                                 | EMPTY              | statement",
        "select 1; select 2                                | SEVERAL_STATEMENTS | second statement",
        "select 1; drop table t                            | NOT_A_QUERY        | drop",
        "select 1 /* ' */ ; delete from t -- '             | NOT_A_QUERY        | delete",
        "select E'\\'; delete from t; --'                  | CLEAN              | ``",
        "select '\\'; delete from t; --'                   | NOT_A_QUERY        | delete",
        "copy t to program 'x'                             | NOT_A_QUERY        | copy",
        "COPY (select 1) to stdout                         | NOT_A_QUERY        | copy",
        "set x = 1                                         | NOT_A_QUERY        | set",
        "begin                                             | NOT_A_QUERY        | begin",
        "commit and chain                                  | NOT_A_QUERY        | commit",
        "start transaction                                 | NOT_A_QUERY        | start",
        "do $$ begin end $$                                | NOT_A_QUERY        | do",
        "call p()                                          | NOT_A_QUERY        | call",
        "explain analyze delete from t                     | NOT_A_QUERY        | explain",
        "prepare p as select 1                             | NOT_A_QUERY        | prepare",
        "execute p                                         | NOT_A_QUERY        | execute",
        "notify x                                          | NOT_A_QUERY        | notify",
        "listen x                                          | NOT_A_QUERY        | listen",
        "insert into t select 1                            | NOT_A_QUERY        | insert",
        "(delete from t returning *)                       | NOT_A_QUERY        | delete",
        "create table x as select 1                        | NOT_A_QUERY        | create",
        "frobnicate                                        | NOT_A_QUERY        | statement",
        "$1                                                | NOT_A_QUERY        | statement",
        "with a as (delete from t returning *) select 1    | DATA_CHANGE        | delete",
        "with a as (select 1), b as (insert into t values (1)) table a | DATA_CHANGE | insert",
        "with a as materialized (update t set x = 1 returning 1) select 1 | DATA_CHANGE | update",
        "with a as not materialized (merge into t using s on true when matched then delete) select 1 | DATA_CHANGE | merge",
        "with a as (select 1) delete from t                | DATA_CHANGE        | delete",
        "with a as (select 1) insert into t select 1       | DATA_CHANGE        | insert",
        "with a as (select 1) update t set x = 1           | DATA_CHANGE        | update",
        "with a as (select 1) merge into t using s on true when matched then delete | DATA_CHANGE | merge",
        "with values as (select 1) delete from t           | DATA_CHANGE        | delete",
        "with recursive as (select 1) delete from t        | DATA_CHANGE        | delete",
        "with recursive a as (select 1) search depth first by x set y delete from t | DATA_CHANGE | delete",
        "with recursive a as (select 1) cycle x set by using p delete from t | DATA_CHANGE | delete",
        "with recursive a as (select 1) cycle x set by delete from t | DATA_CHANGE | delete",
        "with recursive a as (select 1) cycle x set delete delete from t | DATA_CHANGE | delete",
        "with a as (with b as (delete from t returning 1) select 1) select 1 | DATA_CHANGE | delete",
        "with a as (with b as (select 1) delete from t returning 1) select 1 | DATA_CHANGE | delete",
        "select (with a as (delete from t returning 1) select 1) | DATA_CHANGE  | delete",
        "(with a as (delete from t returning 1) select 1)  | DATA_CHANGE        | delete",
        "with a(x) as (delete/**/from t) select 1          | DATA_CHANGE        | delete",
        "select * into x from t                            | INTO               | select into",
        "select 1 as a into temp x                         | INTO               | select into",
        "select t.as into x from t                         | INTO               | select into",
        "select 1 as as into x                             | INTO               | select into",
        "select 1into x                                    | INTO               | select into",
        "select 1.into x                                   | INTO               | select into",
        "(select 1 into x)                                 | INTO               | select into",
        "select 'a                                         | UNTERMINATED       | quote",
        "select \"a                                        | UNTERMINATED       | quote",
        "select $a$ $b$                                    | UNTERMINATED       | quote",
        "select 1 /* a                                     | UNTERMINATED       | comment",
        "select 1) q union select (2                       | UNBALANCED         | bracket",
        "select (1                                         | UNBALANCED         | bracket",
        "select a[1)]                                      | UNBALANCED         | bracket",
        "select 'a\\'                                      | AMBIGUOUS_STRING   | backslash before quote",
      })
  void anything_else_is_told(String text, String kind, String what) {
    List<String> problems =
        SingleRead.problems(text).stream().map(p -> p.kind() + " " + p.what()).toList();

    if (kind.equals("CLEAN")) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).contains(kind + " " + what);
    }
  }

  @Test
  void the_place_of_a_problem_is_told() {
    assertThat(SingleRead.problems("select 1; copy t to stdout"))
        .containsExactly(
            new ReadProblem(ReadProblem.Kind.SEVERAL_STATEMENTS, "second statement", 10),
            new ReadProblem(ReadProblem.Kind.NOT_A_QUERY, "copy", 10));
  }
}
