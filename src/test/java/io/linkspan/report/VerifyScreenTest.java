package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.verify.RowGroup;
import io.linkspan.verify.RowSample;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class VerifyScreenTest {
  private static final CopyPlan PLAN = PlanSamples.story();

  private static String screen(
      OptionalLong run, boolean unfinished, long rows, List<RowGroup> groups) {
    Verification found =
        new Verification(
            Comparison.of(PLAN),
            run,
            unfinished,
            rows,
            groups,
            Map.of("email", 1_200L),
            Duration.ofMillis(2_500));
    return Screens.text(VerifyScreen.of(PLAN, found, Screens.PAGE));
  }

  private static RowSample row(String key) {
    return new RowSample(List.of(key), List.of(), List.of(), List.of());
  }

  @Test
  void rows_that_are_all_equal_need_one_sentence() {
    List<RowGroup> skipped =
        List.of(
            new RowGroup(Verdict.SKIPPED_ON_TARGET, "users_username_key", 10, List.of(row("'a'"))),
            new RowGroup(Verdict.SKIPPED_IN_SOURCE, "users_username_key", 2, List.of(row("'b'"))));

    assertThat(screen(OptionalLong.of(7), false, 2_000_000, skipped))
        .isEqualTo(
            """
            comparison of archive:public.archived_users with main:public.users, run 7
              compared   2,000,000  by users_username_key
              equal      1,999,988
              skipped           12
                                10  by users_username_key, on the target already
                                 2  by users_username_key, twice in the copy
              not compared  created_at (now() gives another value each time)
              time           2.5 s  800,000 rows/s
            2,000,000 rows compared: none missing, none differ; 12 were skipped by
            users_username_key.
            """);
  }

  @Test
  void rows_that_differ_are_shown_with_both_values() {
    List<RowGroup> groups =
        List.of(
            new RowGroup(
                Verdict.DIFFERS,
                "",
                1_200,
                List.of(
                    new RowSample(
                        List.of("'ann'"),
                        List.of("username", "email"),
                        List.of("'Ann\\nx'", "'a@x'"),
                        List.of("'ann'", "NULL")))),
            new RowGroup(Verdict.MISSING, "", 1, List.of(row("'bob'"))),
            new RowGroup(Verdict.ONLY_ON_TARGET, "", 1, List.of(row("'cid'"))));

    assertThat(screen(OptionalLong.of(7), true, 5_000, groups))
        .isEqualTo(
            """
            comparison of archive:public.archived_users with main:public.users, run 7
              compared       5,000  by users_username_key
              equal          3,799
              differ         1,200  in email 1,200
              missing            1  on main
              only there         1  written by the run, not on archive now
              not compared  created_at (now() gives another value each time)
              time           2.5 s  2,000 rows/s
            1,200 rows differ, the first 1
             username | column   | on archive | on main
            ----------+----------+------------+---------
             'ann'    | username | 'Ann\\nx'   | 'ann'
                      | email    | 'a@x'      | NULL
            1 row is missing on main
             username
            ----------
             'bob'
            1 row is only on main
             username
            ----------
             'cid'
            ERROR:   of 5,000 rows compared, 1 is missing and 1,200 differ
            HINT:    Run 7 was interrupted; go on with it: resume 7
            """);
  }

  @Test
  void without_a_run_rows_of_the_target_alone_are_counted_and_not_shown() {
    List<RowGroup> groups =
        List.of(new RowGroup(Verdict.ONLY_ON_TARGET, "", 3, List.of(row("'cid'"))));

    assertThat(screen(OptionalLong.empty(), false, 0, groups))
        .isEqualTo(
            """
            comparison of archive:public.archived_users with main:public.users
              compared           0  by users_username_key
              equal              0
              only there         3  not on archive: there before, or gone there since
              not compared  created_at (now() gives another value each time)
              time           2.5 s  0 rows/s
            0 rows compared: the source gives no row.
            """);
  }
}
