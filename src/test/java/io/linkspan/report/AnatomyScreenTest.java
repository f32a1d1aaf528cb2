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
            false,
            Optional.of(new Subject.Planned(plan, statement))));
  }

  private static Anatomy ofText(String sql, Optional<Table> into) {
    return Anatomy.of(
        new Subject(
            new Actors("archive", "main"),
            DblinkInsert.parse(sql).value().orElseThrow(),
            into,
            false,
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
              8    |                                | expressions, DISTINCT, INSERT, |
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
              step 6, main: expressions, INSERT, ON CONFLICT
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

  private static String shownOf(Anatomy anatomy, PartWord word) {
    return Screens.text(AnatomyScreen.of(anatomy, word, Screens.PAGE));
  }

  @Test
  void who_logged_in_for_one_call_leaves_before_the_first_row_goes_in() {
    Anatomy anatomy =
        ofText(
            "insert into t (a) select a from dblink('dbname=d', 'q') as r(a text)"
                + " on conflict do nothing",
            Optional.empty());

    assertThat(anatomy.steps().stream().map(Anatomy.Step::text))
        .containsExactly(
            "INSERT INTO t …",
            "logs in",
            "q",
            "every row, as text",
            "leaves",
            "expressions, INSERT, ON CONFLICT",
            "INSERT 0 n; committed");
  }

  @Test
  void a_foreign_server_is_logged_in_to_by_the_call_itself() {
    Anatomy anatomy =
        Anatomy.of(
            new Subject(
                new Actors("srv", "main"),
                DblinkInsert.parse(
                        "insert into t (a) select a from dblink('srv', 'q') as r(a text)")
                    .value()
                    .orElseThrow(),
                Optional.empty(),
                true,
                Optional.empty()));

    assertThat(shownOf(anatomy, PartWord.LINK))
        .isEqualTo(
            """
            link: the connection, on main, steps 2, 5
                'srv'
              Names a foreign server of main, where address, role and password are kept
              (CREATE SERVER, CREATE USER MAPPING): its server process logs in there for
              this one call, and leaves.
              without: dblink would look for its unnamed connection: connection not
              available (08003).
              A connection that dblink_connect opened under that name comes before the
              server.
              It takes USAGE on the server (42501), and a user mapping (42704).
              step 2, main -> srv: logs in
              step 5, main -> srv: leaves
            """);
  }

  @Test
  void nothing_of_a_statement_goes_unsaid() {
    Anatomy anatomy =
        ofText(
            "insert into t (a, b) overriding user value select r.a, s.b"
                + " from dblink('c', 'q', false) as r(a text)"
                + " join dblink('c', 'q2') as s(a text, b text) using (a)"
                + " where r.a <> '' order by 2 limit 5 returning t.a",
            Optional.empty());

    assertThat(anatomy.parts().stream().map(part -> part.word().text()))
        .containsExactly(
            "link",
            "remote",
            "definition",
            "from",
            "outer",
            "map",
            "order",
            "columns",
            "overriding",
            "conflict",
            "returning",
            "transaction");
    assertThat(shownOf(anatomy, PartWord.FROM))
        .contains("1 further dblink call in it: a connection, a query");
    assertThat(shownOf(anatomy, PartWord.ORDER)).contains("ORDER BY 2 LIMIT …");
    assertThat(shownOf(anatomy, PartWord.REMOTE)).contains("an error of archive is a NOTICE");
    assertThat(shownOf(anatomy, PartWord.INSERT)).contains("The table was not found on main");
  }

  @Test
  void a_value_that_goes_to_a_column_of_another_name_is_not_called_computed() {
    Anatomy anatomy =
        ofText("insert into t (a) select b from dblink('c', 'q') as r(b text)", Optional.empty());

    assertThat(shownOf(anatomy, PartWord.MAP)).contains("a takes the value of b as it came.");
  }
}
