package io.linkspan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableSample;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DifferencesQueryTest {
  private static final Table FROM =
      CatalogSamples.table("s").column("a", "integer").column("b", "text").table();

  private static TableSample into() {
    return CatalogSamples.table("t").column("a", "integer").notNull().column("b", "text");
  }

  private static String query(Table into, String clauses, Optional<RunRows> written) {
    CopyPlan plan = PlanSamples.plan(FROM, into, clauses);
    return new DifferencesQuery(plan, Comparison.of(plan), 64, written).of("l", List.of(3, 7));
  }

  @Test
  void the_source_gives_the_rows_of_the_buckets_alone() {
    assertThat(query(into().primaryKey("a").table(), "where b > ''", Optional.empty()))
        .contains(
            """
            FROM public.s
            WHERE (b > '')
              AND (pg_catalog.hashint8extended((a)::pg_catalog.int8, 0) OPERATOR(pg_catalog.&) 63) OPERATOR(pg_catalog.=) ANY ('{3,7}'::pg_catalog.int8[])$remote$)""")
        .contains("AS u) AS t ON t.a OPERATOR(pg_catalog.=) p.a)")
        .contains("NULL::boolean AS ours, NULL::boolean AS older")
        .doesNotContain("xmin");
  }

  @Test
  void a_key_that_the_source_cannot_hash_is_looked_for_on_the_target() {
    assertThat(query(into().primaryKey("a").table(), "map a = a * 2", Optional.empty()))
        .contains("FROM public.s$remote$)")
        .contains(
            ") AS g\nWHERE (pg_catalog.hashint8extended((g.a)::pg_catalog.int8, 0)"
                + " OPERATOR(pg_catalog.&) 63) OPERATOR(pg_catalog.=) ANY");
  }

  @Test
  void the_journal_tells_rows_of_the_run_from_older_ones() {
    Optional<RunRows> written = Optional.of(RunRows.of(List.of("900", "850")));
    String wrote =
        "(SELECT x::pg_catalog.xid FROM pg_catalog.unnest('{900,850}'::pg_catalog.xid8[]) AS x)";

    assertThat(query(into().primaryKey("a").unique("b_key", "b").table(), "", written))
        .contains("(u.xmin IN " + wrote + ") AS ours")
        .contains(
            "(pg_catalog.age(u.xmin) OPERATOR(pg_catalog.>)"
                + " pg_catalog.age('850'::pg_catalog.xid8::pg_catalog.xid)) AS older")
        .contains("SELECT a.r, 0 AS k, 'b_key'::pg_catalog.text AS key, b.ours")
        .contains("WHEN q.there AND q.older THEN 'skipped'");
  }

  @Test
  void what_do_update_does_not_overwrite_is_explained_by_it() {
    assertThat(
            query(
                into().primaryKey("a").table(),
                "on conflict (a) do update set b = t.b || excluded.b where t.b is null",
                Optional.empty()))
        .contains(
            "((q.older IS NOT TRUE AND q.names <@ ARRAY['a', 'b']::pg_catalog.text[])"
                + " OR (q.ours IS NOT TRUE AND true))");
    assertThat(
            query(
                into().primaryKey("a").table(),
                "on conflict (a) do update set b = excluded.b",
                Optional.empty()))
        .contains("q.names <@ ARRAY['a']::pg_catalog.text[]) OR (q.ours IS NOT TRUE AND false)");
  }

  @Test
  void whole_rows_are_counted_where_no_key_tells_them_apart() {
    assertThat(query(into().table(), "", Optional.empty()))
        .contains("PARTITION BY p.h ORDER BY p.r) <= coalesce(t.n, 0) THEN true END AS there")
        .contains("HAVING pg_catalog.sum(greatest(t.n - coalesce(m.n, 0), 0)) > 0");
  }
}
