package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.UserException;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;

/** What a check of the plan foretells comes true on every server, and its cure keeps it away. */
final class PlanChecksIT {
  private static CopyShell shell(TestDatabases databases, String onSource, String onTarget) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute(onSource);
    target.execute(onTarget);
    return CopyShell.between(source.access(), target.access());
  }

  private static String count(CopyShell shell, String table) {
    return shell.connection("main").session().text("select count(*) from " + table);
  }

  /** The SQLSTATE in which a run ends that the checks let pass. */
  private static String state(CopyShell shell) {
    UserException error = shell.refusal("run");
    return error.fields().sqlState().orElseThrow().code();
  }

  @OnEachMajor
  void rows_with_a_null_in_the_key_come_again_at_each_run(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (email text); insert into s values ('a'), (null)",
            "create table t (id serial primary key, email text unique)")) {
      shell.type("plan copy s -> t");
      assertThat(shell.findings("null-keys")).hasSize(1);
      shell.type("run");
      shell.type("run");
      assertThat(count(shell, "t")).isEqualTo("3");

      shell.type("where email is not null");
      assertThat(shell.findings("null-keys")).isEmpty();
      shell.type("run");
      assertThat(count(shell, "t")).isEqualTo("3");
    }
  }

  @OnEachMajor
  void a_key_that_takes_nulls_for_equal_is_safe(TestServer server, TestDatabases databases) {
    if (server.major() < 15) {
      return;
    }
    try (CopyShell shell =
        shell(
            databases,
            "create table s (email text); insert into s values ('a'), (null)",
            "create table t (id serial primary key, email text unique nulls not distinct)")) {
      shell.type("plan copy s -> t");
      assertThat(shell.findings("null-keys")).isEmpty();
      shell.type("run");
      shell.type("run");
      assertThat(count(shell, "t")).isEqualTo("2");
    }
  }

  @OnEachMajor
  void a_row_that_fits_no_partition_stops_the_copy(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id integer, at date); insert into s values (1, '2024-05-05')",
            "create table t (id integer, at date, primary key (id, at)) partition by range (at);"
                + "create table t1 partition of t"
                + " for values from ('2025-01-01') to ('2026-01-01')")) {
      shell.type("plan copy s -> t where at is not null and id is not null");
      assertThat(shell.findings("partition-key"))
          .containsExactly(
              "\"public.t\" has no default partition: a row that fits none of its partitions stops"
                  + " the copy (SQLSTATE 23514)");
      assertThat(state(shell)).isEqualTo("23514");

      shell.type("create table rest partition of t default;");
      shell.type("check");
      assertThat(shell.findings("partition-key")).isEmpty();
      shell.type("run");
      assertThat(count(shell, "t")).isEqualTo("1");
    }
  }

  @OnEachMajor
  void a_partition_below_a_partition_counts_as_well(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id integer not null, k text not null)",
            "create table t (id integer, k text) partition by list (k);"
                + "create table other partition of t default partition by range (id);"
                + "create table h (id integer, k text) partition by hash (id);"
                + "create table h1 partition of h for values with (modulus 1, remainder 0)")) {
      shell.type("plan copy s -> t");
      assertThat(shell.findings("partition-key")).hasSize(1);
      shell.type("plan copy s -> h");
      assertThat(shell.findings("partition-key")).isEmpty();
    }
  }

  @OnEachMajor
  void an_update_that_would_move_a_row_to_another_partition_stops_the_copy(
      TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id integer not null, k integer not null); insert into s values (1, 1)",
            "create table t (id integer, k integer, primary key (id, k)) partition by list (k);"
                + "create table t1 partition of t for values in (1);"
                + "create table rest partition of t default; insert into t values (1, 1)")) {
      shell.type("plan copy s -> t on conflict (id, k) do update set k = 2");
      assertThat(shell.findings("partition-key")).hasSize(1);
      assertThat(state(shell)).isEqualTo("0A000");
    }
  }

  @OnEachMajor
  void an_exclusion_constraint_takes_no_update(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id integer, during int4range)",
            "create table t (id integer, during int4range,"
                + " constraint no_overlap exclude using gist (during with &&))")) {
      String update = " on conflict on constraint no_overlap do update set id = excluded.id";
      shell.type("plan copy s -> t" + update);
      assertThat(shell.findings("exclusion-key")).hasSize(1);

      UserException error = shell.refusal("insert into t select 1, int4range(1, 2)" + update + ";");
      assertThat(error.fields().sqlState().orElseThrow().code()).isEqualTo("42809");
      shell.type("plan copy s -> t");
      assertThat(Checks.refuse(shell.findings())).isFalse();
    }
  }

  @OnEachMajor
  void a_key_without_overlaps_takes_no_update(TestServer server, TestDatabases databases) {
    if (server.major() < 18) {
      return;
    }
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id int4range, during daterange)",
            "create table t (id int4range, during daterange,"
                + " constraint once primary key (id, during without overlaps))")) {
      shell.type("plan copy s -> t on conflict on constraint once do update set id = excluded.id");
      assertThat(shell.findings("exclusion-key")).hasSize(1);
      shell.type("plan copy s -> t on conflict (id, during) overwrite");
      assertThat(shell.findings("no-key-for-conflict-rule")).hasSize(1);
    }
  }

  @OnEachMajor
  void the_rows_of_inheriting_tables_are_read_and_may_have_a_key_twice(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id integer primary key); create table branch () inherits (s);"
                + "insert into s values (1); insert into branch values (1)",
            "create table t (id integer primary key, note text)")) {
      shell.type("plan copy s -> t map note = 'x' on conflict (id) overwrite");
      assertThat(shell.findings("inherited-rows")).hasSize(1);
      assertThat(shell.findings("key-twice-in-source")).hasSize(1);
      assertThat(state(shell)).isEqualTo("21000");

      shell.type("plan copy (select * from only public.s) -> t");
      assertThat(shell.findings("inherited-rows")).isEmpty();
      shell.type("run");
      assertThat(count(shell, "t")).isEqualTo("1");
    }
  }

  @OnEachMajor
  void a_composite_type_with_its_attributes_in_another_order_swaps_them(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create type place as (street text, city text); create table s (id integer, home place);"
                + "insert into s values (1, row('High Street', 'York'))",
            "create type place as (city text, street text); create table t (id integer, home place)")) {
      shell.type("plan copy s -> t");
      assertThat(shell.findings("narrowing-pair")).hasSize(1);
      shell.type("run");
      assertThat(shell.connection("main").session().text("select (home).city from t"))
          .isEqualTo("High Street");

      shell.type("truncate t;");
      shell.type(
          "plan copy (select id, (home).street, (home).city from s) -> t"
              + " map home = row(city, street)::public.place");
      shell.type("run");
      assertThat(shell.connection("main").session().text("select (home).city from t"))
          .isEqualTo("York");
    }
  }

  @OnEachMajor
  void a_composite_type_with_more_attributes_cannot_be_read(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create type place as (street text); create table s (id integer, home place)",
            "create type place as (street text, city text); create table t (id integer, home place)")) {
      shell.type("plan copy s -> t");
      assertThat(shell.findings("impossible-pair"))
          .containsExactly(
              "column \"home\": public.place into public.place has 2 attributes and not 1");
    }
  }

  @OnEachMajor
  void the_map_that_is_offered_for_likely_renames_works_as_it_is_shown(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (\"Id\" integer, user_name text, e_mail text, qty text);"
                + "insert into s values (1, 'ann', 'ann@example.org', '7')",
            "create table t (id integer primary key, username text not null, email text,"
                + " quantity integer)")) {
      String hint = shell.refusal("plan copy s -> t").fields().hint().orElseThrow();
      assertThat(hint)
          .isEqualTo(
              "They likely match so: plan copy public.s -> public.t map id = \"Id\", username ="
                  + " user_name, email = e_mail, quantity = qty::integer");

      shell.type(hint.substring(hint.indexOf("plan copy")));
      shell.type("run");
      assertThat(shell.connection("main").session().text("select cast(t as text) from t"))
          .isEqualTo("(1,ann,ann@example.org,7)");
    }
  }

  @OnEachMajor
  void an_unknown_name_in_the_user_s_own_sql_gets_the_nearest_ones(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id integer); create table archived_users (id integer)",
            "create table t (id integer primary key, note text)")) {
      shell.type("plan copy s -> t where exists (select from archived_user)");
      assertThat(hints(shell)).containsExactly("Perhaps you mean \"archived_users\".");
      shell.type("plan copy s -> t on conflict (id) do update set nots = 'x'");
      assertThat(hints(shell)).containsExactly("Perhaps you mean \"note\".");
      assertThat(shell.refusal("plan copy (select * from arch_users) -> t").fields().hint())
          .contains("Perhaps you mean \"archived_users\".");
    }
  }

  @OnEachMajor
  void a_view_that_takes_no_rows_is_refused_by_the_target(TestDatabases databases) {
    try (CopyShell shell =
        shell(
            databases,
            "create table s (id integer, n bigint, note text)",
            "create table t (id integer, note text);"
                + "create view grouped as select id, count(*) as n from t group by id;"
                + "create view computed as select id, upper(note) as note from t")) {
      shell.type("plan copy s -> grouped");
      assertThat(states(shell, "refused-by-target")).containsExactly("55000");
      shell.type("plan copy s -> computed");
      assertThat(states(shell, "refused-by-target")).containsExactly("0A000");
    }
  }

  @OnEachMajor
  void a_foreign_table_takes_no_conflict_target(TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("create table s (id integer)");
    server.execute(
        target.name(),
        "create extension postgres_fdw; create server far foreign data wrapper postgres_fdw;"
            + "create foreign table f (id integer) server far; grant all on f to public;"
            + "grant usage on foreign server far to public;"
            + "create user mapping for public server far options (user 'x', password 'y')");
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.type("plan copy s -> f on conflict (id) do nothing");
      assertThat(states(shell, "refused-by-target")).containsExactly("42P10");
    }
  }

  private static List<String> states(CopyShell shell, String id) {
    return shell.findings().stream()
        .filter(finding -> finding.id().text().equals(id))
        .map(finding -> finding.fields().sqlState().orElseThrow().code())
        .toList();
  }

  private static List<String> hints(CopyShell shell) {
    return shell.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .map(finding -> finding.fields().hint().orElse(""))
        .toList();
  }
}
