package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.plan.LikelyRenames;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompareScreenTest {

  @Test
  void columns_stand_side_by_side_with_their_differences() {
    Side<Table> archive = new Side<>("archive", CatalogSamples.archivedUsers());
    Side<Table> main = new Side<>("main", CatalogSamples.users());

    List<Line> screen =
        CompareScreen.render(
            archive,
            main,
            LikelyRenames.between(archive.found(), main.found(), CatalogSamples.main()),
            Screens.PAGE);

    assertThat(Screens.text(screen))
        .isEqualTo(
            """
            archive:public.archived_users -> main:public.users

             Column       | archive             | main                | Difference
            --------------+---------------------+---------------------+---------------------
             id           | integer not null    | bigint not null     | type
             username     | text                | character           | type, null
                          |                     | varying(50) not     |
                          |                     | null                |
             email        | text                | text not null       | null
             created_at   | timestamp without   | timestamp with time | type, null
                          | time zone           | zone not null       |
             is_active    | boolean             |                     | only on archive,
                          |                     |                     | like "active"
             notes        | json                |                     | only on archive
             active       |                     | boolean not null    | only on main, like
                          |                     |                     | "is_active"
             team_id      |                     | integer             | only on main
             email_domain |                     | text                | only on main

            Keys
              both: primary key (id)
              only on main: unique (username) "users_username_key"
              only on main: unique (lower(email)) where active "users_email_idx"

            These two likely are one:
              map active = is_active
            """);
    assertThat(Screens.widest(screen)).isLessThanOrEqualTo(80);
  }

  @Test
  void a_column_that_the_target_cannot_fill_by_itself_needs_a_value() {
    Side<Table> archive =
        new Side<>("archive", CatalogSamples.table("a").column("x", "integer").table());
    Side<Table> main =
        new Side<>(
            "main",
            CatalogSamples.table("b")
                .column("x", "integer")
                .column("y", "text")
                .notNull()
                .column("z", "text")
                .table());

    assertThat(Screens.text(CompareScreen.render(archive, main, List.of(), Screens.PAGE)))
        .isEqualTo(
            """
            archive:public.a -> main:public.b

             Column | archive | main          | Difference
            --------+---------+---------------+-----------------------------
             x      | integer | integer       | same
             y      |         | text not null | only on main, needs a value
             z      |         | text          | only on main
            """);
  }
}
