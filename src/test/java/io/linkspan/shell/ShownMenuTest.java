package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.completion.Completion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of the completions a screen of a size shows. */
final class ShownMenuTest {
  private static List<Completion> tables(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Completion("table_" + (100 + i), "table, about 1,200 rows", "main", true))
        .toList();
  }

  @Test
  void a_few_stand_there_with_their_descriptions() {
    assertThat(ShownMenu.of(tables(5), 20, 80).shown()).isEqualTo(tables(5));
  }

  @Test
  void more_stand_there_without_them() {
    assertThat(ShownMenu.of(tables(60), 20, 80).shown())
        .hasSize(60)
        .allMatch(each -> each.description().isEmpty());
  }

  @Test
  void of_too_many_the_best_stand_there_and_the_heading_counts_them() {
    List<Completion> shown = ShownMenu.of(tables(500), 20, 80).shown();

    assertThat(shown)
        .hasSize(38)
        .startsWith(
            new Completion(
                "table_100", "table, about 1,200 rows", "main (38 of 500, type on)", true));
  }

  @Test
  void a_long_description_is_cut_to_the_width() {
    Completion wide = new Completion("name", "what is said of it at length", "", true);

    assertThat(ShownMenu.of(List.of(wide), 20, 30).shown())
        .containsExactly(new Completion("name", "what is said of it…", "", true));
  }
}
