package io.linkspan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.page.PageCheck;
import io.linkspan.testing.OnServers;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;

/** The pages that the transcript of {@code report} leaves behind. */
@OnServers
final class ReportIT {
  @Test
  void the_pages_of_a_real_session_tell_what_it_did(TestServers servers, TestDatabases databases)
      throws IOException {
    Transcript transcript = Transcript.read(Transcript.FOLDER.resolve("report.txt"));
    Stage stage = Stage.set(transcript, servers, databases);

    try (Play play = new Play(transcript, stage)) {
      transcript.inputs().forEach(play::type);
    }

    PageCheck session = PageCheck.of(Files.readString(stage.home().resolve("session.html")));
    assertThat(session.texts("h2"))
        .containsExactly(
            "Copies",
            "Run 1: archive:public.archived_users → main:public.users",
            "Errors",
            "What was typed");
    assertThat(session.table("Copies"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "Run 1 archive:public.archived_users → main:public.users | committed verified | 299 |"
                + " 281 | 0 | 18 | ");
    assertThat(session.table("Skipped rows by key"))
        .containsExactly("users_username_key | 18 | 100 % | a row that was on the target already");
    assertThat(session.texts("li")).anyMatch(text -> text.contains("\"<b>x</b>\""));
    PageCheck run = PageCheck.of(Files.readString(stage.home().resolve("run 1.html")));
    assertThat(run.fact("State")).containsExactly("finished");
    assertThat(run.table("Rows"))
        .containsExactly("read | 299 |", "inserted | 281 |", "skipped | 18 | by a key, see below");
    PageCheck.of(Files.readString(stage.home().resolve("run.html")));
    assertThat(Files.getPosixFilePermissions(stage.home().resolve("run.html")))
        .contains(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(stage.home().toFile().list()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void a_run_of_another_session_is_told_from_the_journal(
      TestServers servers, TestDatabases databases) throws IOException {
    Transcript transcript = Transcript.read(Transcript.FOLDER.resolve("report.txt"));
    Stage stage = Stage.set(transcript, servers, databases);
    try (Play before = new Play(transcript, stage)) {
      before.type("plan copy archived_users -> users (username, email, created_at) batch 100 rows");
      before.type("run");
    }

    try (Play play = new Play(transcript, stage)) {
      play.type("report run 1 to journal.html");
    }

    PageCheck page = PageCheck.of(Files.readString(stage.home().resolve("journal.html")));
    assertThat(page.texts("h3"))
        .containsExactly(
            "Receipt",
            "Skipped rows by key",
            "Rows over time",
            "What goes where",
            "The statement, part by part",
            "What was found");
    assertThat(page.fact("State")).containsExactly("finished");
    assertThat(page.table("Rows over time")).last().asString().endsWith("s | 1,200");
  }

  @Test
  void a_run_that_failed_is_told_with_why(TestServers servers, TestDatabases databases)
      throws IOException {
    Transcript transcript = Transcript.read(Transcript.FOLDER.resolve("report.txt"));
    Stage stage = Stage.set(transcript, servers, databases);

    try (Play play = new Play(transcript, stage)) {
      play.type("create table small (id integer check (id < 5));");
      play.type("plan copy archived_users -> small");
      play.type("run");
      play.type("report stopped.html");
    }

    PageCheck page = PageCheck.of(Files.readString(stage.home().resolve("stopped.html")));
    assertThat(page.table("Copies"))
        .containsExactly(
            "Run 1 archive:public.archived_users → main:public.small | failed | – | – | – | – | –");
    assertThat(page.texts("h3")).startsWith("How it ended");
  }
}
