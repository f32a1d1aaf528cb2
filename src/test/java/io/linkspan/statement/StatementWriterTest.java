package io.linkspan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pg.QualifiedName;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatementWriterTest {
  private static final Table FROM =
      CatalogSamples.table("s").column("a", "text").column("b", "text").table();
  private static final Table INTO =
      CatalogSamples.table("t").column("a", "text").column("b", "text").primaryKey("a").table();

  private static String insert(CopyPlan plan) {
    return StatementWriter.write(plan, "linkspan_archive").insert();
  }

  private static String insert(String clauses) {
    return insert(PlanSamples.plan(FROM, INTO, clauses));
  }

  @Test
  void the_guides_story_is_one_statement() {
    DblinkStatement statement = StatementWriter.write(PlanSamples.story(), "linkspan_archive");

    assertThat(statement.remoteQuery())
        .isEqualTo(
            """
            SELECT username, email, created_at
            FROM public.archived_users
            WHERE is_active and email is not null and username is not null""");
    assertThat(statement.insert())
        .isEqualTo(
            """
            INSERT INTO public.users (username, email, created_at)
            SELECT DISTINCT ON (email) username, lower(email) AS email,
                    now() AS created_at
            FROM dblink.dblink('linkspan_archive',
              $remote$SELECT username, email, created_at
            FROM public.archived_users
            WHERE is_active and email is not null and username is not null$remote$)
              AS t(username text, email text, created_at timestamp without time zone)
            ORDER BY email, t.created_at desc
            ON CONFLICT DO NOTHING""");
    assertThat(statement.all()).isEqualTo(List.of(statement.insert()));
  }

  @Test
  void every_clause_has_its_place() {
    assertThat(
            insert(
                "(b, a) map b = coalesce(b, 'x, y') where a > 'm' distinct"
                    + " on conflict (a) overwrite truncate"))
        .isEqualTo(
            """
            INSERT INTO public.t (b, a)
            SELECT DISTINCT coalesce(b, 'x, y') AS b, a
            FROM dblink.dblink('linkspan_archive',
              $remote$SELECT b, a
            FROM public.s
            WHERE a > 'm'$remote$)
              AS t(b text, a text)
            ON CONFLICT (a) DO UPDATE SET b = excluded.b""");
  }

  @Test
  void truncate_comes_first() {
    assertThat(StatementWriter.write(PlanSamples.plan(FROM, INTO, "truncate"), "l").before())
        .isEqualTo(List.of("TRUNCATE public.t"));
  }

  @Test
  void fail_writes_no_conflict_clause() {
    assertThat(insert("on conflict fail")).endsWith("\n  AS t(a text, b text)");
  }

  @Test
  void a_comment_of_the_users_swallows_nothing_that_follows() {
    assertThat(insert("map b = lower(b -- small\n) where a > 'a' -- first\n and b > 'b'"))
        .isEqualTo(
            """
            INSERT INTO public.t (a, b)
            SELECT a, lower(b -- small
            )
             AS b
            FROM dblink.dblink('linkspan_archive',
              $remote$SELECT a, b
            FROM public.s
            WHERE a > 'a' -- first
             and b > 'b'
            $remote$)
              AS t(a text, b text)
            ON CONFLICT DO NOTHING""");
  }

  @Test
  void a_query_is_read_through_a_name_of_its_own() {
    CopyPlan plan =
        PlanSamples.ofQuery(
            "select a, b -- both\n from s order by a ; ", FROM.columns(), INTO, "where b > 'x'");

    DblinkStatement fetched = StatementWriter.write(plan, "linkspan_archive");
    assertThat(fetched.declaration())
        .contains(
            """
            DECLARE linkspan_cursor NO SCROLL CURSOR FOR
            SELECT a, b
            FROM (select a, b -- both
             from s order by a
            ) AS q
            WHERE b > 'x'""");
    assertThat(fetched.insert())
        .isEqualTo(
            """
            INSERT INTO public.t (a, b)
            SELECT a, b
            FROM dblink.dblink('linkspan_archive',
              $remote$FETCH FORWARD 10485 FROM linkspan_cursor$remote$)
              AS t(a text, b text)
            ON CONFLICT DO NOTHING""");
    assertThat(StatementWriter.write(plan, "linkspan_archive", new Batch.All()).insert())
        .isEqualTo(
            """
            INSERT INTO public.t (a, b)
            SELECT a, b
            FROM dblink.dblink('linkspan_archive',
              $remote$SELECT a, b
            FROM (select a, b -- both
             from s order by a
            ) AS q
            WHERE b > 'x'$remote$)
              AS t(a text, b text)
            ON CONFLICT DO NOTHING""");
  }

  @Test
  void names_are_quoted_where_they_must_be() {
    Table from =
        CatalogSamples.table("Old ones", "Peo\"ple")
            .column("E-Mail", "text")
            .column("order", "integer")
            .table();
    Table into =
        CatalogSamples.table("t$")
            .column("E-Mail", "text")
            .column("order", "integer")
            .unique("k", "E-Mail")
            .table();

    assertThat(insert(PlanSamples.plan(from, into, "on conflict overwrite")))
        .isEqualTo(
            """
            INSERT INTO public."t$" ("E-Mail", "order")
            SELECT "E-Mail", "order"
            FROM dblink.dblink('linkspan_archive',
              $remote$SELECT "E-Mail", "order"
            FROM "Old ones"."Peo""ple"$remote$)
              AS t("E-Mail" text, "order" integer)
            ON CONFLICT ("E-Mail") DO UPDATE SET "order" = excluded."order\"""");
  }

  @Test
  void a_dollar_quote_of_the_users_ends_nothing() {
    assertThat(insert("where a = $remote$x$remote$ or b = '$remote1$'"))
        .isEqualTo(
            """
            INSERT INTO public.t (a, b)
            SELECT a, b
            FROM dblink.dblink('linkspan_archive',
              $remote2$SELECT a, b
            FROM public.s
            WHERE a = $remote$x$remote$ or b = '$remote1$'$remote2$)
              AS t(a text, b text)
            ON CONFLICT DO NOTHING""");
  }

  @Test
  void values_arrive_equal_whatever_the_settings_are() {
    Table from =
        CatalogSamples.table("s")
            .column("price", "money")
            .column("doc", "xml")
            .column("n", "text")
            .table();
    Table into =
        CatalogSamples.table("t")
            .column("price", "numeric(10,2)")
            .column("doc", "xml")
            .column("n", "integer")
            .table();

    assertThat(insert(PlanSamples.plan(from, into, "")))
        .isEqualTo(
            """
            INSERT INTO public.t (price, doc, n)
            SELECT price, xmlparse(content doc) AS doc, n::integer AS n
            FROM dblink.dblink('linkspan_archive',
              $remote$SELECT price::numeric AS price, doc::text AS doc, n
            FROM public.s$remote$)
              AS t(price numeric, doc text, n text)
            ON CONFLICT DO NOTHING""");
  }

  @Test
  void an_identity_always_takes_the_numbers_and_its_sequence_follows() {
    Table from = CatalogSamples.table("s").column("Id", "integer").table();
    Table into =
        CatalogSamples.table("t")
            .column("Id", "integer")
            .identity(Column.Identity.ALWAYS)
            .last(
                c ->
                    new Column(
                        c.name(),
                        c.position(),
                        c.type(),
                        c.notNull(),
                        c.defaultExpression(),
                        c.identity(),
                        c.generated(),
                        Optional.of(QualifiedName.of("public", "t_Id_seq")),
                        c.collation(),
                        c.privileges()))
            .primaryKey("Id")
            .table();

    DblinkStatement statement = StatementWriter.write(PlanSamples.plan(from, into, ""), "l");

    assertThat(statement.insert())
        .isEqualTo(
            """
            INSERT INTO public.t ("Id")
            OVERRIDING SYSTEM VALUE
            SELECT "Id"
            FROM dblink.dblink('l',
              $remote$SELECT "Id"
            FROM public.s$remote$)
              AS t("Id" integer)
            ON CONFLICT DO NOTHING""");
    assertThat(statement.after())
        .isEqualTo(
            List.of(
                """
                SELECT pg_catalog.setval('public."t_Id_seq"'::pg_catalog.regclass,
                  LEAST(top, p.seqmax)::pg_catalog.int8)
                FROM (SELECT pg_catalog.max("Id") AS top FROM public.t) AS m,
                     public."t_Id_seq" AS s, pg_catalog.pg_sequence AS p
                WHERE p.seqrelid = 'public."t_Id_seq"'::pg_catalog.regclass
                  AND p.seqincrement > 0 AND (LEAST(top, p.seqmax) > s.last_value
                    OR top = s.last_value AND NOT s.is_called)"""));
  }

  @Test
  void a_preview_reads_a_few_rows_and_writes_none() {
    assertThat(
            StatementWriter.preview(
                PlanSamples.plan(FROM, INTO, "where a > 'm' -- x\n and b > 'n' distinct"), "l", 5))
        .isEqualTo(
            """
            SELECT DISTINCT a, b
            FROM dblink.dblink('l',
              $remote$SELECT a, b
            FROM public.s
            WHERE a > 'm' -- x
             and b > 'n'

            LIMIT 5$remote$)
              AS t(a text, b text)
            LIMIT 5""");
  }
}
