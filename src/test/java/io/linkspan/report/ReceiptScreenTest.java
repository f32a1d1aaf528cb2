package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.plan.PlanSamples;
import io.linkspan.run.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ReceiptScreenTest {
  @Test
  void a_receipt_adds_up() {
    Receipt receipt =
        new Receipt(
            false,
            1_000_000,
            2,
            900_000,
            50_000,
            49_998,
            List.of(
                new Receipt.SkippedBy("users_username_key", Receipt.Clash.TARGET, 49_000),
                new Receipt.SkippedBy("users_email_idx", Receipt.Clash.SOURCE, 990)),
            OptionalLong.of(3),
            List.of(new Receipt.SequenceMoved("public.users_id_seq", OptionalLong.of(1_000_000))),
            Duration.ofMillis(12_500),
            Receipt.Pieces.ONE);

    assertThat(Screens.text(ReceiptScreen.of(PlanSamples.story(), receipt)))
        .isEqualTo(
            """
            run of archive:public.archived_users -> main:public.users
              read       1,000,000
              duplicates         2  dropped by DISTINCT
              inserted     900,000
              updated       50,000
              dropped            3  by a BEFORE trigger of the target
              skipped       49,998
                            49,000  by users_username_key, on the target already
                               990  by users_email_idx, twice in the copy
                                 8  by a key that could not be told
              sequence  public.users_id_seq moved on to 1000000
              time          12.5 s  80,000 rows/s
            Committed.
            """);
  }

  @Test
  void a_resumed_run_tells_apart_what_came_now_and_what_before() {
    Receipt receipt =
        new Receipt(
            false,
            1_200,
            0,
            1_060,
            0,
            140,
            List.of(),
            OptionalLong.empty(),
            List.of(),
            Duration.ofSeconds(2),
            new Receipt.Pieces(
                OptionalLong.of(7), 1, 2, 0, Optional.of(new Receipt.Before(800, 700, 0, 100))));

    assertThat(Screens.text(ReceiptScreen.of(PlanSamples.story(), receipt)))
        .isEqualTo(
            """
            run 7 of archive:public.archived_users -> main:public.users
              read           1,200  400 now, 800 before
              inserted       1,060  360 now, 700 before
              skipped          140  40 now, 100 before
                               140  by a key that could not be told
              time           2.0 s  200 rows/s
              pieces    1 batch by 2 workers now
            Committed.
            """);
  }

  @Test
  void a_dry_run_of_nothing_says_so() {
    Receipt receipt =
        new Receipt(
            true,
            0,
            0,
            0,
            0,
            0,
            List.of(),
            OptionalLong.empty(),
            List.of(new Receipt.SequenceMoved("public.users_id_seq", OptionalLong.empty())),
            Duration.ofMillis(8),
            Receipt.Pieces.ONE);

    assertThat(Screens.text(ReceiptScreen.of(PlanSamples.story(), receipt)))
        .isEqualTo(
            """
            dry run of archive:public.archived_users -> main:public.users
              read               0  the source gave no row
              inserted           0  nothing was copied
              sequence  public.users_id_seq not moved by a dry run
              time          8.0 ms  0 rows/s
            Rolled back: nothing was changed.
            """);
  }
}
