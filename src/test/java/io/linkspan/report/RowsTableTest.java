package io.linkspan.report;

import static io.linkspan.report.Tables.column;
import static io.linkspan.report.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.ColumnHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RowsTableTest {
  private final List<Line> lines = new ArrayList<>();

  private RowsTable table(String nullText) {
    return new RowsTable(Tables.PAGE, Display.PLAIN.withNullText(nullText), lines::add);
  }

  @Test
  void numbers_stand_to_the_right_and_text_to_the_left() {
    Tables.write(
        table(""),
        List.of(column("id", "int8"), column("name", "text"), column("amount", "numeric")),
        row("1", "Anna", "10.50"),
        row("1000", "Bo", "3.00"));

    assertThat(Tables.text(lines))
        .isEqualTo(
            """
              id  | name | amount
            ------+------+--------
                1 | Anna |  10.50
             1000 | Bo   |   3.00
            (2 rows)

            """);
  }

  @Test
  void the_rule_above_a_record_is_no_longer_than_the_page_is_wide() {
    Display expanded = Display.PLAIN.withExpanded(Display.Expanded.ON);
    Tables.write(
        new RowsTable(Tables.PAGE, expanded, lines::add),
        List.of(column("a", "text")),
        row("x".repeat(200)));

    assertThat(lines.get(0).text()).isEqualTo("-[ RECORD 1 ]" + "-".repeat(67));
    assertThat(lines.get(1).text()).isEqualTo("a | " + "x".repeat(200));
  }

  @Test
  void null_is_blank_unless_the_user_wants_a_text_for_it() {
    Tables.write(table("(null)"), List.of(column("a", "text")), row("NULL"), row(""));
    Tables.write(table(""), List.of(column("a", "text")), row("NULL"));

    assertThat(Tables.text(lines))
        .isEqualTo(
            """
               a
            --------
             (null)

            (2 rows)

             a
            ---

            (1 row)

            """);
  }

  @Test
  void a_value_of_several_lines_is_continued_by_a_plus_sign() {
    Tables.write(
        table(""),
        List.of(column("a", "text"), column("b", "text")),
        row("x\ny", "1"),
        row("z", "one\n\nthree"));

    assertThat(Tables.text(lines))
        .isEqualTo(
            """
             a |   b
            ---+-------
             x+| 1
             y |
             z | one  +
               |      +
               | three
            (2 rows)

            """);
  }

  @Test
  void no_control_character_reaches_the_terminal() {
    Tables.write(table(""), List.of(column("a\n", "text")), row("\u001b[2J\t\r\u009b\u202e"));

    assertThat(Tables.text(lines)).contains("a\\n", "\\x1B[2J \\r\\x9B\\u202E");
  }

  @Test
  void a_result_without_rows_has_its_heading() {
    Tables.write(table(""), List.of(column("id", "int4")));

    assertThat(Tables.text(lines)).isEqualTo(" id\n----\n(0 rows)\n\n");
  }

  @Test
  void columns_are_as_wide_as_the_terminal_shows_them() {
    Page page = new Page(80, text -> text.codePoints().map(c -> c > 0x2e80 ? 2 : 1).sum());
    Tables.write(
        new RowsTable(page, Display.PLAIN, lines::add),
        List.of(column("city", "text"), column("n", "int4")),
        row("東京都", "1"),
        row("Rom", "2"));

    assertThat(Tables.text(lines))
        .isEqualTo(
            """
              city  | n
            --------+---
             東京都 | 1
             Rom    | 2
            (2 rows)

            """);
  }

  @Test
  void a_wider_value_after_the_first_500_rows_sticks_out() {
    RowsTable table = table("");
    table.columns(List.of(column("a", "text"), column("b", "text")));
    for (int i = 0; i < 500; i++) {
      table.row(row("x", "y"));
    }
    table.row(row("wider", "y"));

    assertThat(lines.get(2).text()).isEqualTo(" x | y");
    assertThat(lines.get(502).text()).isEqualTo(" wider | y");
  }

  @Test
  void many_rows_are_written_as_they_come() {
    long[] written = new long[1];
    RowsTable table = new RowsTable(Tables.PAGE, Display.PLAIN, line -> written[0]++);
    List<ColumnHead> heads = List.of(column("id", "int4"), column("name", "text"));
    List<Optional<String>> row = row("1", "x".repeat(100));

    table.columns(heads);
    for (int i = 1; i <= 100_000; i++) {
      table.row(row);
      long held = i + 2 - written[0];
      assertThat(held).isLessThanOrEqualTo(501);
    }
    table.endOfRows(100_000);

    assertThat(written[0]).isEqualTo(100_004);
  }
}
