package io.linkspan.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlCompletionTest {
  /** The bar is the cursor; the candidates are the first ones, in their order. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '#',
      value = {
        // columns of what is read, also where it stands after the cursor
        "select | from users → id; email; name; note; created_at; users.",
        "select u.| from users u → id; email; name; note; created_at; *",
        "select u.em| from users u → id; email; name; note; created_at; *",
        "select id, | from users u where u.id = 1 → id; email",
        "select * from users where | → id; email",
        "select * from users where id = 1 and | → id; email",
        "select * from users where lower(| → id; email",
        "select lower(| from users → id; email",
        "select * from users order by | → id; email",
        "select email as mail from users order by | → mail; id; email",
        "select lower(email) as mail from users group by | → mail; id; email",
        "select * from users u, orders o where | → o.id; user_id; placed_at; u.id; email",
        "select * from orders o where exists (select 1 from users u where |) → id; email",
        "select * from orders o where exists (select 1 from items where o.|) → id; user_id",
        "select * from (select | from users) x → id; email",
        "select | from (select id, lower(email) as mail from users) x → id; mail; x.",
        "select x.| from (select * from users) x → id; email; name; note; created_at; *",
        "with w as (select id, email as mail from users) select | from w → id; mail; w.",
        "with w(a, b) as (select id, email from users) select w.| from w → a; b; *",
        "select | from (values (1, 'x')) v(n, t) → n; t; v.",
        "select | from dblink('c', 'select 1') as t(a int, b text) → a; b; t.",
        "select * from users u, lateral (select u.| from orders) x → id; email",
        "select * from users u join (select u.| from orders) x on true → ",
        "select \"| from users → id; email",
        "select crm.people.| from crm.people → id; first_name; \"Last Name\"; *",
        "select case when | from users → id; email",
        "select array[| from users → id; email",
        "select count(*) filter (where | from users → id; email",
        "select sum(id) over (partition by | from users → id; email",
        "update users set name = | → id; email",
        "update users set | → id; email; name; note; created_at",
        "update users set name = 'x', | where id = 1 → id; email; note; created_at",
        "update users u set name = 'x' where u.| → id; email",
        "delete from users where | → id; email",
        "delete from users u using orders o where o.| → id; user_id",
        "insert into users (|) → id; name; email; note; created_at",
        "insert into users (id, |, note) values (1) → name; email; created_at",
        "insert into users (id) values (1) returning | → id; email",
        "insert into users (id) select | from orders → id; user_id",
        "insert into users (id) values (1) on conflict (| → id; email",
        "insert into items values (1) on conflict (| → order_id, line; order_id; line",
        "insert into items values (1) on conflict (line, | → order_id",
        "insert into users values (1) on conflict (id) do update set name = excluded.| → id; email",
        "insert into users values (1) on conflict do update set | → email = excluded.email",
        "merge into users u using orders o on u.id = o.id when matched then update set |"
            + " → id; email",
        "alter table users drop column | → id; name; email",
        "create index on users (| → id; email",
        "copy users (| → id; name; email",
        "insert into users values (1) on conflict (id) do update set email = | → excluded.email;"
            + " excluded.id; excluded.name",
        "select email, count(*) from users group by | → email; count; id",
        // joins
        "select * from orders o join users u | → on o.user_id = u.id; on u.id = o.id",
        "select * from users u join orders o on | → o.user_id = u.id; o.id = u.id",
        "select * from users u left join orders on | where u.id = 1 → orders.user_id = u.id",
        "select * from users u join orders o using (| → id",
        "select * from users u join | → orders on orders.user_id = u.id; orders; users",
        // tables
        "select * from | → orders; users; items; crm.; public.; crm.people; crm.calls",
        "select * from us| where id = 1 → orders; users",
        "select * from users, | → orders; users",
        "select * from crm.| → people; calls",
        "with w as (select 1) select * from | → w; orders",
        "insert into | → orders; users; items; crm.",
        "update | → orders; users",
        "delete from | → orders; users",
        "truncate | → orders; users",
        "drop table if exists | → orders; users",
        "alter table | → orders; users",
        "explain select * from | → orders; users",
        "create table t as select * from | → orders; users",
        "create view v as select | from users → id; email",
        "grant select on | → orders; users",
        "analyze | → orders; users",
        "create table x (user_id bigint references | → orders; users",
        "drop schema | → crm; public",
        // types
        "select id::| from users → text; integer; bigint",
        "select cast(id as | from users → text; integer; bigint",
        "create table t (a | → text; integer; bigint",
        "create table t (a int, b | → text; integer; bigint",
        "alter table users add column x | → text; integer; bigint",
        "select x::crm.| → level",
        // key words at the borders of clauses
        "| → select; insert into; update; delete from; with",
        "select * | → from; as",
        "select id | from users → as; and; or",
        "select * from users | → where; join; left join",
        "select * from users u | where id = 1 → join; left join",
        "select * from users where id | → =; is null; is not null; in (",
        "select * from users where id = 1 | → and; or; group by; order by; limit",
        "select * from users group by id | → order by; limit; having",
        "select * from users order by id | → desc; asc; nulls last; nulls first; limit",
        "select * from users left | → join; outer join",
        "insert | → into",
        "insert into users | → #(id, email, name, note, created_at)#; (; values (; select",
        "insert into users (id) | → values (; select",
        "insert into users values (1) | → on conflict; returning",
        "insert into users values (1) on conflict | → do nothing; (; on constraint",
        "insert into users values (1) on conflict (id) | → do nothing; do update set",
        "insert into users select * from orders where id = 1 | → and; or; group by; order by;"
            + " limit; on conflict; returning",
        "update users | → set",
        "update users set name | → =",
        "update users set name = 'x' | → where; from; returning",
        "delete from users | → where; using; returning",
        "delete from users where id = 1 | → and; or; returning",
        "create | → table; view; index",
        "drop | → table; view; index",
        "show | → search_path; statement_timeout",
        "set | → search_path; statement_timeout",
        "select extract(| → epoch; year",
        "select * from users limit | → all",
        "select * from users limit 5 | → offset; union all",
        "select * from users where email is | → null; not null; true",
        "select * from users where email is not | → null; true",
        "select * from users where email not | → in (; like; ilike; between",
        "select case when id = 1 | from users → then; and; or",
        "select case when id = 1 then 2 | from users → when; else; end",
        "select cast(id | from users → as",
        "with w as (| → select; values; insert into",
        "select 1 union | → select; values",
        "grant | → select; insert; update",
        "grant select | → on",
        "set search_path to | → crm; public",
        "select * from users cross | → join",
        // no place for a name
        "select 'a| → ",
        "select 'a|' from users → ",
        "select 1 -- a| → ",
        "select /* a| → ",
        "select $$ a| $$ → ",
        "select dblink('c', 'select | from users') → ",
        "select 12| → ",
        "select id as | from users → ",
        "select :na| → ",
        "create table | → if not exists",
        // other statements around it
        "select * from users; select | from orders; select 1 → id; user_id; placed_at",
        "begin; update users set | ; commit → id; email",
      })
  void offers_what_can_stand_at_the_cursor(String typed, String first) {
    List<String> expected =
        first == null
            ? List.of()
            : Arrays.stream(first.split("; ?")).map(SqlCompletionTest::plain).toList();

    List<String> offered = texts(typed);

    if (expected.isEmpty()) {
      assertThat(offered).isEmpty();
    } else {
      assertThat(offered.subList(0, Math.min(expected.size(), offered.size()))).isEqualTo(expected);
    }
  }

  @Test
  void tells_type_and_key_of_a_column_and_kind_and_size_of_a_table() {
    assertThat(described("select | from users", 4))
        .isEqualTo(
            """
            id: bigint, primary key [Columns]
            email: text, unique [Columns]
            name: text, not null [Columns]
            note: text [Columns]""");
    assertThat(described("select * from |", 4))
        .isEqualTo(
            """
            orders: table, about 25,000 rows [Tables]
            users: table, about 1,200 rows [Tables]
            items: table, about 3 rows [Tables]
            crm.: schema [Schemas]""");
  }

  @Test
  void offers_functions_with_what_they_take_and_give() {
    assertThat(groups("select | from users", "Functions"))
        .containsExactly(
            "shout(: (text) → text",
            "count(: (\"any\") → bigint",
            "now(): () → timestamp with time zone",
            "lower(: (text) → text",
            "generate_series(: (integer, integer) → SETOF integer");
    assertThat(groups("select * from |", "Functions"))
        .containsExactly("generate_series(: (integer, integer) → SETOF integer");
    assertThat(groups("select crm.|", "Functions")).containsExactly("greet(: (person text) → text");
  }

  @Test
  void offers_what_an_expression_over_a_table_may_use() {
    List<Completion> inCondition =
        SqlCompletion.inExpression(
            "where lower(", 12, NameSamples.shop(), List.of(NameSamples.relation("users")));
    List<Completion> afterValue =
        SqlCompletion.inExpression(
            "email ", 6, NameSamples.shop(), List.of(NameSamples.relation("users")));

    assertThat(inCondition.stream().map(Completion::text).limit(3))
        .containsExactly("id", "email", "name");
    assertThat(afterValue.stream().map(Completion::text).limit(2)).containsExactly("=", "is null");
    assertThat(afterValue.stream().map(Completion::text)).doesNotContain("group by", "from");
  }

  @Test
  void key_words_can_follow_the_case_of_what_is_typed() {
    List<Completion> words =
        List.of(
            new Completion("order by", "", "Keywords", true),
            new Completion("name", "", "Columns", true));

    assertThat(SqlCompletion.casedLike("SELECT * FROM users ", words))
        .containsExactly(new Completion("ORDER BY", "", "Keywords", true), words.get(1));
    assertThat(SqlCompletion.casedLike("select * from users O", words))
        .containsExactly(new Completion("ORDER BY", "", "Keywords", true), words.get(1));
    assertThat(SqlCompletion.casedLike("SELECT * FROM users o", words)).isEqualTo(words);
    assertThat(SqlCompletion.casedLike("select * from users ", words)).isEqualTo(words);
  }

  private static String plain(String text) {
    return text.replace("#", "").strip();
  }

  private static List<Completion> at(String typed) {
    int cursor = typed.indexOf('|');
    return SqlCompletion.inStatement(
        typed.substring(0, cursor) + typed.substring(cursor + 1), cursor, NameSamples.shop());
  }

  private static List<String> texts(String typed) {
    return at(typed).stream().map(Completion::text).toList();
  }

  private static String described(String typed, int first) {
    return at(typed).stream()
        .limit(first)
        .map(c -> c.text() + ": " + c.description() + " [" + c.group() + "]")
        .collect(Collectors.joining("\n"));
  }

  private static List<String> groups(String typed, String group) {
    return at(typed).stream()
        .filter(c -> c.group().equals(group))
        .map(c -> c.text() + ": " + c.description())
        .toList();
  }
}
