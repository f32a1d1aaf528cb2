package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.KeySamples;
import io.linkspan.catalog.Partitioning;
import io.linkspan.catalog.TableSample;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of keys with NULLs, of partitions, of inheriting tables and of likely renames. */
final class KeysAndNamesTest {
  private static TableSample source() {
    return CatalogSamples.table("s").column("a", "text").column("b", "text");
  }

  private static TableSample target() {
    return CatalogSamples.table("t")
        .column("id", "integer")
        .identity(Column.Identity.BY_DEFAULT)
        .column("a", "text")
        .column("b", "text")
        .primaryKey("id");
  }

  private static List<String> findings(
      PlanCheck check, TableSample from, TableSample into, String clauses) {
    CopyPlan plan = PlanSamples.plan(from.table(), into.table(), clauses);
    return check.check(plan).stream()
        .map(
            f ->
                f.severity()
                    + ": "
                    + f.fields().message()
                    + f.fields().detail().map(d -> "\nDETAIL: " + d).orElse("")
                    + f.fields().hint().map(h -> "\nHINT: " + h).orElse(""))
        .toList();
  }

  private static List<String> nullKeys(TableSample into, String clauses) {
    return findings(new NullKeys(), source(), into, clauses);
  }

  @Test
  void a_key_that_may_hold_null_lets_rows_come_again() {
    assertThat(nullKeys(target().unique("t_a_key", "a"), ""))
        .containsExactly(
            """
            WARNING: column "a" of unique key "t_a_key" may be NULL, and a row with NULL there never clashes
            DETAIL: NULLs are distinct to a unique key: each run inserts such a row again.
            HINT: Leave such rows out: where a is not null; or give a value: map a = coalesce(a, …)""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where a is not null",
        "map a = coalesce(a, '')",
        "map a = 'x'",
        "map a = case when a is null then '' else a end",
        "map a = default",
        "on conflict fail"
      })
  void nothing_is_found_where_no_null_gets_into_the_key(String clauses) {
    assertThat(nullKeys(target().unique("t_a_key", "a"), clauses)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map a = lower(a)",
        "map a = b",
        "where b is not null",
        "on conflict (a) do nothing",
        "on conflict (a) overwrite",
        "on conflict (a) do update set b = excluded.b"
      })
  void a_null_gets_into_the_key_all_the_same(String clauses) {
    assertThat(nullKeys(target().unique("t_a_key", "a"), clauses)).hasSize(1);
  }

  @Test
  void rows_without_a_value_are_one_to_distinct_on() {
    assertThat(findings(new NullsAsOne(), source(), target(), "distinct on (a) order by b"))
        .containsExactly(
            """
            WARNING: of all rows where "a" is NULL, DISTINCT ON lets one come
            DETAIL: DISTINCT takes NULLs for equal, where a unique key does not.
            HINT: Copy them apart: where a is not null, and then where a is null with distinct off""");
    assertThat(findings(new NullsAsOne(), source(), target(), "distinct on (a, b)").get(0))
        .startsWith(
            "WARNING: of all rows where \"a\" and \"b\" are NULL, DISTINCT ON lets one come");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "distinct on (a) where a is not null",
        "distinct on (id)",
        "distinct on (a, id)",
        "distinct on (coalesce(a, b))",
        "map a = coalesce(a, b) distinct on (a)",
        "distinct"
      })
  void values_tell_rows_apart(String clauses) {
    TableSample from =
        CatalogSamples.table("s")
            .column("id", "integer")
            .notNull()
            .column("a", "text")
            .column("b", "text");

    assertThat(findings(new NullsAsOne(), from, target(), clauses)).isEmpty();
  }

  @Test
  void another_key_that_cannot_hold_null_catches_the_row() {
    TableSample from = CatalogSamples.table("s").column("a", "text").column("b", "text").notNull();
    TableSample into = target().unique("t_a_key", "a").unique("t_b_key", "b");

    assertThat(findings(new NullKeys(), from, into, "")).isEmpty();
    assertThat(findings(new NullKeys(), from, into, "on conflict (a) do nothing")).hasSize(1);
    assertThat(findings(new NullKeys(), from, into, "on conflict (b) do nothing")).isEmpty();
  }

  @Test
  void with_a_primary_key_that_is_copied_the_row_stops_the_second_run_instead() {
    TableSample from = CatalogSamples.table("s").column("id", "integer").column("a", "text");
    TableSample into =
        CatalogSamples.table("t")
            .column("id", "integer")
            .notNull()
            .column("a", "text")
            .primaryKey("id")
            .unique("t_a_key", "a");

    assertThat(findings(new NullKeys(), from, into, "on conflict (a) do nothing").get(0))
        .contains("stops the copy at the primary key (SQLSTATE 23505)");
    assertThat(findings(new NullKeys(), from, into, "")).isEmpty();
  }

  @Test
  void keys_that_take_nulls_for_equal_and_not_null_columns_are_safe() {
    TableSample equal =
        target().with(KeySamples.key("t_a_key", 2, "a").constraint().nullsNotDistinct().key());
    TableSample strict =
        CatalogSamples.table("t").column("a", "text").notNull().unique("t_a_key", "a");

    assertThat(nullKeys(equal, "")).isEmpty();
    assertThat(nullKeys(strict, "")).isEmpty();
  }

  @Test
  void a_key_over_an_expression_is_null_where_its_column_is() {
    TableSample lower = target().with(KeySamples.onExpression("t_a_idx", 2, "lower(a)").key());
    TableSample filled =
        target().with(KeySamples.onExpression("t_a_idx", 2, "COALESCE(a, ''::text)").key());

    assertThat(nullKeys(lower, "")).hasSize(1);
    assertThat(nullKeys(filled, "")).isEmpty();
  }

  @Test
  void update_over_an_exclusion_constraint_is_an_error() {
    TableSample into = target().with(KeySamples.key("no_overlap", 2, "a").exclusion().key());
    String update = "on conflict on constraint no_overlap do update set b = excluded.b";

    assertThat(findings(new ExclusionKey(), source(), into, update))
        .containsExactly(
            """
            ERROR: constraint "no_overlap" forbids overlaps, and DO UPDATE does not work with it (SQLSTATE 42809)
            DETAIL: A row may clash with several others, so none can be updated in its place.
            HINT: Keep the rows that are there: on conflict preserve""");
    assertThat(findings(new ExclusionKey(), source(), into, "")).isEmpty();
  }

  private static TableSample partitioned(boolean takesAll, String... bounds) {
    return CatalogSamples.table("t")
        .column("a", "text")
        .column("b", "text")
        .primaryKey("a")
        .partitionedBy(
            new Partitioning("LIST (a)", List.of(new Identifier("a")), List.of(bounds), takesAll));
  }

  @Test
  void without_a_default_partition_the_bounds_are_told() {
    assertThat(
            findings(
                new PartitionKey(),
                source(),
                partitioned(false, "FOR VALUES IN ('x')", "FOR VALUES IN ('y')"),
                ""))
        .containsExactly(
            """
            NOTE: "public.t" has no default partition: a row that fits none of its partitions stops the copy (SQLSTATE 23514)
            DETAIL: It is partitioned by LIST (a), for values IN ('x'); IN ('y').
            HINT: Leave such rows out: where CONDITION; no conflict rule skips them.""");
    assertThat(
            findings(new PartitionKey(), source(), partitioned(false, "1", "2", "3", "4", "5"), ""))
        .singleElement()
        .asString()
        .contains("for values 1; 2; 3; 4; and 1 more.");
    assertThat(findings(new PartitionKey(), source(), partitioned(true, "DEFAULT"), "")).isEmpty();
    assertThat(findings(new PartitionKey(), source(), target(), "")).isEmpty();
  }

  @Test
  void without_any_partition_no_row_can_be_copied() {
    assertThat(findings(new PartitionKey(), source(), partitioned(false), ""))
        .containsExactly(
            """
            ERROR: "public.t" is partitioned and has no partition, so it takes no row (SQLSTATE 23514)
            HINT: Make one on main: CREATE TABLE … PARTITION OF public.t DEFAULT;""");
  }

  @Test
  void an_update_of_the_partition_key_is_a_warning() {
    TableSample into = partitioned(true, "DEFAULT");

    assertThat(
            findings(
                new PartitionKey(),
                source(),
                into,
                "on conflict (a) do update set a = 'x', b = 'y'"))
        .singleElement()
        .asString()
        .startsWith("WARNING: DO UPDATE sets \"a\", which \"public.t\" is partitioned by")
        .endsWith("HINT: Leave a out of SET.");
    assertThat(findings(new PartitionKey(), source(), into, "on conflict (a) overwrite")).isEmpty();
  }

  @Test
  void rows_of_inheriting_tables_are_told_and_may_have_a_key_twice() {
    TableSample from = source().primaryKey("a");
    TableSample into = CatalogSamples.table("t").column("a", "text").column("b", "text");
    String overwrite = "on conflict (a) overwrite";

    assertThat(findings(new InheritedRows(), from, into, "")).isEmpty();
    assertThat(findings(new KeyTwiceInSource(), from, into.primaryKey("a"), overwrite)).isEmpty();
    from.withChildren();
    assertThat(findings(new InheritedRows(), from, into, ""))
        .containsExactly(
            """
            NOTE: tables inherit from "public.s" on "archive", and their rows are read as well
            HINT: For its own rows alone: plan copy (select * from only public.s) -> public.t""");
    assertThat(findings(new KeyTwiceInSource(), from, into, overwrite)).hasSize(1);
  }

  @Test
  void one_likely_rename_is_a_note_and_more_are_one_clause() {
    TableSample one = CatalogSamples.table("s").column("a", "text").column("e_mail", "text");
    TableSample into =
        CatalogSamples.table("t").column("a", "text").column("email", "text").column("qty", "text");

    assertThat(findings(new LikelyRename(), one, into, ""))
        .containsExactly(
            """
            NOTE: column "e_mail" of the source is likely "email" of the target
            HINT: map email = e_mail""");
    assertThat(findings(new LikelyRename(), one.column("quantity", "text"), into, ""))
        .containsExactly(
            """
            NOTE: columns of the source are likely columns of the target under other names: "e_mail" is "email", "quantity" is "qty"
            HINT: map email = e_mail, qty = quantity""");
  }

  @Test
  void a_likely_rename_that_the_target_needs_is_a_warning_beside_the_error_that_offers_it() {
    TableSample from = CatalogSamples.table("s").column("a", "text").column("e_mail", "text");
    TableSample into =
        CatalogSamples.table("t").column("a", "text").column("email", "text").notNull();

    assertThat(findings(new LikelyRename(), from, into, "").get(0)).startsWith("WARNING: ");
    assertThat(findings(new NullIntoNotNull(), from, into, ""))
        .containsExactly(
            """
            ERROR: column "email" of the target is NOT NULL and nothing fills it
            HINT: map email = e_mail""");
  }
}
