package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StackedGridTest {
  private final Grid grid =
      new Grid(
          List.of(Grid.Head.cutting("Column"), Grid.Head.wrapping("Type"), Grid.Head.of("Null")),
          List.of(
              List.of(
                  Grid.Cell.of("created_at"),
                  Grid.Cell.of("timestamp with time zone"),
                  Grid.Cell.of("not null")),
              List.of(Grid.Cell.of("email"), Grid.Cell.of("text"), Grid.Cell.of(""))));

  @Test
  void a_grid_that_cannot_fit_has_a_line_for_each_value() {
    Page narrow = Screens.page(26);

    assertThat(Screens.text(grid.fitted(narrow)))
        .isEqualTo(
            """
            -[ RECORD 1 ]-------------
            Column | created_at
            Type   | timestamp with
                   | time zone
            Null   | not null
            -[ RECORD 2 ]-------------
            Column | email
            Type   | text
            Null   |
            """);
  }

  @Test
  void a_grid_that_gives_way_enough_stays_a_grid() {
    assertThat(grid.fitted(Screens.page(40))).isEqualTo(grid.render(Screens.page(40)));
  }
}
