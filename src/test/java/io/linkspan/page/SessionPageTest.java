package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournalSamples;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.PlanSamples;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import io.linkspan.undo.Undone;
import io.linkspan.verify.RowGroup;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class SessionPageTest {
  private static final String EVIL = "<script>alert(1)</script>";

  private static PageCheck page(List<Step> steps) {
    return PageCheck.of(SessionPage.of(PageSamples.head(), steps, 3, UnaryOperator.identity()));
  }

  private static Fact.Verified verified() {
    return new Fact.Verified(
        PlanSamples.story(),
        new Verification(
            Comparison.of(PlanSamples.story()),
            OptionalLong.of(7),
            false,
            1_000,
            List.of(new RowGroup(Verdict.DIFFERS, "", 5, List.of())),
            Map.of("email", 5L),
            Duration.ofSeconds(2)));
  }

  private static List<Step> session() {
    return List.of(
        PageSamples.step("plan copy " + EVIL, true, new Fact.Made(PageSamples.story())),
        PageSamples.step(
            "run dry", true, PageSamples.ran(PageSamples.story(), OptionalLong.empty())),
        PageSamples.step("run", true, PageSamples.ran(PageSamples.story(), OptionalLong.of(7))),
        PageSamples.step("verify", false, verified()),
        PageSamples.step(
            "select " + EVIL,
            false,
            new Fact.Failed(
                UserException.Kind.SERVER,
                ErrorFields.of("no " + EVIL).withHint("type 'x' & \"y\""),
                Optional.of("main"))),
        PageSamples.step(
            "expect inserted = 1", false, new Fact.Expected("inserted", "=", "1", "900", false)));
  }

  @Test
  void a_session_is_told_in_the_order_of_what_was_typed() {
    PageCheck page = page(session());

    assertThat(page.texts("h2"))
        .containsExactly(
            "Copies",
            "Dry run: archive:public.archived_users → main:public.users",
            "Run 7: archive:public.archived_users → main:public.users",
            "Errors",
            "Expectations",
            "What was typed");
    assertThat(page.table("Copies"))
        .containsExactly(
            "Dry run archive:public.archived_users → main:public.users | rolled back | 1,000 | 900"
                + " | 0 | 80 | 12.0 s",
            "Run 7 archive:public.archived_users → main:public.users | committed differs | 1,000"
                + " | 900 | 0 | 80 | 12.0 s");
    assertThat(page.table("Inputs in order"))
        .containsExactly(
            "4 | 2026-11-20 08:15:30 | 120 ms | done | plan copy " + EVIL,
            "5 | 2026-11-20 08:15:30 | 120 ms | done | run dry",
            "6 | 2026-11-20 08:15:30 | 120 ms | done | run",
            "7 | 2026-11-20 08:15:30 | 120 ms | failed | verify",
            "8 | 2026-11-20 08:15:30 | 120 ms | failed | select " + EVIL,
            "9 | 2026-11-20 08:15:30 | 120 ms | failed | expect inserted = 1");
  }

  @Test
  void a_run_that_was_stopped_is_told_with_what_there_is_of_it() {
    Fact.Ran begun = PageSamples.ran(PageSamples.story(), OptionalLong.of(7));
    UserException interrupted =
        new UserException(
            UserException.Kind.INTERRUPTED,
            ErrorFields.of("run 7 was interrupted").withDetail("Committed are 3 of 4 batches."));
    PageCheck page =
        page(
            List.of(
                PageSamples.step("plan copy", true, new Fact.Made(PageSamples.story())),
                PageSamples.step(
                    "run",
                    false,
                    Fact.Stopped.by(interrupted, PageSamples.story(), begun.course()),
                    Fact.Failed.of(interrupted))));

    assertThat(page.table("Copies"))
        .containsExactly(
            "Run 7 archive:public.archived_users → main:public.users | interrupted | – | – | – |"
                + " – | –");
    assertThat(page.texts("h3")).startsWith("How it ended", "Rows over time", "What goes where");
    assertThat(page.fact("Batches")).containsExactly("3 of 4 were done, as last seen");
    assertThat(page.table("Rows over time"))
        .containsExactly(
            "0.0 ms | 0 | 0 | 0",
            "3.0 s | 250 | 250 | 0",
            "6.0 s | 500 | 250 | 250",
            "9.0 s | 750 | 500 | 250");
  }

  @Test
  void a_run_that_was_taken_back_is_not_told_as_if_its_rows_were_there() {
    JournaledRun run = JournalSamples.finished(7, BatchCounts.NONE);
    Fact.Ran ran = PageSamples.ran(PageSamples.story(), OptionalLong.of(run.number()));
    PageCheck page =
        page(
            List.of(
                PageSamples.step("run", true, ran),
                PageSamples.step("undo", true, new Fact.TakenBack(new Undone(run, 900, 898)))));

    assertThat(page.table("Copies")).hasSize(1).first().asString().contains("committed undone");
    assertThat(page.texts("p"))
        .contains("undone The run was taken back afterwards: 898 rows removed.");
  }

  @Test
  void the_head_names_who_when_and_the_servers() {
    PageCheck page = page(session());

    assertThat(page.texts("h1")).containsExactly("Session of 2026-11-20 08:15:30");
    assertThat(page.fact("Made")).containsExactly("2026-11-20 08:25:30 Z");
    assertThat(page.fact("By")).containsExactly("annie");
    assertThat(page.fact("With")).containsExactly("linkspan 1.0.0");
    assertThat(page.fact("Inputs")).containsExactly("9, 3 failed");
    assertThat(page.table("Servers"))
        .containsExactly(
            "archive | source | app_user@db1:5432/user_data_archive | PostgreSQL 15.18, read only",
            "main | target | app_user@db2:5432/user_data_main | connection lost");
  }

  @Test
  void a_run_has_its_receipt_its_skipped_rows_by_key_and_its_course() {
    PageCheck page = PageCheck.of(SessionPage.ofLastRun(PageSamples.head(), session(), t -> t));

    assertThat(page.texts("h1"))
        .containsExactly("Run 7: archive:public.archived_users → main:public.users");
    assertThat(page.table("Rows"))
        .containsExactly(
            "read | 1,000 |",
            "inserted | 900 |",
            "skipped | 80 | by a key, see below",
            "duplicates | 20 | dropped by DISTINCT");
    assertThat(page.table("Skipped rows by key"))
        .containsExactly(
            "users_username_key | 70 | 88 % | a row that was on the target already",
            "users_email_idx | 8 | 10 % | an earlier row of the copy",
            "a key that could not be told | 2 | 3 % |");
    assertThat(page.table("Rows over time"))
        .containsExactly(
            "0.0 ms | 0 | 0 | 0",
            "3.0 s | 250 | 250 | 0",
            "6.0 s | 500 | 250 | 250",
            "9.0 s | 750 | 500 | 250",
            "12.0 s | 1,000 | 500 | 250");
    assertThat(page.table("Verification"))
        .containsExactly(
            "compared | 1,000 | by users_username_key", "equal | 995 |", "differ | 5 | in email 5");
  }

  @Test
  void a_plan_that_was_not_run_is_told_with_what_was_found() {
    PageCheck page = page(session().subList(0, 1));

    assertThat(page.texts("h3"))
        .containsExactly("What goes where", "The statement, part by part", "What was found");
    assertThat(page.table("Mapping"))
        .containsExactly(
            "username varchar(50) | the value in the other type | username text | unique, not null",
            "email text | lower(email) | email text | unique, not null",
            "created_at timestamptz | now() |  | not null");
    assertThat(page.texts("li"))
        .last()
        .isEqualTo(
            "warning column \"<i>a\" may be NULL null-into-not-null"
                + "CauseThe first NULL stops the copy (SQLSTATE 23502), and no conflict rule skips it."
                + "Curemap a = 'x & y'");
  }

  @Test
  void a_session_of_nothing_is_a_page_too() {
    PageCheck page = page(List.of());

    assertThat(page.texts("h1")).containsExactly("Session");
    assertThat(page.texts("p")).containsExactly("Nothing was planned or run in this session.");
    assertThatThrownBy(() -> SessionPage.ofLastRun(PageSamples.head(), List.of(), t -> t))
        .isInstanceOf(UserException.class)
        .hasMessage("nothing was run in this session yet");
  }

  @Test
  void the_frame_lets_nothing_in() {
    String html = SessionPage.of(PageSamples.head(), session(), 0, UnaryOperator.identity());

    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;"
                + " style-src &#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;;"
                + " form-action &#39;none&#39;\"/>")
        .doesNotContain("<script", "<i>a");
  }
}
