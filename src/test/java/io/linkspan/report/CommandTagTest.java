package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandTagTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "insert into t values (1)                         | 5 | INSERT 0 5",
        "with x as (select 1) insert into t select 1      | 2 | INSERT 0 2",
        "with x as (delete from a) update t set b = 'x)'  | 2 | UPDATE 2",
        "merge into t using s on true                     | 2 | MERGE 2",
        "create table t (a int)                           | 0 | CREATE TABLE",
        "create temp table t as select 1                  | 4 | SELECT 4",
        "create or replace function f() returns int       | 0 | CREATE FUNCTION",
        "create unique index i on t (a)                   | 0 | CREATE INDEX",
        "create materialized view v as select 1           | 0 | CREATE MATERIALIZED VIEW",
        "create user mapping for u server s               | 0 | CREATE USER MAPPING",
        "create user u                                    | 0 | CREATE ROLE",
        "drop foreign table t                             | 0 | DROP FOREIGN TABLE",
        "begin                                            | 0 | BEGIN",
        "start transaction                                | 0 | START TRANSACTION",
        "end                                              | 0 | COMMIT",
        "rollback to savepoint s                          | 0 | ROLLBACK",
        "truncate t                                       | 0 | TRUNCATE TABLE",
        "refresh materialized view v                      | 0 | REFRESH MATERIALIZED VIEW",
        "set search_path to x                             | 0 | SET",
        "vacuum t                                         | 0 | VACUUM",
        "do $$ begin end $$                               | 0 | DO",
      })
  void the_tag_is_the_one_that_psql_prints(String sql, long affected, String tag) {
    assertThat(CommandTag.of(sql, affected)).isEqualTo(tag);
  }

  @Test
  void comments_before_the_statement_do_not_count() {
    assertThat(CommandTag.of("-- insert\n/* x */ UPDATE t set a = 1", 3)).isEqualTo("UPDATE 3");
  }
}
