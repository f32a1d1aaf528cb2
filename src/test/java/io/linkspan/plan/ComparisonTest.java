package io.linkspan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.KeySamples;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableSample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final Table FROM =
      CatalogSamples.table("s")
          .column("a", "integer")
          .notNull()
          .column("b", "character varying(5)")
          .column("c", "timestamp with time zone")
          .column("d", "money")
          .table();

  private static TableSample into() {
    return CatalogSamples.table("t").column("a", "integer").notNull();
  }

  private static Comparison of(Table into, String clauses) {
    return Comparison.of(PlanSamples.plan(FROM, into, clauses));
  }

  private static Optional<String> pairing(Table into, String clauses) {
    return of(into, clauses).pairing().map(Key::name).map(name -> name.name());
  }

  @Test
  void the_source_hashes_columns_that_arrive_unchanged() {
    Table into =
        into()
            .column("b", "character varying(9)")
            .column("c", "timestamp with time zone")
            .primaryKey("a")
            .table();

    assertThat(of(into, "").sourceHashes()).isTrue();
    assertThat(of(into, "where a > 5").sourceHashes()).isTrue();
    assertThat(of(into, "(a, b) map b = b").sourceHashes()).isTrue();
    assertThat(of(into, "map b = lower(b)").sourceHashes()).isFalse();
    assertThat(of(into, "map b = lower(b)").sourceKeys()).isTrue();
    assertThat(of(into, "map a = a + 1").sourceKeys()).isFalse();
  }

  @Test
  void the_target_hashes_what_is_converted_or_written_by_settings() {
    assertThat(of(into().column("d", "money").primaryKey("a").table(), "").sourceHashes())
        .isFalse();
    assertThat(
            of(into().column("b", "character(5)").primaryKey("a").table(), "map b = b")
                .sourceHashes())
        .isFalse();
    assertThat(of(into().column("c", "timestamp without time zone").table(), "").sourceHashes())
        .isFalse();
  }

  @Test
  void rows_are_paired_by_a_key_that_is_copied_and_never_null() {
    TableSample table =
        into()
            .column("b", "character varying(9)")
            .notNull()
            .column("c", "timestamp with time zone")
            .column("id", "bigint")
            .identity(Column.Identity.BY_DEFAULT)
            .notNull();

    assertThat(pairing(table.primaryKey("id").unique("t_b_key", "b").table(), ""))
        .hasValue("t_b_key");
    assertThat(pairing(into().primaryKey("a").column("c", "date").unique("c_key", "c").table(), ""))
        .hasValue("t_pkey");
    assertThat(pairing(into().column("c", "date").unique("c_key", "c").table(), "")).isEmpty();
    assertThat(pairing(into().with(KeySamples.onExpression("e", 9, "a + 1").key()).table(), ""))
        .isEmpty();
  }

  @Test
  void a_key_that_no_expression_changes_goes_before_the_primary_one() {
    Table into =
        into()
            .column("b", "character varying(9)")
            .notNull()
            .primaryKey("b")
            .unique("u", "a")
            .table();

    assertThat(pairing(into, "map b = lower(b)")).hasValue("u");
    assertThat(pairing(into, "")).hasValue("t_pkey");
  }

  @Test
  void values_that_differ_each_time_are_told_and_no_key_is_made_of_them() {
    Table into = into().column("c", "timestamp with time zone").notNull().primaryKey("c").table();

    Comparison comparison = of(into, "map c = now()");

    assertThat(comparison.columns()).extracting(a -> a.target().name().name()).containsExactly("a");
    assertThat(comparison.notCompared())
        .extracting(LeftOut::reason)
        .containsExactly("now() gives another value each time");
    assertThat(comparison.pairing()).isEmpty();
    assertThat(comparison.pairingColumns()).isEqualTo(List.of());
  }
}
