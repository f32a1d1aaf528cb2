package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressRateTest {
  private final ProgressRate rate = new ProgressRate();

  private void at(int seconds, long rows) {
    rate.add(Works.copy(rows).elapsed(Duration.ofSeconds(seconds)).now());
  }

  private OptionalLong after(int seconds) {
    return rate.rowsPerSecond(Duration.ofSeconds(seconds));
  }

  @Test
  void there_is_none_until_rows_have_come() {
    assertThat(after(0)).isEmpty();

    at(0, 0);
    at(3, 0);

    assertThat(after(4)).isEmpty();
  }

  @Test
  void it_is_that_of_the_last_seconds_and_not_of_the_whole_work() {
    at(0, 0);
    for (int second = 1; second <= 60; second++) {
      at(second, second * 1000L);
    }
    assertThat(after(60)).hasValue(1000);

    for (int second = 61; second <= 75; second++) {
      at(second, 60_000 + (second - 60) * 100L);
    }

    assertThat(after(75)).hasValue(100);
  }

  @Test
  void it_stays_between_two_batches_and_falls_when_the_next_one_is_overdue() {
    at(0, 0);
    at(20, 10_000);
    at(40, 20_000);
    assertThat(after(40)).hasValue(500);

    assertThat(after(59)).hasValue(500);
    assertThat(after(120)).hasValue(250);
  }

  @Test
  void of_long_batches_the_last_three_count() {
    at(0, 0);
    at(20, 1_000_000);
    at(40, 1_010_000);
    at(60, 1_020_000);
    at(80, 1_030_000);

    assertThat(after(80)).hasValue(500);
  }

  @Test
  void rows_that_were_there_before_a_resumed_run_do_not_count() {
    at(1, 5_000_000);
    at(2, 5_000_400);

    assertThat(after(2)).hasValue(400);
  }

  @Test
  void another_piece_of_work_begins_anew() {
    at(0, 0);
    at(10, 1000);
    rate.add(Works.named("verify").now());

    assertThat(after(0)).isEmpty();
  }

  @Test
  void two_values_of_one_moment_make_no_rate_without_end() {
    at(1, 0);
    at(1, 1000);

    assertThat(after(1)).isEmpty();
    assertThat(after(2)).hasValue(2000);
  }
}
