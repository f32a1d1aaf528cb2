package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.anatomy.Anatomy;
import io.linkspan.anatomy.Anatomy.Actors;
import io.linkspan.anatomy.PartWord;
import io.linkspan.anatomy.Subject;
import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.statement.DblinkStatement;
import io.linkspan.statement.StatementWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnatomyScreenTest {
  private static Anatomy ofPlan(CopyPlan plan) {
    DblinkStatement statement = StatementWriter.write(plan, "linkspan_archive");
    return Anatomy.of(
        new Subject(
            new Actors("archive", "main"),
            DblinkInsert.parse(statement.insert()).value().orElseThrow(),
            Optional.of(plan.into()),
            Optional.of(new Subject.Planned(plan, statement))));
  }

  private static Anatomy ofText(String sql, Optional<Table> into) {
    return Anatomy.of(
        new Subject(
            new Actors("archive", "main"),
            DblinkInsert.parse(sql).value().orElseThrow(),
            into,
            Optional.empty()));
  }

  @Test
  void the_picture_needs_no_more_than_ascii() {
    List<Line> lines = SequencePicture.of(ofPlan(PlanSamples.story()), Screens.PAGE, true);

    assertThat(Screens.text(lines))
        .isEqualTo(
            """
                 shell                            main                            archive
              1    |- dblink_connect(..) ---------->|                                |
              2    |                                |- logs in; SET .. read only --->|
              3    |- BEGIN ----------------------->|                                |
              4    |                                |- BEGIN .. READ ONLY ---------->|
              5    |- INSERT INTO public.users .. ->|                                |
              6    |                                |- SELECT username, email, cre~ >|
              7    |                                |<---------- every row, as text -|
              8    |                                | types, expressions, DISTINCT,  |
                   |                                | ON CONFLICT                    |
              9    |<--------------- how many rows -|                                |
             10    |                                |- COMMIT ---------------------->|
             11    |- COMMIT ---------------------->|                                |
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void no_line_is_wider_than_the_page(int width) {
    Page page = Screens.page(width);

    assertThat(Screens.widest(AnatomyScreen.of(ofPlan(PlanSamples.story()), page, false)))
        .isLessThanOrEqualTo(width);
  }

  @Test
  void two_columns_of_one_type_can_be_swapped_unseen() {
    String shown =
        Screens.text(
            AnatomyScreen.of(ofPlan(PlanSamples.story()), PartWord.DEFINITION, Screens.PAGE));

    assertThat(shown)
        .isEqualTo(
            """
            definition: the column definition list, on main, step 7
                AS t(username text, email text, created_at timestamp without time zone)
              Says what comes, by place and not by name: 1 is username, 2 is email, 3 is
              created_at.
              The values travel as text; main reads each by the type given here.
              without: "a column definition list is required" (42601): dblink promises just
              records.
              without: With username and email swapped here, no error: both are text, and
              each would arrive as the other.
              With a column more or less than the query gives: "remote query result rowtype
              does not match" (42804).
              linkspan writes this list and the query in one pass, from the catalogs of both
              servers, so that they cannot drift apart.
              step 7, archive -> main: every row, as text
            """);
  }

  @Test
  void without_a_unique_key_nothing_is_left_out() {
    Table into = CatalogSamples.table("t").column("a", "text").table();

    String shown =
        Screens.text(
            AnatomyScreen.of(
                ofText(
                    "insert into t (a) select a from dblink('archive', 'q') as r(a text)"
                        + " on conflict do nothing",
                    Optional.of(into)),
                PartWord.CONFLICT,
                Screens.PAGE));

    assertThat(shown)
        .isEqualTo(
            """
            conflict: rows whose key is taken, on main, step 6
                ON CONFLICT DO NOTHING
              No unique key covers these columns, so nothing is left out: the same rows
              again are rows twice.
              without: every row would go in as well: no unique key covers these columns.
              It asks the unique index, so it also sees rows that others commit meanwhile:
              no gap between looking and inserting.
              The row that is there stays as it is, however old. main does not say which
              rows were left out: conflicts shows them before, the receipt counts them by
              key.
              step 6, main: types, expressions, ON CONFLICT
            """);
  }

  @Test
  void a_connection_string_is_not_shown() {
    Anatomy anatomy =
        ofText(
            "insert into t (a) select a from dblink('host=h password=geheim', 'q') as r(a text)",
            Optional.empty());

    String shown = Screens.text(AnatomyScreen.of(anatomy, Screens.PAGE, false));

    assertThat(shown).doesNotContain("geheim").doesNotContain("host=h");
  }
}
