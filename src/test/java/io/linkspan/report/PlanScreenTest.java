package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableSample;
import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.statement.StatementWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanScreenTest {
  private static final Finding ZONE =
      Finding.warning(CheckId.NULL_INTO_NOT_NULL, "the zone is made up", "map seen = now()");

  private static List<Line> screen(Table from, Table into, String clauses, int width) {
    CopyPlan plan = PlanSamples.plan(from, into, clauses);
    Planned shown =
        new Planned(plan, StatementWriter.write(plan, "linkspan_archive"), List.of(ZONE));
    return PlanScreen.of(shown, Screens.page(width));
  }

  private static String picture(Table from, Table into, String clauses, int width) {
    CopyPlan plan = PlanSamples.plan(from, into, clauses);
    return Screens.text(MappingPicture.of(MappingRows.of(plan), Screens.page(width)));
  }

  private static TableSample seen(String name, String type) {
    return CatalogSamples.table(name).column("id", "integer").column("seen", type);
  }

  @Test
  void what_goes_where_what_is_lost_and_what_was_found_stand_below_the_statement() {
    Table from = seen("visits", "timestamp without time zone").column("note", "text").table();
    Table into = seen("visits", "timestamp with time zone").primaryKey("id").table();

    assertThat(Screens.text(screen(from, into, "where id > 10 distinct", 80)))
        .isEqualTo(
            """
            statement (runs on main as one transaction, through link linkspan_archive)
              INSERT INTO public.visits (id, seen)
              SELECT DISTINCT id, seen
              FROM dblink.dblink('linkspan_archive',
                $remote$SELECT id, seen
              FROM public.visits
              WHERE id > 10$remote$)
                AS t(id integer, seen timestamp without time zone)
              ON CONFLICT DO NOTHING;

            copy archive:public.visits (never analyzed)
              -> main:public.visits (never analyzed)
            ready, with 1 warning

              id integer     ─ = ─▶ id integer        primary key
            ! seen timestamp ─ ≈ ─▶ seen timestamptz

              not copied  note (no such column on the target)
              rows        where id > 10
              equal rows  one of them (DISTINCT)
              clashes     are skipped (ON CONFLICT DO NOTHING)
              runs        in one statement and one transaction, because DISTINCT compares
                          all rows with one another

            WARNING: the zone is made up
            HINT:    map seen = now()
            Next: preview, conflicts, run dry, run
            """);
  }

  @Test
  void a_screen_of_sixty_columns_is_never_wider_but_for_the_statement() {
    Table from = CatalogSamples.archivedUsers();
    Table into = CatalogSamples.users();
    CopyPlan plan = PlanSamples.plan(from, into, PlanSamples.STORY);

    assertThat(Screens.widest(MappingPicture.of(MappingRows.of(plan), Screens.page(60))))
        .isLessThanOrEqualTo(60);
    assertThat(picture(from, into, PlanSamples.STORY, 60))
        .isEqualTo(
            """
            ! username ─ ≈            ─▶ username varchar(50)    UQ NN
              email    ─ lower(email) ─▶ email text              UQ NN
                         now()        ─▶ created_at timestamptz  NN
            """);
  }

  @Test
  void long_names_are_cut_and_wide_characters_take_two_columns_so_that_the_arrows_stand_aligned() {
    String name = "a_name_that_is_much_too_long_for_any_screen_of_this_width";
    Table from = CatalogSamples.table("s").column(name, "text").column("名前", "text").table();
    Table into = CatalogSamples.table("t").column(name, "text").column("名前", "text").table();

    assertThat(picture(from, into, "map \"名前\" = \"名前\" || 'さん'", 80))
        .isEqualTo(
            """
              a_name_that_is_much_too_lon… ─ =            ─▶ a_name_that_is_much_too_long…
              "名前"                       ─ "名前" || '… ─▶ "名前" text
            """);
  }

  @Test
  void of_a_wide_table_the_columns_that_are_nothing_special_are_named_in_one_sentence() {
    TableSample from = CatalogSamples.table("s");
    TableSample into = CatalogSamples.table("t").column("id", "integer").primaryKey("id");
    for (int i = 1; i <= 20; i++) {
      from.column("c" + i, "integer");
      into.column("c" + i, i == 7 ? "smallint" : "integer");
    }
    from.column("id", "integer");

    assertThat(picture(from.table(), into.table(), "map c3 = c3 + 1", 80))
        .isEqualTo(
            """
              id integer ─ =      ─▶ id integer   primary key
              c3 integer ─ c3 + 1 ─▶ c3 integer
            ! c7 integer ─ ≈      ─▶ c7 smallint
              18 columns of the same name and type: c1, c2, c4, c5, c6, c8, c9, c10, c11,
              c12, c13, c14, c15, c16, c17, c18, c19, c20
            """);
  }
}
