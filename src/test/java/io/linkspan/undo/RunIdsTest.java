package io.linkspan.undo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RunIdsTest {
  private static final long HALF = 1L << 31;

  @Test
  void a_run_is_too_old_ten_million_ids_before_they_come_round() {
    assertThat(new RunIds(HALF - 10_000_001, 0).tooOld()).isFalse();
    assertThat(new RunIds(HALF - 10_000_000, 0).tooOld()).isTrue();
    assertThat(new RunIds(3 * HALF, 1).tooOld()).isTrue();
  }

  @Test
  void ids_were_used_before_from_the_second_epoch_on() {
    assertThat(new RunIds(5, 0).usedBefore()).isFalse();
    assertThat(new RunIds(5, 1).usedBefore()).isTrue();
  }
}
