package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressScreenTest {
  private static final OptionalLong FAST = OptionalLong.of(410_000);
  private static final OptionalLong NO_RATE = OptionalLong.empty();

  private static final Works HALF_WAY =
      Works.copy(1_200_000)
          .expected(2_000_000)
          .batches(12, OptionalInt.of(20))
          .elapsed(Duration.ofMillis(3_400))
          .worker(1, "batch 13 of archived_users, pages 2136 to 2314", 800_000)
          .worker(2, "batch 14 of archived_users, pages 2315 to 2493", 400_000);

  private static String screen(Works works, OptionalLong rate, Page page) {
    return Screens.text(ProgressScreen.of(works.now(), rate, page));
  }

  private static String brief(Works works, OptionalLong rate) {
    return ProgressScreen.brief(works.now(), rate).text();
  }

  @Test
  void head_and_workers_stand_below_each_other() {
    assertThat(screen(HALF_WAY, FAST, Screens.PAGE))
        .isEqualTo(
            """
            run 7  ████████████░░░░░░░░  60 %  1,200,000 of about 2,000,000 rows,
                   410,000 rows/s, about 2 s left, 3 s so far, 12 of 20 batches
              1  batch 13 of archived_users, pages 2136 to 2314  800,000 rows
              2  batch 14 of archived_users, pages 2315 to 2493  400,000 rows
            """);
  }

  @Test
  void a_wide_page_has_the_head_on_one_line() {
    assertThat(screen(HALF_WAY, FAST, Screens.page(140)))
        .startsWith(
            "run 7  ████████████░░░░░░░░  60 %  1,200,000 of about 2,000,000 rows,"
                + " 410,000 rows/s, about 2 s left, 3 s so far, 12 of 20 batches\n");
  }

  @Test
  void no_line_is_wider_than_the_page() {
    Works wide = HALF_WAY.worker(13, "batch 1 of \u6771\u4eac\u6771\u4eac\u6771\u4eac", 1);
    for (int width = 1; width < 100; width++) {
      List<Line> lines = ProgressScreen.of(wide.now(), FAST, Screens.page(width));

      assertThat(Screens.widest(lines)).as("width " + width).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void what_a_worker_does_gives_way_to_its_rows() {
    assertThat(screen(HALF_WAY, FAST, Screens.page(40)))
        .endsWith(
            """
              1  batch 13 of archived…  800,000 rows
              2  batch 14 of archived…  400,000 rows
            """);
  }

  @Test
  void without_an_expectation_there_is_neither_share_nor_time_left() {
    Works works = Works.copy(1234).batches(3, OptionalInt.empty()).elapsed(Duration.ofSeconds(125));

    assertThat(screen(works, OptionalLong.of(10), Screens.PAGE))
        .isEqualTo("run 7  1,234 rows, 10 rows/s, 2 min 5 s so far, 3 batches\n");
    assertThat(brief(works, OptionalLong.of(10)))
        .isEqualTo("run 7: 1,234 rows, 10 rows/s, 2 min 5 s so far");
  }

  @Test
  void before_the_first_rows_no_time_left_is_told() {
    assertThat(brief(Works.copy(0).expected(2_000_000), NO_RATE))
        .isEqualTo("run 7: 0 of about 2,000,000 rows (0 %), 1 s so far");
  }

  @Test
  void more_rows_than_expected_are_99_per_cent_until_the_last_batch() {
    Works works = Works.copy(150).expected(100).batches(3, OptionalInt.of(4));

    assertThat(brief(works, FAST))
        .isEqualTo("run 7: 150 of about 100 rows (99 %), 410,000 rows/s, 1 s so far");
    assertThat(brief(works.batches(4, OptionalInt.of(4)), NO_RATE))
        .isEqualTo("run 7: 150 of about 100 rows (100 %), 1 s so far");
  }

  @Test
  void no_row_expected_is_no_division_by_zero() {
    assertThat(brief(Works.copy(0).expected(0), NO_RATE))
        .isEqualTo("run 7: 0 of about 0 rows (0 %), 1 s so far");
  }

  @Test
  void one_line_tells_it_all_where_nothing_can_be_drawn_over() {
    assertThat(brief(HALF_WAY, FAST))
        .isEqualTo(
            "run 7: 1,200,000 of about 2,000,000 rows (60 %), 410,000 rows/s, about 2 s left");
  }

  @Test
  void what_would_steer_the_terminal_is_spelled_out() {
    assertThat(screen(Works.copy(1).worker(1, "batch 1 of a\u001b[2J", 1), NO_RATE, Screens.PAGE))
        .endsWith("  1  batch 1 of a\\x1B[2J  1 row\n");
  }

  @Test
  void events_for_programs_are_one_object_a_line() {
    assertThat(ProgressEvents.progress(HALF_WAY.now()))
        .isEqualTo(
            """
            {"event":"progress","version":1,"what":"run 7","run":7,"rows":1200000,\
            "expected_rows":2000000,"batches_done":12,"batches":20,"elapsed_ms":3400,"workers":[\
            {"number":1,"doing":"batch 13 of archived_users, pages 2136 to 2314","rows":800000},\
            {"number":2,"doing":"batch 14 of archived_users, pages 2315 to 2493","rows":400000}]}
            """);
    assertThat(ProgressEvents.progress(Works.named("verify").now()))
        .isEqualTo(
            """
            {"event":"progress","version":1,"what":"verify","run":null,"rows":0,\
            "expected_rows":null,"batches_done":0,"batches":null,"elapsed_ms":0,"workers":[]}
            """);
    assertThat(ProgressEvents.remark("batch 3 again: \"a\" < b"))
        .isEqualTo(
            "{\"event\":\"remark\",\"version\":1,\"text\":\"batch 3 again: \\\"a\\\" < b\"}\n");
  }
}
