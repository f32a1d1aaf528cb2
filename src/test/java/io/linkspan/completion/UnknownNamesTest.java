package io.linkspan.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.NameIndex;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnknownNamesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '#',
      value = {
        "select * from userz → userz: no table \"userz\"",
        "select * from public.userz → public.userz: no table \"public.userz\"",
        "select * from users u join ordrs o on true → ordrs: no table \"ordrs\"",
        "insert into userz (a) values (1) → userz: no table \"userz\"",
        "update userz set a = 1 → userz: no table \"userz\"",
        "delete from userz → userz: no table \"userz\"",
        "truncate userz → userz: no table \"userz\"",
        "drop table userz → userz: no table \"userz\"",
        "alter table userz add column x int → userz: no table \"userz\"",
        "select u.emial from users u → emial: no column \"emial\" in users u",
        "select users.emial from users → emial: no column \"emial\" in users",
        "select emial from users → emial: no column \"emial\" in users",
        "select lower(emial) from users → emial: no column \"emial\" in users",
        "select id from users where emial = 'x' → emial: no column \"emial\" in users",
        "select uu.email from users u → uu: no table \"uu\" in the query",
        "select mail from users u, orders o → mail: no column \"mail\"",
        "insert into users (emial) values ('x') → emial: no column \"emial\" in users",
        "update users set emial = 'x' → emial: no column \"emial\" in users",
        "select x.c from (select id from users) x → c: no column \"c\" in x",
        "with w as (select id from users) select email from w → email: no column \"email\" in w",
        "select c from dblink('x', 'y') as t(a int) → c: no column \"c\" in t",
        "select * from orders o where exists (select 1 from users where id = o.usr_id)"
            + " → usr_id: no column \"usr_id\" in orders o",
        "insert into users (id) values (1) on conflict (idd) do nothing"
            + " → idd: no column \"idd\" in users",
        "insert into users (id) values (1) on conflict (id) do update set name = excluded.nam"
            + " → nam: no column \"nam\" in excluded",
        "select * from users join orders using (idd) → idd: no column \"idd\"",
        "select id as n from users where n = 1 → n: no column \"n\" in users",
        "explain analyze select * from userz → userz: no table \"userz\"",
        "create table t as select emial from users → emial: no column \"emial\" in users",
      })
  void marks_what_the_database_does_not_have(String sql, String marks) {
    assertThat(marked(sql, NameSamples.shop())).isEqualTo(marks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from users",
        "select u.* from users u",
        "select id, email, u.name, public.users.note from public.users, users u",
        "select u from users u",
        "select users from users",
        "select ctid, xmin, u.tableoid from users u",
        "select id as n from users order by n",
        "select lower(email) as mail, count(*) from users group by mail order by 2",
        "select id from users union select id from orders order by id",
        "select count(*) filter (where id > 1) over (partition by email order by id rows between"
            + " unbounded preceding and current row) from users",
        "select sum(id) over w from users window w as (partition by email)",
        "select extract(epoch from created_at), position('a' in email), trim(both ' ' from email),"
            + " substring(email from 1 for 2), overlay(email placing 'x' from 1) from users",
        "select cast(id as varchar(10)), id::numeric(10,2), created_at at time zone 'UTC',"
            + " date '2020-01-01', interval '1' day, created_at::timestamp with time zone from"
            + " users",
        "select case when id = 1 then email else name end from users",
        "select id from users where email is not distinct from name and id between 1 and 2",
        "select current_date, localtime, user, null, true, array[id, 1], row(id), (u).email from"
            + " users u",
        "select string_agg(email, ',' order by id desc nulls last) from users",
        "select percentile_cont(0.5) within group (order by id) from users",
        "select * from generate_series(1, 3) g where g > 1 and g.g < 3",
        "select a, b from unnest(array[1]) with ordinality as t(a, b)",
        "select * from json_to_recordset('[]') as x(a int, b text) where a = 1",
        "select k, v from json_each('{}') as j(k, v)",
        "select key, value, whatever from json_each('{}')",
        "select x.id, y.n from users x, lateral (select x.id + 1 as n) y",
        "select id from users where id in (select user_id from orders where user_id = users.id)",
        "with recursive r as (select 1 as n union all select n + 1 from r) select n from r",
        "with a as (select * from b), b as (select 1) select * from a",
        "with w as (insert into users (id) values (1) returning id) select id from w",
        "with w(x, y) as (values (1, 2)) select x, y from w",
        "select column1 from (values (1)) v",
        "select * from pg_class c where c.relname = 'x' and relkind = 'r'",
        "select * from pg_catalog.pg_tables where tablename = 'x'",
        "select * from information_schema.tables where table_name = 'x'",
        "select * from nosuchschema.things where whatever = 1",
        "select * from people where first_name = 'x'",
        "select * from crm.people p where p.\"Last Name\" = 'x' and id = 1",
        "select \"Last Name\" from crm.people",
        "select * from :tab where :col = 1",
        "select * from :\"tab\" where id = :'x'",
        "create temp table scratch (a int); insert into scratch (a) select 1; select a from scratch",
        "select id into fresh from users; select * from fresh",
        "create table users_copy (like users including all); select * from users_copy",
        "drop table if exists userz, other",
        "alter table if exists userz add x int",
        "drop index userz_idx; drop sequence s; drop function f(int)",
        "insert into users (id, email) select id, email from users on conflict (lower(email)) do"
            + " update set email = excluded.email, name = users.name where users.id > 1 returning"
            + " id, email",
        "insert into users as u values (1) on conflict on constraint users_pkey do update set"
            + " note = u.note",
        "insert into users default values returning id as new_id",
        "insert into users (id) overriding system value values (default)",
        "update users u set (name, note) = (select 'a', 'b') from orders o where o.user_id = u.id",
        "update users set name = default where current of c",
        "delete from users u using orders o where o.user_id = u.id returning u.id, o.id",
        "merge into users u using orders o on u.id = o.user_id when matched and o.id > 1 then"
            + " update set name = 'x' when not matched then insert (id) values (o.user_id)",
        "select * from users tablesample system (10) repeatable (1)",
        "select * from (users u join orders o on u.id = o.user_id) where u.id = 1",
        "select * from users u natural join orders",
        "select * from only users where id = 1 for update of users skip locked",
        "select distinct on (email) email, id from users order by email, id",
        "select grouping(id), id from users group by grouping sets ((id), ()), rollup (email)",
        "select * from users where (id, email) in (select 1, 'x')",
        "select * from users where email like any (array['a', 'b']) escape '\\'",
        "select * from users where email collate \"C\" < 'x'",
        "select * from users limit 5 offset 2",
        "select * from users fetch first 5 rows only",
        "select email e from users where email operator(pg_catalog.=) 'x'",
        "select make_interval(days => id::int) from users",
        "select xmlelement(name foo, xmlattributes(id as bar), email) from users",
        "select json_object('a' value id absent on null) from users",
        "select normalize(email, nfc) from users where email is nfc normalized",
        "create view v as select id, email from users",
        "create index on users (lower(email), id desc) where id > 1",
        "create function f(a int) returns int language sql begin atomic select a; end",
        "create trigger t before insert on users for each row execute function f()",
        "create policy p on users using (owner = current_user)",
        "create rule r as on insert to users do instead nothing",
        "comment on column users.nosuch is 'x'",
        "grant select (id, nosuch) on userz to someone",
        "copy users (id, email) from stdin",
        "copy (select id from users) to stdout",
        "set search_path to crm; show work_mem; reset all",
        "vacuum (analyze) users; analyze users (id, email); lock table users in share mode",
        "declare c cursor for select id from users; fetch 5 from c",
        "prepare p as select id from users where id = $1; execute p(1)",
        "call proc(1); do $$ begin perform 1 from nosuch; end $$",
        "select shout(email), u.shout, lower from users u",
        "select -- nosuch\n /* nosuch */ 'nosuch' from users",
        "select * from users where id = any(select user_id from orders) and not exists (table orders)",
        "values (1, 'x'), (2, default)",
        "table users",
        "select old.id, new.id from users",
        "select (select max(id) from orders o where o.user_id = u.id) as m from users u order by m",
        "select a.id from users as a left join lateral (select * from orders where user_id = a.id"
            + " limit 1) as b on true where b.placed_at is null",
      })
  void marks_nothing_that_may_be_right(String sql) {
    assertThat(marked(sql, NameSamples.shop())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from userz|",
        "select * from us|erz",
        "select u.emial| from users u",
        "select emi| from users",
        "select u.| from users u",
        "select id, | from users",
        "insert into users (em|",
        "select * from users u join ordrs| o on true",
      })
  void never_marks_the_word_that_is_being_typed(String typed) {
    int cursor = typed.indexOf('|');
    String sql = typed.replace("|", "");

    List<Mark> marks = UnknownNames.inStatement(sql, NameSamples.shop(), OptionalInt.of(cursor));

    assertThat(marks).isEmpty();
  }

  @Test
  void marks_what_an_expression_over_a_table_names_wrongly() {
    String text = "lower(emial) = users.nam and id = 1";

    List<Mark> marks =
        UnknownNames.inExpression(
            text, NameSamples.shop(), List.of(NameSamples.relation("users")), OptionalInt.empty());

    assertThat(shown(text, marks))
        .isEqualTo("emial: no column \"emial\" in users; nam: no column \"nam\" in users");
  }

  @Test
  void marks_nothing_before_the_names_are_read() {
    NameIndex none =
        new NameIndex(List.of(), java.util.Map.of(), List.of(), List.of(), List.of(), List.of());

    assertThat(marked("select emial from userz", none)).isEmpty();
  }

  private static String marked(String sql, NameIndex names) {
    return shown(sql, UnknownNames.inStatement(sql, names, OptionalInt.empty()));
  }

  private static String shown(String sql, List<Mark> marks) {
    return marks.stream()
        .map(mark -> sql.substring(mark.start(), mark.end()) + ": " + mark.what())
        .collect(Collectors.joining("; "));
  }
}
