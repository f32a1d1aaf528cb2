package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.Extension;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.Schema;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListScreensTest {

  private static RelationName relation(String schema, String name, Table.Kind kind, long rows) {
    return new RelationName(QualifiedName.of(schema, name), kind, rows, true);
  }

  @Test
  void tables_of_both_sides_stand_in_one_list() {
    List<Side<List<RelationName>>> sides =
        List.of(
            new Side<>(
                "archive", List.of(relation("public", "archived_users", Table.Kind.TABLE, 120500))),
            new Side<>(
                "main",
                List.of(
                    relation("public", "People", Table.Kind.VIEW, -1),
                    relation("public", "events", Table.Kind.PARTITIONED_TABLE, -1),
                    relation("public", "users", Table.Kind.TABLE, 0))));

    assertThat(Screens.text(TablesScreen.render(sides, Screens.PAGE)))
        .isEqualTo(
            """
                                      List of relations
             Connection | Schema | Name           | Kind              |     Rows
            ------------+--------+----------------+-------------------+----------
             archive    | public | archived_users | table             | ~120,500
             main       | public | "People"       | view              |
             main       | public | events         | partitioned table |        ?
             main       | public | users          | table             |       ~0
            (4 rows)

            """);
  }

  @Test
  void a_side_without_tables_is_said_aloud() {
    List<Side<List<RelationName>>> sides = List.of(new Side<>("archive", List.of()));

    assertThat(Screens.text(TablesScreen.render(sides, Screens.PAGE)))
        .isEqualTo("no tables on archive\n");
  }

  @Test
  void schemas_tell_their_owner_and_whether_they_are_open_to_you() {
    List<Side<List<Schema>>> sides =
        List.of(
            new Side<>(
                "main",
                List.of(
                    new Schema(new Identifier("public"), new Identifier("postgres"), true),
                    new Schema(new Identifier("staff"), new Identifier("boss"), false))));

    assertThat(Screens.text(SchemasScreen.render(sides, Screens.PAGE)))
        .isEqualTo(
            """
                               List of schemas
             Connection | Schema | Owner    | You may look inside
            ------------+--------+----------+---------------------
             main       | public | postgres | yes
             main       | staff  | boss     | no
            (2 rows)

            """);
  }

  @Test
  void extensions_tell_their_version_and_schema() {
    List<Side<List<Extension>>> sides =
        List.of(
            new Side<>(
                "main",
                List.of(new Extension(new Identifier("dblink"), "1.2", new Identifier("dblink")))),
            new Side<>("archive", List.of()));

    assertThat(Screens.text(ExtensionsScreen.render(sides, Screens.PAGE)))
        .isEqualTo(
            """
                   List of installed extensions
             Connection | Extension | Version | Schema
            ------------+-----------+---------+--------
             main       | dblink    | 1.2     | dblink
            (1 row)

            no extensions on archive
            """);
  }
}
