package io.linkspan.report;

import static io.linkspan.report.Tables.column;
import static io.linkspan.report.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.report.Display.Expanded;
import io.linkspan.report.Display.Frame;
import io.linkspan.report.Display.Parts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pictures are those of psql 15, without the blanks at the ends of its lines. */
final class TableLikePsqlTest {
  private static final Parts NOTHING = new Parts(false, false, "");
  private static final Parts TITLE = new Parts(true, true, "a title");

  private static Display border(int border) {
    return Display.PLAIN.withFrame(new Frame(LineStyle.ASCII, border, 0));
  }

  private static Display drawn(int border) {
    return Display.PLAIN.withFrame(new Frame(LineStyle.UNICODE, border, 0));
  }

  private static Display expanded(Display display) {
    return display.withExpanded(Expanded.ON);
  }

  private static String shown(Display display) {
    List<Line> lines = new ArrayList<>();
    Tables.write(
        new RowsTable(Tables.PAGE, display, lines::add),
        List.of(column("id", "int4"), column("name", "text"), column("n", "int4")),
        row("1", "Anna\nB", "NULL"),
        row("22", "Bo", "3"));
    return Tables.text(lines);
  }

  @Test
  void without_borders() {
    assertThat(shown(border(0)))
        .isEqualTo(
            """
            id name n
            -- ---- -
             1 Anna+
               B
            22 Bo   3
            (2 rows)

            """);
  }

  @Test
  void expanded_without_borders() {
    assertThat(shown(expanded(border(0))))
        .isEqualTo(
            """
            * Record 1
            id   1
            name Anna+
                 B
            n
            * Record 2
            id   22
            name Bo
            n    3

            """);
  }

  @Test
  void with_lines_between_the_columns() {
    assertThat(shown(border(1)))
        .isEqualTo(
            """
             id | name | n
            ----+------+---
              1 | Anna+|
                | B    |
             22 | Bo   | 3
            (2 rows)

            """);
  }

  @Test
  void expanded_with_a_line_between_names_and_values() {
    assertThat(shown(expanded(border(1))))
        .isEqualTo(
            """
            -[ RECORD 1 ]
            id   | 1
            name | Anna+
                 | B
            n    |
            -[ RECORD 2 ]
            id   | 22
            name | Bo
            n    | 3

            """);
  }

  @Test
  void with_lines_around() {
    assertThat(shown(border(2)))
        .isEqualTo(
            """
            +----+------+---+
            | id | name | n |
            +----+------+---+
            |  1 | Anna+|   |
            |    | B    |   |
            | 22 | Bo   | 3 |
            +----+------+---+
            (2 rows)

            """);
  }

  @Test
  void expanded_with_lines_around() {
    assertThat(shown(expanded(border(2))))
        .isEqualTo(
            """
            +-[ RECORD 1 ]-+
            | id   | 1    |
            | name | Anna+|
            |      | B    |
            | n    |      |
            +-[ RECORD 2 ]-+
            | id   | 22   |
            | name | Bo   |
            | n    | 3    |
            +------+------+

            """);
  }

  @Test
  void with_drawn_lines_around() {
    assertThat(shown(drawn(2)))
        .isEqualTo(
            """
            ┌────┬──────┬───┐
            │ id │ name │ n │
            ├────┼──────┼───┤
            │  1 │ Anna↵│   │
            │    │ B    │   │
            │ 22 │ Bo   │ 3 │
            └────┴──────┴───┘
            (2 rows)

            """);
  }

  @Test
  void expanded_with_drawn_lines_around() {
    assertThat(shown(expanded(drawn(2))))
        .isEqualTo(
            """
            ┌─[ RECORD 1 ]─┐
            │ id   │ 1    │
            │ name │ Anna↵│
            │      │ B    │
            │ n    │      │
            ├─[ RECORD 2 ]─┤
            │ id   │ 22   │
            │ name │ Bo   │
            │ n    │ 3    │
            └──────┴──────┘

            """);
  }

  @Test
  void with_drawn_lines_between_the_columns() {
    assertThat(shown(drawn(1)))
        .isEqualTo(
            """
             id │ name │ n
            ────┼──────┼───
              1 │ Anna↵│
                │ B    │
             22 │ Bo   │ 3
            (2 rows)

            """);
  }

  @Test
  void expanded_with_a_drawn_line() {
    assertThat(shown(expanded(drawn(1))))
        .isEqualTo(
            """
            ─[ RECORD 1 ]
            id   │ 1
            name │ Anna↵
                 │ B
            n    │
            ─[ RECORD 2 ]
            id   │ 22
            name │ Bo
            n    │ 3

            """);
  }

  @Test
  void with_drawn_rules_alone() {
    assertThat(shown(drawn(0)))
        .isEqualTo(
            """
            id name n
            ── ──── ─
             1 Anna↵
               B
            22 Bo   3
            (2 rows)

            """);
  }

  @Test
  void expanded_rows_alone_without_borders() {
    assertThat(shown(expanded(border(0)).withParts(NOTHING)))
        .isEqualTo(
            """
            id   1
            name Anna+
                 B
            n

            id   22
            name Bo
            n    3

            """);
  }

  @Test
  void rows_alone_without_borders() {
    assertThat(shown(border(0).withParts(NOTHING)))
        .isEqualTo(
            """
             1 Anna+
               B
            22 Bo   3

            """);
  }

  @Test
  void rows_alone_with_lines_around() {
    assertThat(shown(border(2).withParts(NOTHING)))
        .isEqualTo(
            """
            |  1 | Anna+|   |
            |    | B    |   |
            | 22 | Bo   | 3 |
            +----+------+---+

            """);
  }

  @Test
  void expanded_rows_alone_with_lines_around() {
    assertThat(shown(expanded(border(2)).withParts(NOTHING)))
        .isEqualTo(
            """
            +------+------+
            | id   | 1    |
            | name | Anna+|
            |      | B    |
            | n    |      |
            +------+------+
            | id   | 22   |
            | name | Bo   |
            | n    | 3    |
            +------+------+

            """);
  }

  @Test
  void expanded_below_a_title() {
    assertThat(shown(expanded(border(2)).withParts(TITLE)))
        .isEqualTo(
            """
            a title
            +-[ RECORD 1 ]-+
            | id   | 1    |
            | name | Anna+|
            |      | B    |
            | n    |      |
            +-[ RECORD 2 ]-+
            | id   | 22   |
            | name | Bo   |
            | n    | 3    |
            +------+------+

            """);
  }

  @Test
  void below_a_title() {
    assertThat(shown(border(2).withParts(TITLE)))
        .isEqualTo(
            """
                 a title
            +----+------+---+
            | id | name | n |
            +----+------+---+
            |  1 | Anna+|   |
            |    | B    |   |
            | 22 | Bo   | 3 |
            +----+------+---+
            (2 rows)

            """);
  }

  @Test
  void no_rows_are_said_so_expanded_or_not() {
    List<Line> lines = new ArrayList<>();

    Tables.write(
        new RowsTable(Tables.PAGE, expanded(border(1)), lines::add), List.of(column("a", "text")));

    assertThat(Tables.text(lines)).isEqualTo("(0 rows)\n\n");
  }

  @Test
  void a_table_that_is_wider_than_the_page_is_expanded_where_that_is_wanted() {
    Page page = new Page(16, String::length);
    Display auto = Display.PLAIN.withExpanded(Expanded.AUTO);
    List<Line> fits = new ArrayList<>();
    List<Line> wide = new ArrayList<>();

    Tables.write(
        new RowsTable(page, auto, fits::add),
        List.of(column("a", "text"), column("b", "text")),
        row("12345", "123456"));
    Tables.write(
        new RowsTable(page, auto, wide::add),
        List.of(column("a", "text"), column("b", "text")),
        row("12345", "1234567"));

    assertThat(fits.get(2).text()).isEqualTo(" 12345 | 123456");
    assertThat(Tables.text(wide))
        .isEqualTo(
            """
            -[ RECORD 1 ]
            a | 12345
            b | 1234567

            """);
  }

  @Test
  void a_set_width_goes_before_the_page() {
    Display auto =
        Display.PLAIN.withExpanded(Expanded.AUTO).withFrame(new Frame(LineStyle.ASCII, 1, 5));
    List<Line> lines = new ArrayList<>();

    Tables.write(
        new RowsTable(Tables.PAGE, auto.withoutGuessing(), lines::add),
        List.of(column("a", "text")),
        row("12345"));

    assertThat(lines.get(1).text()).isEqualTo("a | 12345");
  }

  @Test
  void where_no_terminal_says_how_wide_a_row_may_be_nothing_is_expanded_by_itself() {
    assertThat(Display.PLAIN.withExpanded(Expanded.AUTO).withoutGuessing())
        .isEqualTo(Display.PLAIN);
  }
}
