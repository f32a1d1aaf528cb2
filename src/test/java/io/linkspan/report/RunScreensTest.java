package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournalSamples;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunScreensTest {
  private static final JournaledRun FINISHED =
      JournalSamples.finished(6, new BatchCounts(1200, 80, 1041, 0, 79, 0));
  private static final JournaledRun INTERRUPTED =
      new JournaledRun(
          7,
          JournalSamples.divided(FINISHED.entry(), "pages 2500"),
          RunState.INTERRUPTED,
          "app_user",
          Instant.parse("2026-11-21T09:00:00Z"),
          Optional.empty(),
          40,
          12,
          new BatchCounts(1_200_000, 0, 1_199_000, 900, 100, 0),
          0);

  private static JournaledRun undone() {
    return new JournaledRun(
        5,
        FINISHED.entry(),
        RunState.UNDONE,
        "app_user",
        FINISHED.begun(),
        FINISHED.ended(),
        1,
        1,
        FINISHED.counts(),
        1000);
  }

  @Test
  void runs_stand_in_a_list_with_the_columns_that_they_need() {
    assertThat(
            Screens.text(RunsScreen.of(List.of(FINISHED, undone()), ZoneOffset.UTC, Screens.PAGE)))
        .isEqualTo(
            """
             Run | Begun            | State    | Inserted | Skipped
            -----+------------------+----------+----------+---------
               6 | 2026-11-20 08:15 | finished |    1,041 |      79
                   archive:public.archived_users -> main:public.users
               5 | 2026-11-20 08:15 | undone   |    1,041 |      79
                   archive:public.archived_users -> main:public.users
            """);
  }

  @Test
  void batches_and_updates_have_columns_where_a_run_has_them() {
    assertThat(
            Screens.text(
                RunsScreen.of(List.of(INTERRUPTED, FINISHED), ZoneOffset.UTC, Screens.page(120))))
        .isEqualTo(
            """
             Run | Begun            | State       | Batches |  Inserted | Updated | Skipped
            -----+------------------+-------------+---------+-----------+---------+---------
               7 | 2026-11-21 09:00 | interrupted |   12/40 | 1,199,000 |     900 |     100
                   archive:public.archived_users -> main:public.users
               6 | 2026-11-20 08:15 | finished    |         |     1,041 |       0 |      79
                   archive:public.archived_users -> main:public.users
            """);
  }

  @Test
  void one_run_is_shown_whole_with_what_to_type_next() {
    assertThat(Screens.text(RunScreen.of(FINISHED, ZoneId.of("Europe/Berlin"), Screens.PAGE)))
        .isEqualTo(
            """
            run 6 of archive:public.archived_users -> main:public.users
              state       finished
              begun       2026-11-20 09:15:30 by app_user
              ended       2026-11-20 09:15:42
              source      ann@db1:5432/user_data_archive
              request     archive:public.archived_users -> main:public.users where id < 100
              division    one statement in one transaction
              read             1,200
              duplicates          80
              inserted         1,041
              skipped             79

            statement
              INSERT INTO public.users (id)
              SELECT id
              FROM dblink.dblink('x', $r$SELECT 1$r$);

            Next: verify 6, undo 6
            """);
  }

  @Test
  void an_interrupted_run_tells_its_division_and_what_is_left() {
    assertThat(Screens.text(RunScreen.of(INTERRUPTED, ZoneOffset.UTC, Screens.PAGE)))
        .isEqualTo(
            """
            run 7 of archive:public.archived_users -> main:public.users
              state       interrupted
              begun       2026-11-21 09:00:00 by app_user
              source      ann@db1:5432/user_data_archive
              request     archive:public.archived_users -> main:public.users where id < 100
              division    ranges of 2,500 pages, each in a transaction of its own
              batches     12 done, 28 left
              snapshot    731:731: on the source
              read         1,200,000
              inserted     1,199,000
              updated            900
              skipped            100

            statement (to which each batch adds its range)
              INSERT INTO public.users (id)
              SELECT id
              FROM dblink.dblink('x', $r$SELECT 1$r$);

            Next: resume 7
            """);
  }

  @Test
  void an_undone_run_tells_what_was_removed() {
    assertThat(Screens.text(RunScreen.of(undone(), ZoneOffset.UTC, Screens.PAGE)))
        .isEqualTo(
            """
            run 5 of archive:public.archived_users -> main:public.users
              state       undone
              begun       2026-11-20 08:15:30 by app_user
              undone      2026-11-20 08:15:42
              source      ann@db1:5432/user_data_archive
              request     archive:public.archived_users -> main:public.users where id < 100
              division    one statement in one transaction
              read             1,200
              duplicates          80
              inserted         1,041
              skipped             79
              removed          1,000

            statement
              INSERT INTO public.users (id)
              SELECT id
              FROM dblink.dblink('x', $r$SELECT 1$r$);
            """);
  }

  @Test
  void divisions_are_put_into_words() {
    assertThat(RunWords.division("keys 50000"))
        .isEqualTo("ranges of about 50,000 rows by key, each in a transaction of its own");
    assertThat(RunWords.division("fetches 1000"))
        .isEqualTo("one transaction, fetched by 1,000 rows");
    assertThat(RunWords.division("moons 3")).isEqualTo("moons 3");
  }

  @Test
  void a_run_that_updated_rows_or_goes_on_is_not_offered_to_undo() {
    assertThat(RunWords.next(FINISHED)).containsExactly("verify 6", "undo 6");
    assertThat(RunWords.next(INTERRUPTED)).containsExactly("resume 7");
    assertThat(RunWords.next(undone())).isEmpty();
  }
}
