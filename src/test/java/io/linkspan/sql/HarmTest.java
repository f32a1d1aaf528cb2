package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HarmTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "delete from users | DELETE without WHERE removes every row of users",
        "DELETE FROM ONLY (public.\"Order\") | DELETE without WHERE removes every row of public.\"Order\"",
        "delete from users using other o | DELETE without WHERE removes every row of users",
        "delete from users returning id | DELETE without WHERE removes every row of users",
        "delete /* where */ from users -- where id = 1 | DELETE without WHERE removes every row of users",
        "delete from users returning 'where' | DELETE without WHERE removes every row of users",
        "update users set a = 1 | UPDATE without WHERE changes every row of users",
        "update users u set a = (select b from c where c.id = u.id) | UPDATE without WHERE changes every row of users",
        "update public.users set a = default returning * | UPDATE without WHERE changes every row of public.users",
        "with gone as (delete from users returning *) select count(*) from gone where true | DELETE without WHERE removes every row of users",
        "with x as (select 1 where true) update users set a = 1 | UPDATE without WHERE changes every row of users",
        "with recursive t(n) as (values (1)) search depth first by n set o delete from users | DELETE without WHERE removes every row of users",
        "insert into log with gone as (delete from users returning id) select id from gone | DELETE without WHERE removes every row of users",
        "copy (delete from users returning *) to stdout | DELETE without WHERE removes every row of users",
        "explain analyze delete from users | DELETE without WHERE removes every row of users",
        "explain (costs off, analyze) update users set a = 1 | UPDATE without WHERE changes every row of users",
        "explain analyse verbose delete from users | DELETE without WHERE removes every row of users",
        "prepare p (int) as delete from users | DELETE without WHERE removes every row of users",
        "merge into users u using s on s.id = u.id when matched then delete | MERGE deletes rows of users",
        "merge into users using s on true when matched and s.x then update set a = 1 when not matched by source then delete | MERGE deletes rows of users",
        "(with x as (delete from users returning 1) select * from x) | DELETE without WHERE removes every row of users",
        "truncate users | TRUNCATE empties users",
        "truncate table users, orders restart identity cascade | TRUNCATE empties users, orders",
        "drop table users | It would carry out: drop table users",
        "DROP  SCHEMA /* all */ crm cascade | It would carry out: DROP SCHEMA crm cascade",
        "drop owned by app | It would carry out: drop owned by app",
        "alter table users drop column email | It would carry out: alter table users drop column email",
        "alter table users drop email | It would carry out: alter table users drop email",
        "alter table users add b int, drop constraint users_pkey | It would carry out: alter table users add b int, drop constraint users_pkey",
        "alter domain d drop constraint c | It would carry out: alter domain d drop constraint c",
        "create table x as with d as (delete from users returning *) select * from d | DELETE without WHERE removes every row of users",
        "explain (analyze 'on') create temp table x (update, b) as with d as (delete from users returning *) select * from d | DELETE without WHERE removes every row of users",
        "create unlogged table if not exists x with (fillfactor = 70) as (with d as (delete from users returning *) table d) | DELETE without WHERE removes every row of users",
        "declare c cursor for with d as (delete from users returning *) select * from d | DELETE without WHERE removes every row of users",
        "explain (\"analyze\") delete from users | DELETE without WHERE removes every row of users",
        "delete from users returning 1 as where | DELETE without WHERE removes every row of users",
        "delete from users where true | DELETE without WHERE removes every row of users",
        "delete from users where (true) returning id | DELETE without WHERE removes every row of users",
        "delete from users where (1)=1; | DELETE without WHERE removes every row of users",
        "delete from users where 'a' = 'a' | DELETE without WHERE removes every row of users",
        "with d as (delete from users where true returning *) select * from d where id = 1 | DELETE without WHERE removes every row of users",
        "delete from | ``",
        "delete from public. | DELETE without WHERE removes every row of public",
      })
  void what_a_statement_would_destroy_is_named(String statement, String words) {
    String found = Harm.of(statement).stream().map(Harm::words).reduce("", String::concat);

    assertThat(found).isEqualTo(words == null ? "" : words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from users where 1 = 0",
        "delete from users where active",
        "delete from users where true = active",
        "delete from users u using x where x.where = 1",
        "create table x (delete int, update int, merge text)",
        "create table x as select * from users for update",
        "create view v as select update from users",
        "create function f() returns int begin atomic with d as (delete from users returning 1) select 1; end",
        "delete from users where current of c",
        "update users set a = 1 where id = 2",
        "update users set \"where\" = 1 where id = 1",
        "with x as (select 1) delete from users where id in (select * from x)",
        "insert into users values (1) on conflict (id) do update set a = 1",
        "insert into log (delete, update) values ('delete from users', 'drop table users')",
        "select * from users for update",
        "select * from (select 1) x for no key update of x",
        "select 'drop table users'",
        "select $$delete from users$$",
        "select 1 -- drop table users",
        "select update, delete from t",
        "select u.delete from u",
        "select 1 as delete from u",
        "explain delete from users",
        "explain (analyze false) delete from users",
        "explain (analyze 'off', verbose) delete from users",
        "merge into users using s on true when matched then update set a = 1",
        "create table drops (id int references users on delete cascade)",
        "create trigger t before delete or truncate on users execute function f()",
        "create function f() returns void begin atomic delete from users; end",
        "create rule r as on delete to users do also (delete from orders)",
        "grant delete, truncate on users to app",
        "alter table users rename drop to kept",
        "alter table users rename column drop to kept",
        "alter table users alter a drop default, alter b drop not null",
        "alter table users add column drop int",
        "begin",
        "commit",
        "vacuum full users",
        "refresh materialized view v",
        "lock table users",
        "deallocate all",
        "prepare transaction 'x'",
        "",
        ";",
        "do $$ begin delete from users; end $$",
        "'open",
        ")",
      })
  void a_harmless_statement_is_left_alone(String statement) {
    assertThat(Harm.of(statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set default_transaction_read_only = off",
        "SET SESSION default_transaction_read_only TO 'off'",
        "set local transaction_read_only = false",
        "set default_transaction_read_only to default",
        "set \"default_transaction_read_only\" = 0",
        "begin read write",
        "begin transaction isolation level serializable, read /**/ write",
        "start transaction read write",
        "set transaction read write",
        "set session characteristics as transaction read write",
        "reset default_transaction_read_only",
        "reset all",
        "discard all",
        "select set_config('transaction_read_only', 'off', true)",
        "select pg_catalog.set_config('TRANSACTION_READ_ONLY', 'off', true)",
        "select set_config('transaction_' || 'read_only', 'off', true)",
        "update pg_settings set setting = 'off' where name = 'transaction_read_only'",
      })
  void a_statement_that_would_let_a_session_write_is_found(String statement) {
    assertThat(WritingMode.asked(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set default_transaction_read_only = on",
        "set transaction read only",
        "begin",
        "start transaction isolation level repeatable read, read only",
        "set search_path to a, b",
        "reset search_path",
        "discard temp",
        "select set_config('search_path', 'a', false)",
        "select * from pg_settings",
        "select 'begin read write'",
        "show transaction_read_only",
        "set",
      })
  void other_statements_of_a_reading_session_are_left_alone(String statement) {
    assertThat(WritingMode.asked(statement)).isFalse();
  }
}
