package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.KeySamples;
import io.linkspan.catalog.Rule;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DescribeScreenTest {

  @Test
  void a_table_is_described_with_all_that_hangs_on_it() {
    List<Line> screen = DescribeScreen.render("main", CatalogSamples.users(), Screens.PAGE);

    assertThat(Screens.text(screen))
        .isEqualTo(
            """
            table "public.users" on main
            owner app_user, about 120,500 rows, 12 MB

             Column       | Type                  | Null     | Default                | Key
            --------------+-----------------------+----------+------------------------+-----
             id           | bigint                | not null | identity, by default   | PK
             username     | character varying(50) | not null |                        | UQ
             email        | text                  | not null |                        |
             created_at   | timestamp with time   | not null | now()                  |
                          | zone                  |          |                        |
             active       | boolean               | not null | true                   |
             team_id      | integer               |          |                        | FK
             email_domain | text                  |          | always                 |
                          |                       |          | split_part(email,      |
                          |                       |          | '@'::text, 2) (stored) |

            Keys
              users_pkey: primary key (id)
              users_username_key: unique (username)
              users_email_idx: unique (lower(email)) where active

            Foreign keys
              users_team_id_fkey: (team_id) -> public.teams (id)

            Referenced by
              orders_user_id_fkey: sales.orders (user_id) -> (id)

            Checks
              users_email_check: CHECK (email ~~ '%@%'::text)

            Triggers
              stamp: BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION
                stamp()

            you may select, insert, update, truncate
            """);
  }

  @Test
  void a_partitioned_table_with_row_security_says_so() {
    Table table =
        CatalogSamples.table("Sales 2025", "events")
            .column("at", "timestamp with time zone")
            .notNull()
            .column("kind", "text")
            .partitionedBy("RANGE (at)")
            .rowSecurity(true, true)
            .with(KeySamples.key("once", 1, "at", "kind").deferrable().key())
            .with(
                new Rule(
                    new Identifier("quiet"),
                    "DELETE",
                    "CREATE RULE quiet AS\n    ON DELETE TO events DO INSTEAD NOTHING;"))
            .privileges(new Table.TablePrivileges(true, false, true, false, false))
            .last(DescribeScreenTest::notReadable)
            .table();

    assertThat(Screens.text(DescribeScreen.render("main", table, Screens.PAGE)))
        .isEqualTo(
            """
            partitioned table "Sales 2025.events" on main
            owner app_user, rows not counted yet (never analyzed), 8192 bytes

             Column | Type                     | Null     | Default | Key
            --------+--------------------------+----------+---------+-----
             at     | timestamp with time zone | not null |         | UQ
             kind   | text                     |          |         | UQ

            Keys
              once: unique (at, kind), deferrable

            Rules
              quiet: ON DELETE TO events DO INSTEAD NOTHING;

            partitioned by RANGE (at)
            row security is on, for its owner too: you see only rows that a policy lets you
            you may select (at), insert, update (at)
            """);
  }

  private static Column notReadable(Column column) {
    return new Column(
        column.name(),
        column.position(),
        column.type(),
        column.notNull(),
        column.defaultExpression(),
        column.identity(),
        column.generated(),
        column.sequence(),
        Optional.empty(),
        new Column.ColumnPrivileges(false, true, false));
  }

  @Test
  void a_view_has_no_size() {
    Table view =
        CatalogSamples.table("shown").kind(Table.Kind.VIEW).column("email", "text").table();

    assertThat(Screens.text(DescribeScreen.render("archive", view, Screens.PAGE)))
        .isEqualTo(
            """
            view "public.shown" on archive
            owner app_user

             Column | Type | Null | Default | Key
            --------+------+------+---------+-----
             email  | text |      |         |

            you may select, insert, update, truncate
            """);
  }

  @Test
  void eighty_columns_are_enough() {
    assertThat(Screens.widest(DescribeScreen.render("main", CatalogSamples.users(), Screens.PAGE)))
        .isLessThanOrEqualTo(80);
  }
}
