package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.report.Grid.Cell;
import io.linkspan.report.Grid.Head;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {

  private static List<Cell> row(String... texts) {
    return List.of(texts).stream().map(Cell::of).toList();
  }

  @Test
  void text_is_set_left_and_numbers_right() {
    Grid grid =
        new Grid(
            List.of(Head.of("Name"), Head.number("Rows"), Head.of("Kind")),
            List.of(row("users", "1,234", "table"), row("v", "", "")));

    assertThat(Screens.text(grid.render(Screens.PAGE)))
        .isEqualTo(
            """
             Name  |  Rows | Kind
            -------+-------+-------
             users | 1,234 | table
             v     |       |
            """);
  }

  @Test
  void wide_characters_take_two_columns() {
    Grid grid =
        new Grid(
            List.of(Head.of("Name"), Head.of("Kind")), List.of(row("表", "x"), row("abcd", "y")));

    assertThat(Screens.text(grid.render(Screens.PAGE)))
        .isEqualTo(
            """
             Name | Kind
            ------+------
             表   | x
             abcd | y
            """);
  }

  @Test
  void columns_that_give_way_wrap_or_are_cut_where_the_page_is_narrow() {
    Grid grid =
        new Grid(
            List.of(Head.cutting("Cut"), Head.wrapping("Wrapped"), Head.of("Kept")),
            List.of(row("a_long_name_of_a_table", "some words that do not fit", "stays as is")));

    assertThat(Screens.text(grid.render(Screens.page(40))))
        .isEqualTo(
            """
             Cut        | Wrapped     | Kept
            ------------+-------------+-------------
             a_long_na… | some words  | stays as is
                        | that do not |
                        | fit         |
            """);
  }

  @Test
  void a_word_that_is_too_long_is_broken() {
    Grid grid =
        new Grid(List.of(Head.wrapping("Text")), List.of(row("abcdefghijklm"), row("ab\ncd")));

    assertThat(Screens.text(grid.render(Screens.page(10))))
        .isEqualTo(
            """
             Text
            ----------
             abcdefgh
             ijklm
             ab cd
            """);
  }

  @Test
  void a_row_needs_a_cell_for_each_head() {
    assertThatThrownBy(() -> new Grid(List.of(Head.of("A")), List.of(row("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
