package io.linkspan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.KeySamples;
import io.linkspan.catalog.Table;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import org.junit.jupiter.api.Test;

final class ConflictsQueryTest {
  private static final Table FROM =
      CatalogSamples.table("s").column("a", "text").column("b", "text").table();

  @Test
  void rows_are_held_against_the_target_and_against_the_copy_itself() {
    Table into =
        CatalogSamples.table("t")
            .column("id", "integer")
            .identity(Column.Identity.BY_DEFAULT)
            .column("a", "character varying(9)")
            .column("b", "text")
            .column("live", "boolean")
            .defaultsTo("true")
            .column("low", "text")
            .generated(Column.Generated.STORED, "lower(a)")
            .primaryKey("id")
            .unique("t_a_key", "a")
            .with(KeySamples.onExpression("t_low_idx", 5, "lower(b)").where("live").key())
            .table();
    CopyPlan plan = PlanSamples.plan(FROM, into, "");

    assertThat(ConflictsQuery.counts(plan, "l", new Batch.All()))
        .isEqualTo(
            """
            WITH proposed AS MATERIALIZED (
            SELECT f.*, (lower(a)) AS low FROM (SELECT row_number() OVER () AS "linkspan row", CAST(q.a AS character varying(9)) AS a, CAST(q.b AS text) AS b, CAST(NULL AS integer) AS id, CAST(true AS boolean) AS live
            FROM (SELECT a, b
            FROM dblink.dblink('l',
              $remote$SELECT a, b
            FROM public.s$remote$)
              AS t(a text, b text)) AS q) AS f
            ), on_target AS MATERIALIZED (
            SELECT a.r, 0 AS k, 't_a_key'::text AS key FROM (SELECT "linkspan row" AS r, (a) AS k0 FROM proposed) AS a JOIN (SELECT 1 AS one, (a) AS k0 FROM public.t WHERE xmin <> pg_catalog.pg_current_xact_id()::pg_catalog.xid) AS b ON a.k0 OPERATOR(pg_catalog.=) b.k0
            UNION ALL
            SELECT a.r, 1 AS k, 't_low_idx'::text AS key FROM (SELECT "linkspan row" AS r, (lower(b)) AS k0 FROM proposed WHERE (live)) AS a JOIN (SELECT 1 AS one, (lower(b)) AS k0 FROM public.t WHERE (live) AND xmin <> pg_catalog.pg_current_xact_id()::pg_catalog.xid) AS b ON a.k0 OPERATOR(pg_catalog.=) b.k0
            ), clean AS (
            SELECT * FROM proposed AS p WHERE NOT EXISTS (SELECT FROM on_target AS o WHERE o.r = p."linkspan row")
            ), clashes AS (
            SELECT r, k, key, 'target' AS clash FROM on_target
            UNION ALL
            SELECT r, 0, 't_a_key'::text, 'source' FROM (SELECT *, row_number() OVER (PARTITION BY k0 ORDER BY r) AS nth FROM (SELECT "linkspan row" AS r, (a) AS k0 FROM clean) AS a) AS b WHERE nth > 1 AND k0 IS NOT NULL
            UNION ALL
            SELECT r, 1, 't_low_idx'::text, 'source' FROM (SELECT *, row_number() OVER (PARTITION BY k0 ORDER BY r) AS nth FROM (SELECT "linkspan row" AS r, (lower(b)) AS k0 FROM clean WHERE (live)) AS a) AS b WHERE nth > 1 AND k0 IS NOT NULL
            ), first_clash AS (
            SELECT DISTINCT ON (r) r, k, key, clash FROM clashes ORDER BY r, k, clash DESC
            )
            SELECT key, clash, count(*) AS total FROM first_clash
            GROUP BY k, key, clash ORDER BY k, clash DESC""");
  }

  @Test
  void nulls_are_compared_as_the_key_compares_them() {
    Table into = CatalogSamples.table("t").column("a", "text").unique("t_a_key", "a").table();

    String query = ConflictsQuery.of(PlanSamples.plan(FROM, into, ""), "l", 3);

    assertThat(query)
        .endsWith(
            """
            SELECT n.key, n.clash, n.total, n.nth, p.a::text
            FROM numbered AS n JOIN proposed AS p ON p."linkspan row" = n.r
            WHERE n.nth <= 3
            ORDER BY n.k, n.clash DESC, n.nth""");
    assertThat(query)
        .contains("ON a.k0 OPERATOR(pg_catalog.=) b.k0")
        .contains("nth > 1 AND k0 IS NOT NULL");
    assertThat(query).doesNotContain("xmin");
  }
}
