package io.linkspan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  private static CopyPlan users(String clauses) {
    return PlanSamples.plan(CatalogSamples.archivedUsers(), CatalogSamples.users(), clauses);
  }

  private static List<String> assignments(CopyPlan plan) {
    return plan.assignments().stream()
        .map(a -> a.target().name() + " = " + a.expression() + (a.mapped() ? " mapped" : ""))
        .toList();
  }

  private static List<String> remote(CopyPlan plan) {
    return plan.remoteColumns().stream()
        .map(c -> c.name() + " " + c.declared() + " <- " + c.expression())
        .toList();
  }

  private static List<String> leftOut(List<LeftOut> columns) {
    return columns.stream().map(c -> c.column().name() + ": " + c.reason()).toList();
  }

  private static UserException refusal(String clauses) {
    return catchThrowableOfType(UserException.class, () -> users(clauses));
  }

  @Test
  void columns_are_matched_by_name_and_never_by_position() {
    CopyPlan plan = users("");

    assertThat(assignments(plan))
        .isEqualTo(
            List.of("id = id", "username = username", "email = email", "created_at = created_at"));
    assertThat(remote(plan))
        .isEqualTo(
            List.of(
                "id integer <- id",
                "username text <- username",
                "email text <- email",
                "created_at timestamp without time zone <- created_at"));
    assertThat(leftOut(plan.notCopied()))
        .isEqualTo(
            List.of(
                "is_active: no such column on the target", "notes: no such column on the target"));
    assertThat(leftOut(plan.unfilled()))
        .isEqualTo(
            List.of(
                "active: default true",
                "team_id: NULL",
                "email_domain: generated as split_part(email, '@'::text, 2)"));
    assertThat(plan.flaws()).isEmpty();
    assertThat(plan.conflict()).isEqualTo(new ConflictAction.Skip("", Optional.empty()));
  }

  @Test
  void a_column_list_copies_only_its_columns_and_in_its_order() {
    CopyPlan plan = users("(email, username)");

    assertThat(assignments(plan)).isEqualTo(List.of("email = email", "username = username"));
    assertThat(leftOut(plan.notCopied()))
        .isEqualTo(
            List.of(
                "id: not in the column list",
                "created_at: not in the column list",
                "is_active: no such column on the target",
                "notes: no such column on the target"));
    assertThat(leftOut(plan.unfilled()))
        .contains("id: numbered by its identity", "created_at: default now()");
  }

  @Test
  void map_fills_a_column_by_an_expression_even_outside_the_column_list() {
    CopyPlan plan = users("(email) map username = lower(t.username) || id, active = is_active");

    assertThat(assignments(plan))
        .isEqualTo(
            List.of(
                "email = email",
                "username = lower(t.username) || id mapped",
                "active = is_active mapped"));
    assertThat(remote(plan))
        .isEqualTo(
            List.of(
                "email text <- email",
                "username text <- username",
                "id integer <- id",
                "is_active boolean <- is_active"));
  }

  @Test
  void map_default_leaves_a_column_to_the_target() {
    CopyPlan plan = users("map id = default, created_at = default");

    assertThat(assignments(plan)).isEqualTo(List.of("username = username", "email = email"));
    assertThat(leftOut(plan.notCopied()))
        .contains(
            "id: map fills the target's from elsewhere",
            "created_at: map fills the target's from elsewhere");
    assertThat(leftOut(plan.unfilled()))
        .contains("id: numbered by its identity", "created_at: default now()");
  }

  @Test
  void a_generated_column_is_left_to_the_target_although_its_name_matches() {
    Table from = CatalogSamples.table("s").column("a", "text").column("b", "text").table();
    Table into =
        CatalogSamples.table("t")
            .column("a", "text")
            .column("b", "text")
            .generated(Column.Generated.STORED, "upper(a)")
            .table();

    CopyPlan plan = PlanSamples.plan(from, into, "");

    assertThat(assignments(plan)).isEqualTo(List.of("a = a"));
    assertThat(leftOut(plan.notCopied())).isEqualTo(List.of("b: the target computes it"));
    assertThat(leftOut(plan.unfilled())).isEqualTo(List.of("b: generated as upper(a)"));
  }

  @Test
  void an_identity_always_takes_values_by_overriding_and_its_sequence_is_moved_on() {
    Table from = CatalogSamples.table("s").column("id", "integer").table();
    Table into =
        CatalogSamples.table("t")
            .column("id", "integer")
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
                        Optional.of(QualifiedName.of("public", "t_id_seq")),
                        c.collation(),
                        c.privileges()))
            .table();

    CopyPlan plan = PlanSamples.plan(from, into, "");

    assertThat(plan.overridingSystemValue()).isTrue();
    assertThat(plan.sequences())
        .isEqualTo(
            List.of(
                new SequenceMove(QualifiedName.of("public", "t_id_seq"), new Identifier("id"))));
  }

  @Test
  void a_column_that_only_distinct_on_or_its_order_needs_travels_too() {
    CopyPlan plan =
        users("(username) distinct on (lower(t.email), username) order by lower(t.email), id desc");

    assertThat(remote(plan))
        .isEqualTo(List.of("username text <- username", "email text <- email", "id integer <- id"));
    assertThat(leftOut(plan.notCopied())).doesNotContain("email: not in the column list");
  }

  @Test
  void a_column_that_only_where_needs_stays_on_the_source() {
    assertThat(remote(users("(username) where is_active")))
        .isEqualTo(List.of("username text <- username"));
  }

  @Test
  void a_copy_of_no_source_column_still_reads_one_value_for_each_row() {
    CopyPlan plan = users("(username, email) map username = 'x', email = gen_random_uuid()::text");

    assertThat(remote(plan)).isEqualTo(List.of("one integer <- 1"));
  }

  @Test
  void an_unknown_column_in_an_expression_is_a_flaw_with_the_nearest_name() {
    CopyPlan plan =
        users(
            "map username = lower(usrname) where is_activ and notes is null"
                + " distinct on (emial) order by id, creatd_at desc nulls last");

    assertThat(plan.flaws())
        .isEqualTo(
            List.of(
                new Flaw(
                    "column \"usrname\"",
                    "map username",
                    Optional.of("Perhaps you mean \"username\".")),
                new Flaw(
                    "column \"emial\"", "distinct on", Optional.of("Perhaps you mean \"email\".")),
                new Flaw(
                    "column \"creatd_at\"",
                    "distinct on",
                    Optional.of("Perhaps you mean \"created_at\".")),
                new Flaw(
                    "column \"is_activ\"",
                    "where",
                    Optional.of("Perhaps you mean \"is_active\"."))));
  }

  @Test
  void a_listed_column_that_the_source_lacks_is_a_flaw() {
    assertThat(users("(username, email, active)").flaws())
        .isEqualTo(
            List.of(
                new Flaw(
                    "column \"active\"",
                    "the column list",
                    Optional.of("Perhaps you mean \"is_active\": map active = is_active"))));
  }

  @Test
  void names_that_a_subquery_may_bring_are_left_to_the_server() {
    assertThat(users("map team_id = (select max(tid) from teams where teams.x = t.id)").flaws())
        .isEmpty();
    assertThat(users("distinct on (active) map active = is_active").flaws()).isEmpty();
  }

  @Test
  void an_unknown_target_column_is_refused_with_the_nearest_name() {
    assertThat(refusal("(usernam)").fields().message())
        .isEqualTo(
            "column \"usernam\" of table \"public.users\" on target \"main\" does not exist");
    assertThat(refusal("(usernam)").fields().hint()).contains("Perhaps you mean \"username\".");
    assertThat(refusal("map zzz = 1").fields().hint())
        .contains(
            "Its columns are id, username, email, created_at, active, team_id, email_domain.");
  }

  @Test
  void a_column_listed_twice_is_refused() {
    assertThat(refusal("(email, email)").fields().message())
        .isEqualTo("a column is listed more than once");
  }

  @Test
  void tables_without_a_common_column_are_refused_with_both_lists() {
    Table from = CatalogSamples.table("s").column("A", "text").table();
    Table into = CatalogSamples.table("t").column("other", "text").table();

    UserException refusal =
        catchThrowableOfType(UserException.class, () -> PlanSamples.plan(from, into, ""));

    assertThat(refusal.fields().message())
        .isEqualTo("no column of public.s matches a column of table \"public.t\" by name");
    assertThat(refusal.fields().detail()).contains("It has \"A\"; the target has other.");
    assertThat(refusal.fields().hint())
        .contains(
            "Say what fills a column: plan copy public.s -> public.t map COLUMN = EXPRESSION");
  }

  @Test
  void tables_whose_columns_likely_are_the_same_are_refused_with_the_map_that_joins_them() {
    Table from = CatalogSamples.table("s").column("A", "text").column("user_name", "text").table();
    Table into = CatalogSamples.table("t").column("username", "text").column("a", "text").table();

    UserException refusal =
        catchThrowableOfType(UserException.class, () -> PlanSamples.plan(from, into, ""));

    assertThat(refusal.fields().hint())
        .contains(
            "They likely match so: plan copy public.s -> public.t map username = user_name, a = \"A\"");
  }

  @Test
  void the_columns_of_a_query_are_matched_like_those_of_a_table() {
    Table shape =
        CatalogSamples.table("q").column("username", "text").column("n", "bigint").table();

    CopyPlan plan =
        PlanSamples.ofQuery(
            "select username, count(*) as n from x group by 1",
            shape.columns(),
            CatalogSamples.users(),
            "map email = username || '@x' where n > 1");

    assertThat(assignments(plan))
        .isEqualTo(List.of("username = username", "email = username || '@x' mapped"));
    assertThat(plan.flaws()).isEmpty();
    assertThat(plan.reading().label()).isEqualTo("(query)");
  }
}
