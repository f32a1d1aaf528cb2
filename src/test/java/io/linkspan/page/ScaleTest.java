package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScaleTest {
  @Test
  void marks_are_round_numbers_up_to_the_highest_value() {
    assertThat(Scale.upTo(9.2).marks()).containsExactly(0.0, 2.5, 5.0, 7.5, 10.0);
    assertThat(Scale.upTo(257_143).marks()).containsExactly(0.0, 100_000.0, 200_000.0, 300_000.0);
    assertThat(Scale.upTo(4).marks()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
  }

  @Test
  void nothing_has_an_axis_too() {
    assertThat(Scale.upTo(0).marks()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    assertThat(Scale.whole(0).marks()).containsExactly(0.0, 1.0);
  }

  @Test
  void rows_are_counted_in_whole_numbers() {
    assertThat(Scale.whole(3).marks()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(Scale.whole(9).marks()).containsExactly(0.0, 3.0, 6.0, 9.0);
  }
}
