package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RemoteWritesTest {
  @Test
  void a_constant_of_a_dblink_call_that_writes_is_told() {
    assertThat(RemoteWrites.first("select dblink_exec('a', 'delete from users where id = 1')"))
        .contains("DELETE");
    assertThat(
            RemoteWrites.first(
                "select * from dblink('a', $$insert into t values (1)$$) as t(i int)"))
        .contains("INSERT");
    assertThat(RemoteWrites.first("select dblink_send_query('a', 'begin; drop table t')"))
        .contains("DROP");
    assertThat(
            RemoteWrites.first(
                "select public.dblink_exec('with x as (delete from t returning 1) select 1')"))
        .contains("DELETE");
  }

  @Test
  void what_only_reads_is_not() {
    assertThat(RemoteWrites.first("select dblink_connect('update', 'host=h dbname=d')")).isEmpty();
    assertThat(RemoteWrites.first("select * from dblink('a', 'select 1') as t(i int)")).isEmpty();
    assertThat(RemoteWrites.first("select 'insert into t values (1)'")).isEmpty();
    assertThat(RemoteWrites.first("select dblink_exec('a', 'set search_path to x')")).isEmpty();
  }
}
