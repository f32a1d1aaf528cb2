package io.linkspan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableSample;
import io.linkspan.pg.ErrorFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a copy is cut, and what must never be. */
final class DividerTest {
  private static final long BIG = 100L << 20;

  private static TableSample big(String name) {
    return CatalogSamples.table(name)
        .column("id", "integer")
        .notNull()
        .column("email", "text")
        .column("at", "timestamptz")
        .size(1_000_000, BIG);
  }

  private static final Table FROM = big("s").primaryKey("id").table();
  private static final Table INTO = big("t").table();
  private static final Table KEYED =
      big("t").primaryKey("id").unique("t_email_key", "email").table();

  private static HowItRuns how(Table from, Table into, String clauses) {
    return PlanSamples.plan(from, into, clauses).howItRuns();
  }

  private static String refusal(Table from, Table into, String clauses) {
    return how(from, into, clauses).refused().map(ErrorFields::message).orElse("");
  }

  @Test
  void a_table_that_fits_in_work_mem_is_one_statement() {
    Table small = big("s").primaryKey("id").size(1_000, 100_000).table();

    assertThat(how(small, INTO, "").division()).isEqualTo(new Division.Whole());
    assertThat(how(small, INTO, "batch 100 rows").division()).isInstanceOf(Division.Pages.class);
  }

  @Test
  void a_big_table_is_cut_by_pages_so_that_a_batch_fits_in_work_mem() {
    Division.Pages pages = (Division.Pages) how(FROM, INTO, "").division();

    assertThat(pages.pagesPerBatch() * 8192).isBetween(1L << 20, 2L << 20);
    assertThat(pages.workers()).isEqualTo(4);
    assertThat(how(FROM, KEYED, "").division().workers()).isEqualTo(2);
    assertThat(how(FROM, INTO, "batch 78 rows workers 9").division())
        .isEqualTo(new Division.Pages(1, 78, 9));
  }

  @Test
  void a_query_and_a_view_are_fetched_from_a_cursor() {
    CopyPlan query = PlanSamples.ofQuery("select id, email, at from s", FROM.columns(), INTO, "");
    Table view = big("s").kind(Table.Kind.VIEW).table();

    assertThat(query.howItRuns().division()).isInstanceOf(Division.Fetches.class);
    assertThat(how(view, INTO, "").division()).isInstanceOf(Division.Fetches.class);
    assertThat(refusal(view, INTO, "workers 2"))
        .isEqualTo(
            "a cursor has one worker, and the source is read by one: the source is not a plain table");
  }

  @Test
  void truncate_keeps_a_big_copy_in_one_transaction() {
    assertThat(how(FROM, INTO, "truncate").division()).isInstanceOf(Division.Fetches.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at > now() - interval '1 day'",
        "at > current_timestamp",
        "at::date = 'today'",
        "random() < 0.1",
        "my_function(id)",
        "id in (select id from vip limit 10)",
      })
  void a_condition_that_may_differ_by_session_is_read_by_one(String where) {
    assertThat(how(FROM, INTO, "where " + where).division()).isInstanceOf(Division.Fetches.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id % 2 = 0 and email is not null",
        "lower(email) like '%@example.org'",
        "at < date '2025-01-01'",
        "coalesce(email, '') <> ''",
      })
  void a_condition_on_the_row_alone_may_be_cut(String where) {
    assertThat(how(FROM, INTO, "where " + where).division()).isInstanceOf(Division.Pages.class);
  }

  @Test
  void distinct_is_never_cut() {
    assertThat(how(FROM, INTO, "distinct").division()).isEqualTo(new Division.Whole());
    assertThat(how(FROM, INTO, "distinct on (email) order by at").division())
        .isEqualTo(new Division.Whole());
    assertThat(refusal(FROM, INTO, "distinct batch 100 rows"))
        .isEqualTo(
            "the copy cannot be cut into batches: DISTINCT compares all rows with one another");
    assertThat(refusal(FROM, INTO, "distinct on (email) workers 2"))
        .isEqualTo(
            "the copy cannot be cut into parts: DISTINCT ON compares all rows with one another");
  }

  @Test
  void distinct_is_left_out_where_a_key_that_is_never_null_skips_equal_rows() {
    CopyPlan plan = PlanSamples.plan(FROM, KEYED, "distinct");

    assertThat(plan.insteadOfDistinct().orElseThrow().name().name()).isEqualTo("t_pkey");
    assertThat(plan.distinct()).isEqualTo(new io.linkspan.request.Distinct.None());
    assertThat(plan.howItRuns().division()).isInstanceOf(Division.Pages.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The key may be NULL, and two NULLs never clash.
        "map id = default distinct on conflict (email) do nothing",
        // Another key than the rule forgives stops the copy.
        "distinct on conflict fail",
        "distinct on conflict (id) overwrite",
      })
  void distinct_stays_where_no_key_stands_in_for_it(String clauses) {
    assertThat(PlanSamples.plan(FROM, KEYED, clauses).insteadOfDistinct()).isEmpty();
  }

  @Test
  void an_update_is_cut_only_where_the_source_keeps_the_key_unique() {
    assertThat(how(FROM, KEYED, "on conflict (id) overwrite").division())
        .isInstanceOf(Division.Pages.class);
    assertThat(how(FROM, KEYED, "on conflict (email) overwrite").division())
        .isEqualTo(new Division.Whole());
    assertThat(refusal(FROM, KEYED, "on conflict (email) overwrite batch 100 rows"))
        .contains("over batches the last would win unseen");
    assertThat(how(FROM, KEYED, "map id = id / 2 on conflict (id) overwrite").division())
        .isEqualTo(new Division.Whole());
  }

  @Test
  void batch_off_is_one_statement_by_one_worker() {
    assertThat(how(FROM, INTO, "batch off").division()).isEqualTo(new Division.Whole());
    assertThat(refusal(FROM, INTO, "batch off workers 2"))
        .isEqualTo("one statement has one worker");
  }

  @Test
  void the_statement_that_is_shown_is_that_of_the_first_batch() {
    CopyPlan plan = PlanSamples.plan(FROM, INTO, "where id > 5 batch 78 rows");

    assertThat(Batch.sample(plan))
        .isEqualTo(new Batch.PageRange(FROM.name(), 0, java.util.OptionalLong.of(1)));
    assertThat(
            io.linkspan.statement.StatementWriter.write(plan, "l").remoteQuery().lines().toList())
        .isEqualTo(
            List.of(
                "SELECT id, email, at",
                "FROM public.s",
                "WHERE (id > 5)",
                "  AND ctid >= '(0,0)' AND ctid < '(1,0)'"));
  }
}
