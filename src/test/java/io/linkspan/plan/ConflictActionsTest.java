package io.linkspan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.KeySamples;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableSample;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a conflict rule where it meets the target's keys. */
final class ConflictActionsTest {
  private static final Table SOURCE =
      CatalogSamples.table("s")
          .column("a", "text")
          .column("b", "text")
          .column("c", "text")
          .column("E-mail", "text")
          .table();

  private static TableSample target() {
    return CatalogSamples.table("t")
        .column("a", "text")
        .column("b", "text")
        .column("c", "text")
        .column("E-mail", "text");
  }

  private static CopyPlan plan(TableSample into, String clauses) {
    return PlanSamples.plan(SOURCE, into.table(), clauses);
  }

  private static String sql(TableSample into, String rule) {
    return plan(into, "on conflict " + rule).conflict().sql();
  }

  private static Optional<String> arbiter(TableSample into, String rule) {
    ConflictAction action = plan(into, "on conflict " + rule).conflict();
    Optional<Key> key =
        action instanceof ConflictAction.Skip skip
            ? skip.arbiter()
            : ((ConflictAction.Update) action).arbiter();
    return key.map(k -> k.name().name());
  }

  private static TableSample keyed() {
    return target()
        .primaryKey("a")
        .unique("t_bc_key", "b", "c")
        .with(KeySamples.onExpression("t_lower_idx", 7, "lower(c)").key())
        .with(KeySamples.key("t_b_part", 8, "b").where("(c IS NOT NULL)").key())
        .with(KeySamples.key("t_mail_idx", 9, "E-mail").key());
  }

  @Test
  void preserve_skips_a_row_whichever_key_it_clashes_on() {
    assertThat(sql(keyed(), "preserve")).isEqualTo("ON CONFLICT DO NOTHING");
    assertThat(plan(keyed(), "").conflict())
        .isEqualTo(plan(keyed(), "on conflict preserve").conflict());
  }

  @Test
  void fail_leaves_the_clause_out() {
    assertThat(sql(keyed(), "fail")).isEmpty();
  }

  @Test
  void overwrite_goes_by_the_primary_key() {
    assertThat(sql(keyed(), "overwrite"))
        .isEqualTo(
            "ON CONFLICT (a) DO UPDATE SET b = excluded.b, c = excluded.c,"
                + " \"E-mail\" = excluded.\"E-mail\"");
  }

  @Test
  void overwrite_goes_by_the_only_key_where_there_is_no_primary_one() {
    assertThat(sql(target().unique("t_bc_key", "b", "c"), "overwrite"))
        .isEqualTo(
            "ON CONFLICT (b, c) DO UPDATE SET a = excluded.a, \"E-mail\" = excluded.\"E-mail\"");
    assertThat(
            sql(
                target().with(KeySamples.key("p", 0, "b").where("(c IS NOT NULL)").key()),
                "overwrite"))
        .startsWith("ON CONFLICT (b) WHERE (c IS NOT NULL) DO UPDATE SET a = excluded.a");
    assertThat(sql(target().with(KeySamples.onExpression("x", 0, "lower(c)").key()), "overwrite"))
        .startsWith("ON CONFLICT ((lower(c))) DO UPDATE SET a = excluded.a, b = excluded.b");
  }

  @Test
  void overwrite_cannot_choose_between_two_keys_or_without_one() {
    for (TableSample table :
        List.of(target(), target().unique("t_a_key", "a").unique("t_b_key", "b"))) {
      assertThat(plan(table, "on conflict overwrite").conflict())
          .isEqualTo(
              new ConflictAction.Update(
                  "",
                  Optional.empty(),
                  table.table().columnNames(),
                  "SET a = excluded.a, b = excluded.b, c = excluded.c,"
                      + " \"E-mail\" = excluded.\"E-mail\""));
    }
  }

  @Test
  void a_key_that_the_copy_does_not_fill_or_that_is_deferrable_is_not_chosen() {
    assertThat(plan(target().primaryKey("a"), "(b, c) on conflict overwrite").conflict())
        .isEqualTo(
            new ConflictAction.Update(
                "",
                Optional.empty(),
                List.of(new Identifier("b"), new Identifier("c")),
                "SET b = excluded.b, c = excluded.c"));
    assertThat(
            plan(
                    target()
                        .with(KeySamples.key("d", 0, "a").deferrable().key())
                        .unique("t_b_key", "b"),
                    "(a, b) on conflict overwrite")
                .conflict()
                .sql())
        .isEqualTo("ON CONFLICT (b) DO UPDATE SET a = excluded.a");
    assertThat(
            plan(
                    target().with(KeySamples.onExpression("x", 0, "lower(c)").key()),
                    "(a, b) on conflict overwrite")
                .conflict()
                .sql())
        .startsWith("ON CONFLICT DO UPDATE");
  }

  @Test
  void overwrite_with_nothing_but_the_key_to_write_skips() {
    assertThat(plan(target().primaryKey("a"), "(a) on conflict overwrite").conflict().sql())
        .isEqualTo("ON CONFLICT (a) DO NOTHING");
  }

  @Test
  void overwrite_leaves_an_identity_always_alone() {
    TableSample into =
        CatalogSamples.table("t")
            .column("a", "text")
            .identity(Column.Identity.ALWAYS)
            .column("b", "text")
            .column("c", "text")
            .unique("t_b_key", "b");

    assertThat(sql(into, "overwrite")).isEqualTo("ON CONFLICT (b) DO UPDATE SET c = excluded.c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "(a) overwrite | t_pkey",
        "(c, b) overwrite | t_bc_key",
        "(B, C) do nothing | t_bc_key",
        "(b) where c is not null preserve | t_b_part",
        "(b) do nothing | -",
        "((lower(c))) do nothing | t_lower_idx",
        "(LOWER( c )) do nothing | t_lower_idx",
        "(\"E-mail\") do nothing | t_mail_idx",
        "(\"a\") do nothing | t_pkey",
        "on constraint t_bc_key do nothing | t_bc_key",
        "on constraint \"t_pkey\" overwrite | t_pkey",
        "on constraint t_lower_idx do nothing | -",
        "(a, b) do nothing | -",
        "(upper(c)) do nothing | -",
        "(a) do update set b = excluded.b | t_pkey",
      })
  void the_key_that_a_conflict_target_means_is_recognised(String rule, String key) {
    assertThat(arbiter(keyed(), rule)).isEqualTo(Optional.ofNullable(key));
  }

  @Test
  void the_users_own_clause_is_kept_to_the_letter() {
    String clause =
        "(a) do update set (b, \"E-mail\") = (excluded.b, lower(excluded.\"E-mail\")),"
            + " c = coalesce(t.c, excluded.c) where t.b is distinct from excluded.b";

    assertThat(plan(keyed(), "on conflict " + clause).conflict())
        .isEqualTo(
            new ConflictAction.Update(
                "(a)",
                Optional.of(keyed().table().keys().get(0)),
                List.of(new Identifier("b"), new Identifier("E-mail"), new Identifier("c")),
                clause.substring("(a) do update ".length())));
    assertThat(sql(keyed(), clause))
        .isEqualTo("ON CONFLICT " + clause.replace("do update", "DO UPDATE"));
  }

  @Test
  void do_update_needs_to_be_told_the_key() {
    UserException refusal =
        catchThrowableOfType(
            UserException.class, () -> sql(keyed(), "do update set b = excluded.b"));

    assertThat(refusal.fields().message())
        .isEqualTo("ON CONFLICT DO UPDATE needs the key that it is about");
    assertThat(refusal.fields().hint())
        .contains("Name it: on conflict (COLUMN) do update set …; or: on conflict overwrite");
  }

  @Test
  void a_key_is_at_risk_where_the_copy_fills_it_or_the_target_repeats_a_default() {
    TableSample into =
        CatalogSamples.table("t")
            .column("id", "integer")
            .identity(Column.Identity.BY_DEFAULT)
            .column("a", "text")
            .column("b", "text")
            .column("left", "text")
            .column("tenant", "text")
            .defaultsTo("'x'::text")
            .primaryKey("id")
            .unique("t_a_key", "a")
            .unique("t_left_key", "left")
            .unique("t_tenant_key", "b", "tenant")
            .with(KeySamples.onExpression("t_expr", 9, "lower(a)").key());

    assertThat(plan(into, "").keysAtRisk().stream().map(k -> k.name().name()).toList())
        .isEqualTo(List.of("t_a_key", "t_tenant_key", "t_expr"));
  }

  @Test
  void a_key_that_takes_nulls_for_equal_is_at_risk_by_a_column_that_stays_null() {
    Key plain = KeySamples.key("k", 0, "a", "left").key();
    Key equalNulls =
        new Key(
            plain.index(),
            plain.order(),
            plain.constraint(),
            plain.primary(),
            plain.elements(),
            plain.predicate(),
            false,
            true,
            false);
    TableSample into = CatalogSamples.table("t").column("a", "text").column("left", "text");

    assertThat(plan(into.with(plain), "").keysAtRisk()).isEmpty();
    assertThat(plan(into.with(equalNulls), "").keysAtRisk()).isEqualTo(List.of(equalNulls));
  }
}
