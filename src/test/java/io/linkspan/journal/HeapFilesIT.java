package io.linkspan.journal;

import static io.linkspan.journal.JournalSamples.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;

/** Whether a rewrite and a TRUNCATE are noticed, and nothing else. */
final class HeapFilesIT {
  private static final String TABLES =
      """
      CREATE TABLE plain (id integer PRIMARY KEY, name text);
      INSERT INTO plain SELECT n, 'x' FROM generate_series(1, 100) AS n;
      CREATE SCHEMA "a.b";
      CREATE TABLE "a.b"."c""d =" (id integer) PARTITION BY RANGE (id);
      CREATE TABLE low PARTITION OF "a.b"."c""d =" FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id);
      CREATE TABLE lowest PARTITION OF low FOR VALUES IN (0, 1);
      CREATE TABLE high PARTITION OF "a.b"."c""d =" FOR VALUES FROM (10) TO (20);
      INSERT INTO "a.b"."c""d =" VALUES (0), (1), (10), (11);
      CREATE VIEW view AS SELECT * FROM plain""";

  private static boolean changes(Session session, String table, String sql) {
    String before = HeapFiles.read(session, table);
    session.execute(sql);
    return HeapFiles.differ(before, HeapFiles.read(session, table));
  }

  @OnEachMajor
  void a_rewrite_and_a_truncate_change_a_file_and_nothing_else_does(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(TABLES);
    try (Session session = session(database.access())) {
      assertThat(changes(session, "public.plain", "UPDATE plain SET name = 'y'")).isFalse();
      assertThat(changes(session, "public.plain", "VACUUM (FREEZE) plain")).isFalse();
      assertThat(changes(session, "public.plain", "ALTER TABLE plain ADD COLUMN more int"))
          .isFalse();
      assertThat(changes(session, "public.plain", "CREATE INDEX ON plain (name)")).isFalse();
      assertThat(
              changes(
                  session,
                  "public.plain",
                  "ALTER TABLE plain ADD COLUMN chance float DEFAULT random()"))
          .isTrue();
      assertThat(changes(session, "public.plain", "TRUNCATE plain")).isTrue();
    }
  }

  @OnEachMajor
  void every_partition_is_watched_whatever_it_is_called(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(TABLES);
    String table = "\"a.b\".\"c\"\"d =\"";
    try (Session session = session(database.access())) {
      assertThat(HeapFiles.read(session, table)).matches("\\d+=\\d+ \\d+=\\d+");
      assertThat(changes(session, table, "ALTER TABLE high RENAME TO highest")).isFalse();
      assertThat(
              changes(
                  session,
                  table,
                  "CREATE TABLE more PARTITION OF \"a.b\".\"c\"\"d =\""
                      + " FOR VALUES FROM (20) TO (30)"))
          .isFalse();
      assertThat(changes(session, table, "TRUNCATE lowest")).isTrue();
      assertThat(changes(session, table, "DROP TABLE highest")).isTrue();
    }
  }

  @OnEachMajor
  void a_table_is_clean_where_ids_never_went_round_and_a_view_never_is(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(TABLES);
    try (Session session = session(database.access())) {
      assertThat(HeapFiles.clean(session, "public.plain")).isTrue();
      assertThat(HeapFiles.clean(session, "\"a.b\".\"c\"\"d =\"")).isTrue();
      assertThat(HeapFiles.clean(session, "public.view")).isFalse();
      assertThat(HeapFiles.read(session, "public.view")).isEmpty();
    }
  }
}
