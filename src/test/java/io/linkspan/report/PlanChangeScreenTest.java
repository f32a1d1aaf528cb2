package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.statement.StatementWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanChangeScreenTest {
  private static final Table FROM =
      CatalogSamples.table("people")
          .column("id", "integer")
          .column("name", "text")
          .column("mail", "text")
          .column("age", "integer")
          .table();
  private static final Table INTO =
      CatalogSamples.table("users")
          .column("id", "integer")
          .column("name", "text")
          .column("email", "text")
          .column("age", "integer")
          .primaryKey("id")
          .table();
  private static final Finding NO_EMAIL =
      Finding.error(
          CheckId.NULL_INTO_NOT_NULL, "nothing fills \"email\"", "map email = EXPRESSION");
  private static final Finding SLOW =
      Finding.warning(CheckId.NULL_INTO_NOT_NULL, "it is slow", "batch 10 rows");
  private static final Finding TRIGGER =
      Finding.note(CheckId.NULL_INTO_NOT_NULL, "it has a trigger");

  private static Planned plan(String clauses, Finding... findings) {
    CopyPlan plan = PlanSamples.plan(FROM, INTO, clauses);
    return new Planned(plan, StatementWriter.write(plan, "linkspan_archive"), List.of(findings));
  }

  private static String change(Planned before, Planned after) {
    return Screens.text(PlanChangeScreen.of(before, after, Screens.PAGE));
  }

  @Test
  void a_new_mapping_is_shown_with_the_lines_that_it_changes_and_the_error_that_it_mends() {
    assertThat(change(plan("", NO_EMAIL, SLOW), plan("map email = lower(mail)", SLOW)))
        .isEqualTo(
            """
            + mail text ─ lower(mail) ─▶ email text
              … 3 columns as before

            - not copied  mail (no such column on the target)
            - not filled  email (NULL)

            - INSERT INTO public.users (id, name, age)
            - SELECT id, name, age
            + INSERT INTO public.users (id, name, email, age)
            + SELECT id, name, lower(mail) AS email, age
              FROM dblink.dblink('linkspan_archive',
            -   $remote$SELECT id, name, age
            +   $remote$SELECT id, name, mail, age
              FROM public.people$remote$)
            -   AS t(id integer, name text, age integer)
            +   AS t(id integer, name text, mail text, age integer)
              ON CONFLICT DO NOTHING;

            - ERROR: nothing fills "email"
              … 1 warning as before
            Next: preview, conflicts, run dry, run
            """);
  }

  @Test
  void an_expression_in_the_place_of_another_stands_below_it() {
    assertThat(change(plan("map name = upper(name)"), plan("map name = lower(name)")))
        .isEqualTo(
            """
            - name text ─ upper(name) ─▶ name text
            + name text ─ lower(name) ─▶ name text
              … 2 columns as before

              INSERT INTO public.users (id, name, age)
            - SELECT id, upper(name) AS name, age
            + SELECT id, lower(name) AS name, age
              FROM dblink.dblink('linkspan_archive',
              … 4 lines as before

            Nothing found wrong; both servers accept the statement.
            Next: preview, conflicts, run dry, run
            """);
  }

  @Test
  void errors_that_are_left_are_told_again_and_what_else_is_left_is_counted() {
    assertThat(
            change(
                plan("", NO_EMAIL, SLOW, TRIGGER), plan("where age > 17", NO_EMAIL, SLOW, TRIGGER)))
        .isEqualTo(
            """
            - rows        all
            + rows        where age > 17

              … 3 lines as before
                $remote$SELECT id, name, age
            - FROM public.people$remote$)
            + FROM public.people
            + WHERE age > 17$remote$)
                AS t(id integer, name text, age integer)
              ON CONFLICT DO NOTHING;

            ERROR:   nothing fills "email"
            HINT:    map email = EXPRESSION
              … 1 warning as before
              … 1 note as before
            The run is refused until the errors are mended.
            """);
  }

  @Test
  void a_refinement_that_changes_nothing_says_so() {
    assertThat(change(plan("where age > 17"), plan("where age > 17")))
        .isEqualTo(
            """
            The plan is as it was.
            Nothing found wrong; both servers accept the statement.
            Next: preview, conflicts, run dry, run
            """);
  }

  @Test
  void what_is_gone_is_red_what_is_new_green_and_what_stays_faint() {
    List<Line> lines =
        PlanChangeScreen.of(
            plan("map name = upper(name)"), plan("map name = lower(name)"), Screens.PAGE);

    assertThat(
            lines.stream()
                .filter(line -> !line.spans().isEmpty())
                .limit(4)
                .map(line -> line.spans().get(0).style()))
        .containsExactly(Style.GONE, Style.GOOD, Style.DIM, Style.PLAIN);
  }
}
