package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.CommittedBatch;
import io.linkspan.journal.JournalSamples;
import io.linkspan.journal.JournaledRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RunPageTest {
  private static final JournaledRun RUN =
      JournalSamples.finished(7, new BatchCounts(1200, 80, 1041, 0, 79, 0));

  private static final RunPage.Known KNOWN =
      new RunPage.Known(
          RUN,
          List.of(
              new CommittedBatch(2, RUN.begun().plusSeconds(4), 700),
              new CommittedBatch(1, RUN.begun().plusSeconds(10), 500)),
          Map.of("users_pkey", 79L),
          Optional.empty());

  @Test
  void a_run_that_only_the_journal_knows_is_told_by_its_batches() {
    PageCheck page = PageCheck.of(RunPage.of(PageSamples.head(), KNOWN, List.of(), t -> t));

    assertThat(page.texts("h1"))
        .containsExactly("Run 7: archive:public.archived_users → main:public.users");
    assertThat(page.fact("State")).containsExactly("finished");
    assertThat(page.fact("Begun")).containsExactly("2026-11-20 08:15:30 by app_user");
    assertThat(page.table("Rows"))
        .containsExactly(
            "read | 1,200 |",
            "inserted | 1,041 |",
            "skipped | 79 | by a key",
            "duplicates | 80 | dropped by DISTINCT");
    assertThat(page.fact("Time")).containsExactly("12.0 s");
    assertThat(page.fact("Speed")).containsExactly("100 rows/s");
    assertThat(page.table("Skipped rows by key")).containsExactly("users_pkey | 79 | 100 %");
    assertThat(page.table("Rows over time"))
        .containsExactly("0.0 ms | 0", "4.0 s | 700", "10.0 s | 1,200");
    assertThat(page.texts("pre"))
        .containsExactly(
            "INSERT INTO public.users (id) SELECT id FROM dblink.dblink('x', $r$SELECT 1$r$);");
  }

  @Test
  void a_run_of_this_session_is_told_as_the_session_saw_it() {
    String html =
        RunPage.of(
            PageSamples.head(),
            KNOWN,
            List.of(
                PageSamples.step(
                    "run", true, PageSamples.ran(PageSamples.story(), OptionalLong.of(7)))),
            t -> t);

    PageCheck page = PageCheck.of(html);

    assertThat(page.texts("h3"))
        .containsExactly(
            "Receipt",
            "Skipped rows by key",
            "Rows over time",
            "What goes where",
            "The statement, part by part",
            "What was found");
    assertThat(page.table("Rows")).first().isEqualTo("read | 1,000 |");
  }
}
