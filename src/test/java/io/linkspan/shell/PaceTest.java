package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5));

  private boolean isDue(long rows, int seconds) {
    return pace.isDue(FakeWork.at(rows, seconds, "batch 1"));
  }

  @Test
  void short_work_is_not_told_of() {
    assertThat(isDue(0, 0)).isFalse();
    assertThat(isDue(0, 1)).isTrue();
  }

  @Test
  void it_waits_from_one_telling_to_the_next() {
    assertThat(isDue(1, 1)).isTrue();
    assertThat(isDue(2, 5)).isFalse();
    assertThat(isDue(3, 6)).isTrue();
    assertThat(isDue(4, 10)).isFalse();
    assertThat(isDue(5, 20)).isTrue();
  }

  @Test
  void time_alone_is_no_news() {
    assertThat(isDue(1, 1)).isTrue();
    assertThat(isDue(1, 60)).isFalse();
    assertThat(isDue(2, 61)).isTrue();
  }
}
