package io.linkspan.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;

/** What {@code verify} tells, held against what was done to the data. */
final class VerifyIT {
  private static final String PEOPLE =
      """
      CREATE TABLE people (id integer PRIMARY KEY, name text, email text, born date);
      INSERT INTO people SELECT n, 'name ' || n, 'e' || n || '@x', date '2000-01-01' + n
      FROM generate_series(1, 3000) AS n;
      ANALYZE people""";

  private static final String EMPTY =
      "CREATE TABLE people (id integer PRIMARY KEY, name text, email text UNIQUE, born date)";

  @OnEachMajor
  void a_copy_that_nobody_touched_is_equal(TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, EMPTY)) {
      route.copy("people -> people");

      assertThat(route.verify())
          .isEqualTo(
              """
              comparison of archive:public.people with main:public.people, run 1
                compared       3,000  by people_pkey
                equal          3,000
              3,000 rows compared: none missing, none differ.""");
    }
  }

  @OnEachMajor
  void a_row_of_each_kind_is_told(TestDatabases databases) {
    String before =
        EMPTY
            + "; INSERT INTO people VALUES (7, 'old', 'old@x', NULL), (9001, 'old', 'e8@x', NULL)";
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, before)) {
      route.copy("people -> people");
      route.target().execute("UPDATE people SET name = 'new', born = NULL WHERE id = 10");
      route.target().execute("DELETE FROM people WHERE id IN (20, 21)");
      route.target().execute("INSERT INTO people VALUES (9002, 'x', 'x@x', NULL)");
      route.source().execute("UPDATE people SET name = 'moved' WHERE id = 30");
      route.source().execute("DELETE FROM people WHERE id = 40");
      route.source().execute("INSERT INTO people VALUES (5000, 'late', 'late@x', NULL)");

      assertThat(route.verify())
          .isEqualTo(
              """
              [DIFFERENCE]
              comparison of archive:public.people with main:public.people, run 1
                compared       3,000  by people_pkey
                equal          2,993
                differ             1  in name 1
                missing            3  on main
                skipped            2
                                   1  by people_email_key, on the target already
                                   1  by people_pkey, on the target already
                changed            1  by somebody since the run
                only there         1  written by the run, not on archive now
              1 row differs
               id | column | on archive | on main
              ----+--------+------------+-----------
               30 | name   | 'moved'    | 'name 30'
              3 rows are missing on main
               id
              ------
               20
               21
               5000
              1 row was changed by somebody since the run
               id | column | on archive | on main
              ----+--------+------------+---------
               10 | name   | 'name 10'  | 'new'
                  | born   | 2000-01-11 | NULL
              1 row is only on main
               id
              ----
               40
              ERROR:   of 3,000 rows compared, 3 are missing and 1 differs
              HINT:    Rows that the source got after the copy are missing too; copy them: run""");
    }
  }

  @OnEachMajor
  void rows_of_others_are_no_difference(TestDatabases databases) {
    String before =
        EMPTY
            + "; INSERT INTO people SELECT n, 'other', NULL, NULL FROM generate_series(5000, 9000) n";
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, before)) {
      route.copy("people -> people");

      assertThat(route.verify()).endsWith("3,000 rows compared: none missing, none differ.");
    }
  }

  @OnEachMajor
  void without_a_journal_all_rows_of_the_target_are_looked_at(TestDatabases databases) {
    String before = EMPTY + "; INSERT INTO people VALUES (7, 'old', 'old@x', NULL), (9001)";
    before = before.replace("(9001)", "(9001, 'o', 'o@x', NULL)");
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, before)) {
      route.shell().type("plan copy people -> people");
      route.shell().type("run without journal");

      assertThat(route.verify())
          .contains("  differ             1  in born 1, email 1, name 1")
          .contains("  only there         1  not on archive: there before, or gone there since")
          .contains("told from rows that differ.");
    }
  }

  @OnEachMajor
  void mapped_values_and_keys_are_compared_as_the_target_holds_them(TestDatabases databases) {
    String into =
        "CREATE TABLE users (email varchar(40) PRIMARY KEY, name char(20), age numeric(6,2),"
            + " made timestamptz NOT NULL)";
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, into)) {
      route.copy(
          "people -> users map email = upper(email), age = id / 7.0, made = now()"
              + " where id <= 2000");

      assertThat(route.verify())
          .isEqualTo(
              """
              comparison of archive:public.people with main:public.users, run 1
                compared       2,000  by users_pkey
                equal          2,000
                not compared  made (now() gives another value each time)
              2,000 rows compared: none missing, none differ.""");
      route.target().execute("UPDATE users SET age = age + 1 WHERE email = 'E3@X'");
      assertThat(route.verify())
          .contains("  changed            1  by somebody since the run")
          .contains(" 'E3@X' | age    | 0.43       | 1.43");
    }
  }

  @OnEachMajor
  void equal_rows_that_distinct_drops_are_no_difference(TestDatabases databases) {
    String twice =
        "CREATE TABLE p (name text, score integer); INSERT INTO p SELECT 'n' || n % 50, n % 100"
            + " FROM generate_series(1, 400) n";
    String into = "CREATE TABLE p (name text PRIMARY KEY, score integer)";
    try (VerifiedRoute route = VerifiedRoute.of(databases, twice, into)) {
      route.copy("p -> p distinct");
      assertThat(route.verify())
          .contains("  compared         400  by p_pkey")
          .contains("  equal            200")
          .contains("                 200  by p_pkey, twice in the copy")
          .endsWith("none differ; 200 were skipped by p_pkey.");

      route.target().execute("TRUNCATE p");
      route.copy("p -> p distinct on (name) order by score desc");
      assertThat(route.verify()).endsWith("50 rows compared: none missing, none differ.");
    }
  }

  @OnEachMajor
  void rows_without_a_key_are_compared_as_wholes(TestDatabases databases) {
    String twice =
        "CREATE TABLE p (a text, b integer); INSERT INTO p VALUES ('x', 1), ('x', 1), ('x', 1),"
            + " ('y', NULL), (NULL, NULL)";
    try (VerifiedRoute route =
        VerifiedRoute.of(databases, twice, "CREATE TABLE p (a text, b integer)")) {
      route.copy("p -> p");
      assertThat(route.verify())
          .isEqualTo(
              """
              comparison of archive:public.p with main:public.p, run 1
                compared           5  as whole rows: no key tells them apart
                equal              5
              5 rows compared: none missing, none differ.""");

      route.target().execute("DELETE FROM p WHERE ctid = (SELECT min(ctid) FROM p WHERE a = 'x')");
      route.source().execute("DELETE FROM p WHERE a = 'y'");
      assertThat(route.verify())
          .contains("  equal              3\n  missing            1  on main")
          .contains("  only there         1  written by the run")
          .contains(" a   | b\n-----+---\n 'x' | 1");
    }
  }

  @OnEachMajor
  void a_query_and_a_view_are_read_through_a_cursor(TestDatabases databases) {
    String view = PEOPLE + "; CREATE VIEW adults AS SELECT * FROM people WHERE id > 1000";
    try (VerifiedRoute route = VerifiedRoute.of(databases, view, EMPTY)) {
      route.copy("(select id, name || '!' as name, email from people where id < 9) -> people");
      assertThat(route.verify()).endsWith("8 rows compared: none missing, none differ.");
      route.copy("adults -> people");
      assertThat(route.verify()).endsWith("2,000 rows compared: none missing, none differ.");
    }
  }

  @OnEachMajor
  void a_copy_run_twice_is_one_copy(TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, EMPTY)) {
      route.copy("people -> people where id < 2000");
      route.copy("people -> people");
      route.shell().type("plan copy people -> people where id < 2000");

      assertThat(route.verify())
          .contains("run 1")
          .endsWith("1,999 rows compared: none missing," + " none differ.");
      assertThat(route.shell().type("verify 2")).contains("run 2").contains("none differ");
    }
  }

  @OnEachMajor
  void the_rows_of_an_earlier_run_are_those_of_the_copy(TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, EMPTY)) {
      route.copy("people -> people");
      route.source().execute("UPDATE people SET name = 'moved' WHERE id = 5");
      route.copy("people -> people");

      assertThat(route.verify()).contains("run 2\n").contains("  differ             1  in name 1");
    }
  }

  @OnEachMajor
  void a_row_that_somebody_wrote_between_two_runs_was_skipped_by_the_second(
      TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, EMPTY)) {
      route.copy("people -> people");
      route.target().execute("DELETE FROM people WHERE id IN (5, 6)");
      route.target().execute("INSERT INTO people VALUES (5, 'theirs', 'own@x', NULL)");
      route.copy("people -> people");

      assertThat(route.verify())
          .contains("run 2\n")
          .endsWith("none missing, none differ; 1 was skipped by people_pkey.");
    }
  }

  @OnEachMajor
  void rows_copied_in_batches_are_known_by_the_transactions_of_all(TestDatabases databases) {
    String before = EMPTY + "; INSERT INTO people VALUES (7, 'old', 'old@x', NULL)";
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, before)) {
      route.copy("people -> people batch 500 rows workers 2");

      assertThat(route.shell().receipt().inserted()).isEqualTo(2999);
      assertThat(route.verify())
          .endsWith("none missing, none differ; 1 was skipped by people_pkey.");
    }
  }

  @OnEachMajor
  void overwritten_rows_are_equal_and_what_do_update_leaves_is_told(TestDatabases databases) {
    String before = EMPTY + "; INSERT INTO people VALUES (1, 'zz', 'a', NULL), (2, 'a', 'b', NULL)";
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, before)) {
      route.copy("people -> people on conflict (id) overwrite");
      assertThat(route.verify()).endsWith("3,000 rows compared: none missing, none differ.");

      route.target().execute("TRUNCATE people; INSERT INTO people VALUES (1, 'zz'), (2, 'a')");
      route.copy(
          "people -> people on conflict (id) do update set name = excluded.name"
              + " where people.name < excluded.name");
      assertThat(route.verify())
          .contains("  left               2  with values that DO UPDATE leaves")
          .contains("                 2  by people_pkey, on the target already")
          .endsWith("none missing, none differ; 2 have values that DO UPDATE leaves.");
    }
  }

  @OnEachMajor
  void nothing_copied_is_said_aloud(TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, EMPTY)) {
      route.shell().type("plan copy people -> people where id < 0");

      assertThat(route.verify()).endsWith("0 rows compared: the source gives no row.");
    }
  }

  @OnEachMajor
  void every_server_writes_its_own_values_alike(TestDatabases databases) {
    String types =
        """
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE TABLE t (a bigint, b text COLLATE "C", c numeric, d float8, e bytea, f timestamptz,
          g interval, h jsonb, i text[], j mood, k date, l char(7), m uuid, n float4[], o boolean,
          p varchar(9)%s, PRIMARY KEY (b, a))%s;
        """;
    String source =
        types.formatted("", "")
            + """
            INSERT INTO t SELECT n, chr(64 + n %% 60) || 'é', n / 3.0, n / 3.0::float8,
              decode(lpad(to_hex(n), 8, '0'), 'hex'), timestamptz '2020-03-29' + n * interval '7 h',
              n * interval '1 day 3 s', jsonb_build_object('z', n, 'a', NULL),
              ARRAY['x', NULL, n::text], CASE WHEN n %% 2 = 0 THEN 'ok'::mood END,
              date '0001-01-01 BC' + n, 'c' || n, md5(n::text)::uuid, ARRAY[n / 7.0, 'NaN'],
              n %% 3 = 0, '' FROM generate_series(1, 2000) n"""
                .replace("%%", "%");
    String virtual = ", made text GENERATED ALWAYS AS (lower(p)) STORED";
    String parts =
        " PARTITION BY RANGE (a); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (700);"
            + "CREATE TABLE t2 PARTITION OF t DEFAULT";
    try (VerifiedRoute route =
        VerifiedRoute.of(databases, source, types.formatted(virtual, parts))) {
      route.target().execute(setting(route.target(), "IntervalStyle = 'iso_8601'"));
      route.source().execute(setting(route.source(), "TimeZone = 'Asia/Tokyo'"));
      route.copy("t -> t");
      assertThat(route.verify())
          .isEqualTo(
              """
              comparison of archive:public.t with main:public.t, run 1
                compared       2,000  by t_pkey
                equal          2,000
              2,000 rows compared: none missing, none differ.""");

      route.target().execute("UPDATE t SET e = '', i[2] = 'NULL', l = NULL WHERE a = 1500");
      assertThat(route.verify())
          .contains("  changed            1  by somebody since the run")
          .contains("| e      | \\x000005dc    | \\x")
          .contains("| i      | {x,NULL,1500} | {x,\"NULL\",1500}")
          .contains("| l      | 'c1500'       | NULL");
    }
  }

  private static String setting(TestDatabase database, String setting) {
    return "ALTER DATABASE " + database.name() + " SET " + setting;
  }

  @OnEachMajor
  void a_comparison_needs_no_right_to_write(TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, EMPTY)) {
      route.copy("people -> people");
      route.target().execute("REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON people FROM app_user");
      route.shell().type("plan copy people -> people");

      assertThat(route.verify()).endsWith("3,000 rows compared: none missing, none differ.");
    }
  }

  @OnEachMajor
  void an_open_transaction_is_refused(TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, PEOPLE, EMPTY)) {
      route.copy("people -> people");
      route.shell().type("BEGIN;");

      assertThat(route.shell().refusal("verify").fields().message())
          .isEqualTo("a transaction is open on target \"main\"");
    }
  }
}
