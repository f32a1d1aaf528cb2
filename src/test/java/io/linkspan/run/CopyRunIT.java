package io.linkspan.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.UserException;
import io.linkspan.testing.Await;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;
import java.util.OptionalLong;

/** Receipts held against what can be counted in both databases. */
final class CopyRunIT {
  private static final String PEOPLE =
      """
      CREATE TABLE people (id integer, name text, email text, score integer);
      INSERT INTO people VALUES (1, 'ann', 'a@x', 1), (2, 'bob', 'b@x', 2), (3, 'cid', 'c@x', 3),
        (4, 'dan', 'd@x', 4), (4, 'dan', 'd@x', 4), (5, 'ann', 'e@x', 5), (6, 'fay', 'A@X', 6),
        (7, NULL, NULL, 7), (8, NULL, NULL, 7)""";

  /** A source, a target, and a shell whose route leads from the one to the other. */
  private record Route(TestDatabase source, TestDatabase target, CopyShell shell)
      implements AutoCloseable {
    static Route of(TestDatabases databases, String onSource, String onTarget) {
      TestDatabase source = databases.create();
      TestDatabase target = databases.create();
      source.execute(onSource);
      target.execute(onTarget);
      return new Route(source, target, CopyShell.between(source.access(), target.access()));
    }

    long count(String table) {
      return Long.parseLong(target.query("SELECT count(*) FROM " + table).get(0));
    }

    /** Runs a copy into a table and holds what must be true of every receipt against the table. */
    Receipt run(String table, String planLine) {
      long before = count(table);
      Receipt receipt = shell.run(planLine);
      long told = receipt.skippedBy().stream().mapToLong(Receipt.SkippedBy::rows).sum();
      assertThat(count(table) - before).as("inserted").isEqualTo(receipt.inserted());
      assertThat(told).as("skipped by key").isEqualTo(receipt.skipped());
      assertThat(receipt.read())
          .isEqualTo(
              receipt.duplicates()
                  + receipt.inserted()
                  + receipt.updated()
                  + receipt.skipped()
                  + receipt.droppedByTrigger().orElse(0));
      return receipt;
    }

    @Override
    public void close() {
      shell.close();
    }
  }

  /** The counts of a receipt. */
  private static List<Long> counts(Receipt r) {
    return List.of(r.read(), r.duplicates(), r.inserted(), r.updated(), r.skipped());
  }

  private static Receipt.SkippedBy by(String key, Receipt.Clash clash, long rows) {
    return new Receipt.SkippedBy(key, clash, rows);
  }

  @OnEachMajor
  void a_plain_copy_inserts_all_that_it_reads(TestDatabases databases) {
    try (Route route =
        Route.of(
            databases,
            PEOPLE,
            "CREATE TABLE people (LIKE pg_class); DROP TABLE people;"
                + "CREATE TABLE people (id integer, name text, email text, score integer)")) {
      assertThat(counts(route.run("people", "plan copy people -> people on conflict fail")))
          .containsExactly(9L, 0L, 9L, 0L, 0L);
      assertThat(counts(route.run("people", "plan copy people -> people")))
          .containsExactly(9L, 0L, 9L, 0L, 0L);
    }
  }

  @OnEachMajor
  void distinct_and_distinct_on_count_what_they_drop(TestDatabases databases) {
    try (Route route =
        Route.of(databases, PEOPLE, "CREATE TABLE people (id integer, name text, score integer)")) {
      assertThat(counts(route.run("people", "plan copy people -> people distinct")))
          .containsExactly(9L, 1L, 8L, 0L, 0L);
      assertThat(
              counts(
                  route.run(
                      "people",
                      "plan copy people -> people distinct on (name) order by score desc")))
          .containsExactly(9L, 3L, 6L, 0L, 0L);
      assertThat(route.target().query("SELECT score FROM people WHERE name = 'ann' ORDER BY 1"))
          .containsExactly("1", "5", "5");
    }
  }

  @OnEachMajor
  void rows_skipped_by_several_keys_are_told_by_key_and_clash(TestDatabases databases) {
    String target =
        """
        CREATE TABLE people (id integer PRIMARY KEY, name text, email text, score integer);
        CREATE UNIQUE INDEX people_email ON people (lower(email));
        CREATE UNIQUE INDEX people_top ON people (score) WHERE score > 5;
        INSERT INTO people VALUES (2, 'old', 'old@x', 0), (99, 'old', 'C@X', 0)""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt = route.run("people", "plan copy people -> people");

      assertThat(counts(receipt)).containsExactly(9L, 0L, 4L, 0L, 5L);
      assertThat(receipt.skippedBy())
          .containsExactly(
              by("people_pkey", Receipt.Clash.TARGET, 1),
              by("people_pkey", Receipt.Clash.SOURCE, 1),
              by("people_email", Receipt.Clash.TARGET, 1),
              by("people_email", Receipt.Clash.SOURCE, 1),
              by("people_top", Receipt.Clash.SOURCE, 1));
    }
  }

  @OnEachMajor
  void no_more_rows_are_told_by_key_than_were_skipped(TestDatabases databases) {
    String source =
        "CREATE TABLE people (id integer, name text, email text); INSERT INTO people VALUES"
            + " (1, 'a', 'x'), (2, 'b', 'x'), (3, 'b', 'y'), (4, 'old', 'z')";
    String target =
        "CREATE TABLE people (id integer, name text UNIQUE, email text UNIQUE);"
            + "INSERT INTO people VALUES (9, 'old', 'old')";
    try (Route route = Route.of(databases, source, target)) {
      Receipt receipt = route.shell().run("plan copy people -> people");

      assertThat(counts(receipt)).containsExactly(4L, 0L, 2L, 0L, 2L);
      assertThat(receipt.skippedBy())
          .containsExactly(by("people_name_key", Receipt.Clash.TARGET, 1));
      assertThat(route.shell().shown()).contains("by a key that could not be told");
    }
  }

  @OnEachMajor
  void do_nothing_with_a_target_blames_that_key(TestDatabases databases) {
    String target =
        "CREATE TABLE people (id integer PRIMARY KEY, name text UNIQUE, score integer DEFAULT 0);"
            + "INSERT INTO people VALUES (1, 'other')";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt =
          route.run(
              "people", "plan copy people -> people where id <> 5 on conflict (id) do nothing");

      assertThat(counts(receipt)).containsExactly(8L, 0L, 6L, 0L, 2L);
      assertThat(receipt.skippedBy()).containsExactly(by("people_pkey", Receipt.Clash.EITHER, 2));
    }
  }

  @OnEachMajor
  void do_update_counts_updates_and_what_its_where_leaves_alone(TestDatabases databases) {
    String target =
        "CREATE TABLE people (id integer PRIMARY KEY, name text, score integer);"
            + "INSERT INTO people VALUES (1, 'x', 10), (2, 'x', 0), (3, 'x', 0)";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt all =
          route.run(
              "people",
              "plan copy people -> people distinct on (id) order by name"
                  + " on conflict (id) do update set name = excluded.name");
      assertThat(counts(all)).containsExactly(9L, 1L, 5L, 3L, 0L);

      Receipt some =
          route.run(
              "people",
              "plan copy people -> people distinct on (id) order by name on conflict (id) do update"
                  + " set score = excluded.score where people.score < excluded.score");
      assertThat(counts(some)).containsExactly(9L, 1L, 0L, 2L, 6L);
      assertThat(some.skippedBy()).containsExactly(by("people_pkey", Receipt.Clash.EITHER, 6));
      assertThat(route.target().query("SELECT sum(score) FROM people")).containsExactly("44");
    }
  }

  @OnEachMajor
  void overwrite_updates_every_copied_column(TestDatabases databases) {
    String target =
        "CREATE TABLE people (id integer PRIMARY KEY, name text, score integer, kept text);"
            + "INSERT INTO people VALUES (1, 'x', 10, 'k')";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt =
          route.run(
              "people",
              "plan copy people -> people distinct on (id) order by name on conflict overwrite");

      assertThat(counts(receipt)).containsExactly(9L, 1L, 7L, 1L, 0L);
      assertThat(route.target().query("SELECT * FROM people WHERE id = 1"))
          .containsExactly("1|ann|1|k");
    }
  }

  @OnEachMajor
  void rows_that_a_before_trigger_drops_are_counted(TestDatabases databases) {
    String target =
        """
        CREATE TABLE people (id integer PRIMARY KEY, name text, score integer);
        CREATE FUNCTION drop_some() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN IF new.score > 5 THEN RETURN NULL; END IF; RETURN new; END';
        CREATE TRIGGER t BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION drop_some();
        INSERT INTO people VALUES (1, 'x', 1)""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt = route.run("people", "plan copy people -> people");

      assertThat(counts(receipt)).containsExactly(9L, 0L, 4L, 0L, 2L);
      assertThat(receipt.droppedByTrigger()).isEqualTo(OptionalLong.of(3));
    }
  }

  @OnEachMajor
  void rows_that_a_trigger_of_one_partition_drops_are_counted(TestDatabases databases) {
    String target =
        """
        CREATE TABLE people (id integer PRIMARY KEY, name text, score integer)
          PARTITION BY RANGE (id);
        CREATE TABLE low PARTITION OF people FOR VALUES FROM (0) TO (5);
        CREATE TABLE high PARTITION OF people FOR VALUES FROM (5) TO (100);
        CREATE FUNCTION drop_all() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER t BEFORE INSERT ON high FOR EACH ROW EXECUTE FUNCTION drop_all();
        INSERT INTO people VALUES (1, 'x', 1)""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt = route.run("people", "plan copy people -> people");

      assertThat(counts(receipt)).containsExactly(9L, 0L, 3L, 0L, 2L);
      assertThat(receipt.droppedByTrigger()).isEqualTo(OptionalLong.of(4));
    }
  }

  @OnEachMajor
  void updates_that_a_before_trigger_drops_are_not_counted_as_updated(TestDatabases databases) {
    String target =
        """
        CREATE TABLE people (id integer PRIMARY KEY, name text, score integer);
        INSERT INTO people SELECT n, 'x', 0 FROM generate_series(1, 8) AS n;
        CREATE FUNCTION keep_some() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN IF new.id > 5 THEN RETURN NULL; END IF; RETURN new; END';
        CREATE TRIGGER t BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION keep_some()""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt =
          route.run(
              "people",
              "plan copy people -> people distinct on (id) order by name on conflict overwrite");

      assertThat(counts(receipt)).containsExactly(9L, 1L, 0L, 5L, 0L);
      assertThat(receipt.droppedByTrigger()).isEqualTo(OptionalLong.of(3));
      assertThat(route.target().query("SELECT count(*) FROM people WHERE name = 'x'"))
          .containsExactly("3");
    }
  }

  @OnEachMajor
  void partitioned_targets_are_counted_through_all_partitions(TestDatabases databases) {
    String target =
        """
        CREATE TABLE people (id integer, name text, score integer, PRIMARY KEY (id, score),
          UNIQUE (score, id)) PARTITION BY RANGE (score);
        CREATE TABLE low PARTITION OF people FOR VALUES FROM (0) TO (3);
        CREATE TABLE high PARTITION OF people DEFAULT PARTITION BY HASH (id);
        CREATE TABLE high0 PARTITION OF high FOR VALUES WITH (MODULUS 2, REMAINDER 0);
        CREATE TABLE high1 PARTITION OF high FOR VALUES WITH (MODULUS 2, REMAINDER 1);
        INSERT INTO people VALUES (1, 'x', 1), (5, 'x', 5), (2, 'x', 9)""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt = route.run("people", "plan copy people -> people");

      assertThat(counts(receipt)).containsExactly(9L, 0L, 6L, 0L, 3L);
      assertThat(receipt.skippedBy())
          .containsExactly(
              by("people_pkey", Receipt.Clash.TARGET, 2),
              by("people_pkey", Receipt.Clash.SOURCE, 1));
    }
  }

  @OnEachMajor
  void identity_and_serial_sequences_move_on_and_never_down(TestDatabases databases) {
    String target =
        """
        CREATE TABLE a (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
        CREATE TABLE b (id integer GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 10) PRIMARY KEY,
          name text);
        CREATE TABLE s (id serial PRIMARY KEY, name text);
        CREATE TABLE down (id integer GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY -1), name text);
        SELECT setval('s_id_seq', 1000)""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      assertThat(route.run("a", "plan copy people -> a").sequences())
          .containsExactly(new Receipt.SequenceMoved("public.a_id_seq", OptionalLong.of(8)));
      assertThat(route.run("b", "plan copy people -> b").sequences())
          .containsExactly(new Receipt.SequenceMoved("public.b_id_seq", OptionalLong.of(8)));
      assertThat(route.run("s", "plan copy people -> s").sequences())
          .containsExactly(new Receipt.SequenceMoved("public.s_id_seq", OptionalLong.empty()));
      assertThat(route.run("down", "plan copy people -> down").sequences())
          .containsExactly(new Receipt.SequenceMoved("public.down_id_seq", OptionalLong.empty()));
      assertThat(route.run("a", "plan copy people -> a").sequences())
          .as("again")
          .containsExactly(new Receipt.SequenceMoved("public.a_id_seq", OptionalLong.empty()));

      assertThat(route.target().query("INSERT INTO a (name) VALUES ('n') RETURNING id"))
          .containsExactly("9");
      assertThat(route.target().query("INSERT INTO b (name) VALUES ('n') RETURNING id"))
          .containsExactly("18");
      assertThat(route.target().query("INSERT INTO s (name) VALUES ('n') RETURNING id"))
          .containsExactly("1001");
    }
  }

  @OnEachMajor
  void a_number_beyond_the_end_of_the_sequence_is_copied_all_the_same(TestDatabases databases) {
    String target =
        "CREATE TABLE a (id integer GENERATED BY DEFAULT AS IDENTITY (MAXVALUE 5), name text);"
            + "CREATE SEQUENCE own; CREATE TABLE b (id numeric DEFAULT nextval('own'), name text)";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      assertThat(route.run("a", "plan copy people -> a").sequences())
          .containsExactly(new Receipt.SequenceMoved("public.a_id_seq", OptionalLong.of(5)));
      assertThat(route.run("b", "plan copy people -> b").sequences())
          .containsExactly(new Receipt.SequenceMoved("public.own", OptionalLong.of(8)));
    }
  }

  @OnEachMajor
  void generated_columns_are_left_to_the_target(TestServer server, TestDatabases databases) {
    String virtual = server.major() >= 18 ? ", v integer GENERATED ALWAYS AS (score * 2)" : "";
    String source =
        "CREATE TABLE g (id integer, score integer, s integer, v integer);"
            + "INSERT INTO g VALUES (1, 10, 1, 1), (2, 20, 2, 2), (3, 10, 3, 3)";
    String target =
        "CREATE TABLE g (id integer PRIMARY KEY, score integer,"
            + " s integer GENERATED ALWAYS AS (score + 1) STORED UNIQUE"
            + virtual
            + ")";
    try (Route route = Route.of(databases, source, target)) {
      Receipt receipt = route.run("g", "plan copy g -> g");

      assertThat(counts(receipt)).containsExactly(3L, 0L, 2L, 0L, 1L);
      assertThat(route.target().query("SELECT s FROM g ORDER BY id")).containsExactly("11", "21");
    }
  }

  @OnEachMajor
  void truncate_empties_the_target_in_the_same_transaction(TestDatabases databases) {
    String target =
        "CREATE TABLE people (id integer, name text NOT NULL); INSERT INTO people VALUES (77, 'x')";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      route.shell().type("plan copy people -> people truncate");
      route.shell().refusal("run");
      assertThat(route.target().query("SELECT * FROM people")).containsExactly("77|x");

      route.shell().type("plan copy people -> people where name is not null truncate");
      route.shell().type("run dry");
      assertThat(route.shell().receipt().inserted()).isEqualTo(7);
      assertThat(route.target().query("SELECT * FROM people")).containsExactly("77|x");

      route.shell().type("run");
      assertThat(route.shell().receipt().inserted()).isEqualTo(7);
      assertThat(route.count("people")).isEqualTo(7);
    }
  }

  @OnEachMajor
  void queries_views_and_empty_sources_are_read(TestDatabases databases) {
    String source =
        PEOPLE
            + "; CREATE VIEW tops AS SELECT id, upper(name) AS name FROM people WHERE score > 4;"
            + "CREATE MATERIALIZED VIEW kept AS SELECT * FROM tops;"
            + "CREATE TABLE nothing (id integer, name text)";
    try (Route route = Route.of(databases, source, "CREATE TABLE people (id integer, name text)")) {
      assertThat(counts(route.run("people", "plan copy tops -> people")))
          .containsExactly(4L, 0L, 4L, 0L, 0L);
      assertThat(counts(route.run("people", "plan copy kept -> people")))
          .containsExactly(4L, 0L, 4L, 0L, 0L);
      assertThat(counts(route.run("people", "plan copy nothing -> people")))
          .containsExactly(0L, 0L, 0L, 0L, 0L);
      assertThat(route.shell().shown()).contains("the source gave no row");
      assertThat(
              counts(
                  route.run(
                      "people",
                      "plan copy (with c as (select name, count(*) as id from people group by name)"
                          + " select * from c where name ~ '^a' or name = '?' -- the end\n) -> people")))
          .containsExactly(1L, 0L, 1L, 0L, 0L);
    }
  }

  @OnEachMajor
  void nulls_not_distinct_clash_with_each_other(TestServer server, TestDatabases databases) {
    boolean has = server.major() >= 15;
    String target =
        "CREATE TABLE people (id integer, name text);"
            + "CREATE UNIQUE INDEX one_name ON people (name)"
            + (has ? " NULLS NOT DISTINCT" : "")
            + "; CREATE UNIQUE INDEX one_id ON people (id)";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt = route.run("people", "plan copy people -> people");

      assertThat(receipt.inserted()).isEqualTo(has ? 6 : 7);
    }
  }

  @OnEachMajor
  void keys_over_defaults_and_over_nothing_copied_are_weighed(TestDatabases databases) {
    String target =
        """
        CREATE TABLE people (id integer, name text, kind text DEFAULT 'k',
          made uuid DEFAULT gen_random_uuid(), UNIQUE (name, kind), UNIQUE (made), UNIQUE (id, kind));
        INSERT INTO people (id, name) VALUES (100, 'bob')""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      Receipt receipt = route.run("people", "plan copy people -> people");

      assertThat(counts(receipt)).containsExactly(9L, 0L, 6L, 0L, 3L);
      assertThat(receipt.skippedBy())
          .containsExactlyInAnyOrder(
              by("people_name_kind_key", Receipt.Clash.TARGET, 1),
              by("people_name_kind_key", Receipt.Clash.SOURCE, 2));
    }
  }

  @OnEachMajor
  void question_marks_braces_and_subqueries_in_expressions_are_taken_as_they_stand(
      TestDatabases databases) {
    String source =
        "CREATE TABLE docs (id integer, tags text[], doc jsonb);"
            + "INSERT INTO docs VALUES (1, '{a,b}', '{\"a\": 1}'), (2, '{c}', '{\"b\": 1}'),"
            + " (1, '{d}', '{}')";
    String target =
        """
        CREATE TABLE docs (id integer UNIQUE, tags text[], has boolean, top integer, code text UNIQUE);
        CREATE TABLE other (n integer); INSERT INTO other VALUES (7);
        INSERT INTO docs VALUES (2, '{}', false, 1, 'c2')""";
    try (Route route = Route.of(databases, source, target)) {
      Receipt receipt =
          route.run(
              "docs",
              "plan copy docs -> docs map has = doc ? 'a', top = (select max(n) from other),"
                  + " code = 'c' || id, tags = tags || '{z}'::text[]"
                  + " where doc ?| array['a', 'b', 'c'] or not doc ? 'x'");

      assertThat(counts(receipt)).containsExactly(3L, 0L, 1L, 0L, 2L);
      assertThat(route.target().query("SELECT * FROM docs WHERE id = 1"))
          .containsExactly("1|{a,b,z}|t|7|c1");
    }
  }

  @OnEachMajor
  void an_expression_that_gives_several_rows_is_counted(TestDatabases databases) {
    String source =
        "CREATE TABLE docs (id integer, tags text[]); INSERT INTO docs VALUES (1, '{a,b,c}'), (2, '{}')";
    try (Route route = Route.of(databases, source, "CREATE TABLE docs (id integer, tag text)")) {
      Receipt receipt = route.shell().run("plan copy docs -> docs map tag = unnest(tags)");

      assertThat(counts(receipt)).containsExactly(2L, 0L, 3L, 0L, 0L);
    }
  }

  @OnEachMajor
  void a_rule_that_does_something_else_does_not_break_the_receipt(TestDatabases databases) {
    String target =
        """
        CREATE TABLE people (id integer, name text); CREATE TABLE aside (id integer);
        CREATE RULE r AS ON INSERT TO people DO INSTEAD INSERT INTO aside VALUES (new.id);
        CREATE TABLE quiet (id integer, name text);
        CREATE RULE q AS ON INSERT TO quiet DO INSTEAD NOTHING""";
    try (Route route = Route.of(databases, PEOPLE, target)) {
      assertThat(route.shell().run("plan copy people -> people on conflict fail").read())
          .isEqualTo(9);
      assertThat(route.count("aside")).isEqualTo(9);
      route.shell().type("plan copy people -> quiet on conflict fail");
      assertThat(route.shell().refusal("run").fields().message())
          .startsWith("a rule has made something else of the INSERT");
    }
  }

  @OnEachMajor
  void keys_of_citext_out_of_the_search_path_and_of_own_collations_are_told(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    server.execute(
        target.name(),
        "CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext; GRANT USAGE ON SCHEMA ext TO PUBLIC");
    source.execute(PEOPLE);
    target.execute(
        """
        CREATE TABLE people (id integer UNIQUE, email ext.citext UNIQUE, name text COLLATE "C" UNIQUE);
        INSERT INTO people VALUES (100, 'B@X', 'zoe')""");
    try (Route route =
        new Route(source, target, CopyShell.between(source.access(), target.access()))) {
      Receipt receipt = route.run("people", "plan copy people -> people");

      assertThat(receipt.skippedBy())
          .containsExactly(
              by("people_id_key", Receipt.Clash.SOURCE, 1),
              by("people_email_key", Receipt.Clash.TARGET, 1),
              by("people_email_key", Receipt.Clash.SOURCE, 1),
              by("people_name_key", Receipt.Clash.SOURCE, 1));
    }
  }

  @OnEachMajor
  void an_error_leaves_nothing_behind_and_the_next_run_works(TestDatabases databases) {
    String source =
        PEOPLE
            + "; CREATE TABLE bad AS SELECT n AS id, 'x'::text AS name FROM generate_series(1, 50) n";
    String target = "CREATE TABLE people (id integer CHECK (id < 40), name text, part numeric)";
    try (Route route = Route.of(databases, source, target)) {
      route.shell().type("plan copy bad -> people");
      UserException onTarget = route.shell().refusal("run");
      assertThat(onTarget.fields().message()).contains("target \"main\" stopped the run");
      route.shell().type("plan copy bad -> people where 1 / (45 - id) > -2");
      UserException onSource = route.shell().refusal("run");
      assertThat(onSource.fields().message())
          .isEqualTo("source \"archive\" stopped the run: division by zero");

      assertThat(route.count("people")).isZero();
      assertIdle(route);
      assertThat(counts(route.run("people", "plan copy people -> people")))
          .containsExactly(9L, 0L, 9L, 0L, 0L);
      assertIdle(route);
    }
  }

  @OnEachMajor
  void a_link_whose_source_went_away_is_opened_anew(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(databases, PEOPLE, "CREATE TABLE people (id integer, name text)")) {
      route.run("people", "plan copy people -> people");
      server.execute(
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'linkspan link%'"
              + " AND datname = '"
              + route.source().name()
              + "'");

      assertThat(counts(route.run("people", "plan copy people -> people")))
          .containsExactly(9L, 0L, 9L, 0L, 0L);
    }
  }

  /** The names for completion may still be read behind the prompt, but not for long. */
  private static void assertIdle(Route route) {
    for (TestDatabase database : List.of(route.source(), route.target())) {
      Await.until(
          "nothing is under way",
          () ->
              database
                  .query(
                      "SELECT state, query FROM pg_stat_activity WHERE datname = current_database()"
                          + " AND pid <> pg_backend_pid() AND state <> 'idle'")
                  .isEmpty());
    }
  }

  @OnEachMajor
  void an_open_transaction_of_the_prompt_is_not_run_into(TestDatabases databases) {
    try (Route route = Route.of(databases, PEOPLE, "CREATE TABLE people (id integer, name text)")) {
      route.shell().type("plan copy people -> people");
      route.shell().type("BEGIN;");
      UserException refused = route.shell().refusal("run");
      assertThat(refused.fields().message()).isEqualTo("a transaction is open on target \"main\"");
      route.shell().type("ROLLBACK;");

      route.shell().type("run");
      assertThat(route.shell().receipt().inserted()).isEqualTo(9);
    }
  }

  @OnEachMajor
  void a_database_is_copied_into_itself(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        PEOPLE + "; CREATE TABLE copied (id integer, name text, email text, score integer)");
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      assertThat(shell.run("plan copy people -> copied").inserted()).isEqualTo(9);
      assertThat(shell.run("plan copy people -> people").inserted()).isEqualTo(9);

      shell.type("plan copy people -> people truncate");
      assertThat(shell.refusal("run").fields().message())
          .contains("reads it through dblink, which waits for its own lock (SQLSTATE 55P03)");
      // What a query reads is not known before.
      shell.type("plan copy (SELECT * FROM people) -> people truncate");
      assertThat(shell.findings("copy-onto-itself")).hasSize(1);
      assertThat(shell.refusal("run").fields().sqlState().orElseThrow().code()).isEqualTo("55P03");
      assertThat(database.query("SELECT count(*) FROM people")).containsExactly("18");
    }
  }

  @OnEachMajor
  void a_query_may_give_a_column_that_a_sequence_numbers(TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute(
        "CREATE TABLE n (id integer GENERATED ALWAYS AS IDENTITY, b bigserial, s smallserial, w text);"
            + "INSERT INTO n (w) VALUES ('a'), ('b')");
    target.execute("CREATE TABLE n (id integer, b bigint, s smallint, w text)");
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      assertThat(shell.run("plan copy (SELECT * FROM n) -> n").inserted()).isEqualTo(2);
    }

    assertThat(target.query("SELECT id, b, s, w FROM n ORDER BY id"))
        .containsExactly("1|1|1|a", "2|2|2|b");
  }

  @OnEachMajor
  void a_copy_that_cannot_be_planned_says_which_plan_is_still_in_hand(TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE n AS SELECT 1 AS id");
    target.execute("CREATE TABLE n (id integer)");
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.type("plan copy n -> n");
      UserException refusal = shell.refusal("plan copy n -> nowhere");

      assertThat(refusal.fields().detail())
          .contains("The plan in hand is still public.n -> public.n.");
      assertThat(
              shell.refusal("plan copy (SELECT 'password=x'::text AS id) -> n").fields().message())
          .isEqualTo("a clause of the plan holds a password");
    }
  }

  @OnEachMajor
  void a_lost_connection_is_opened_again_by_its_name_alone(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE n AS SELECT 1 AS id");
    target.execute("CREATE TABLE n (id integer)");
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.type("plan copy n -> n");
      server.execute(
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(target.name()));
      shell.refusal("select 1;");
      assertThat(shell.refusal("select 1;").fields().hint())
          .contains("Open it again: connect main");

      shell.type("connect main");
      shell.type("run");
    }

    assertThat(target.query("SELECT id FROM n")).containsExactly("1");
  }
}
