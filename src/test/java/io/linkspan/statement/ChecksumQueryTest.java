package io.linkspan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChecksumQueryTest {
  private static final Table FROM =
      CatalogSamples.table("s")
          .column("a", "integer")
          .column("b", "character varying(5)")
          .column("c", "timestamp with time zone")
          .table();
  private static final Table INTO =
      CatalogSamples.table("t")
          .column("a", "integer")
          .notNull()
          .column("b", "character varying(9)")
          .column("c", "timestamp with time zone")
          .primaryKey("a")
          .table();

  private static ChecksumQuery query(String clauses) {
    CopyPlan plan = PlanSamples.plan(FROM, INTO, clauses);
    return new ChecksumQuery(plan, Comparison.of(plan), 1024);
  }

  @Test
  void the_source_writes_its_values_as_the_target_would() {
    assertThat(query("where a < 5").onSource())
        .isEqualTo(
            """
            SELECT b, pg_catalog.count(*) AS n, pg_catalog.sum(h)::pg_catalog.text AS s
            FROM (SELECT b, h FROM (SELECT (pg_catalog.hashint8extended((a)::pg_catalog.int8, 0) OPERATOR(pg_catalog.&) 1023) AS b,
                   pg_catalog.hashtextextended(ROW(a, CAST(b AS character varying(9)), (c AT TIME ZONE 'UTC'))::pg_catalog.text COLLATE pg_catalog."C", 0) AS h
            FROM public.s
            WHERE a < 5) AS y OFFSET 0) AS x GROUP BY b""");
  }

  @Test
  void the_target_sums_up_all_rows_and_those_that_the_run_wrote() {
    assertThat(query("").onTarget(Optional.of(RunRows.of(List.of("800", "4294968096")))))
        .isEqualTo(
            """
            SELECT b, pg_catalog.count(*) AS n, pg_catalog.sum(h)::pg_catalog.text AS s, pg_catalog.count(*) FILTER (WHERE own) AS own_n, coalesce(pg_catalog.sum(h) FILTER (WHERE own), 0)::pg_catalog.text AS own_s
            FROM (SELECT b, h, own FROM (SELECT (pg_catalog.hashint8extended((t.a)::pg_catalog.int8, 0) OPERATOR(pg_catalog.&) 1023) AS b, pg_catalog.hashtextextended(ROW(t.a, t.b, (t.c AT TIME ZONE 'UTC'))::pg_catalog.text COLLATE pg_catalog."C", 0) AS h, (t.xmin IN (SELECT x::pg_catalog.xid FROM pg_catalog.unnest('{800,4294968096}'::pg_catalog.xid8[]) AS x)) AS own
            FROM public.t AS t) AS y OFFSET 0) AS x GROUP BY b""");
  }

  @Test
  void mapped_rows_come_through_the_cursor_and_are_hashed_on_the_target() {
    ChecksumQuery query = query("map b = lower(b), c = now()");

    assertThat(query.cursor("l"))
        .isEqualTo("DECLARE linkspan_cursor NO SCROLL CURSOR FOR\nSELECT a, b\nFROM public.s");
    assertThat(query.ofNext("l", 500))
        .isEqualTo(
            """
            SELECT b, pg_catalog.count(*) AS n, pg_catalog.sum(h)::pg_catalog.text AS s
            FROM (SELECT b, h FROM (SELECT (pg_catalog.hashint8extended((p.a)::pg_catalog.int8, 0) OPERATOR(pg_catalog.&) 1023) AS b, pg_catalog.hashtextextended(ROW(p.a, p.b)::pg_catalog.text COLLATE pg_catalog."C", 0) AS h
            FROM (SELECT CAST(q.a AS integer) AS a, CAST(q.b AS character varying(9)) AS b
            FROM (SELECT a, lower(b) AS b
            FROM dblink.dblink('l',
              $remote$FETCH FORWARD 500 FROM linkspan_cursor$remote$)
              AS t(a integer, b character varying(5))) AS q) AS p) AS y OFFSET 0) AS x GROUP BY b""");
  }
}
