package io.linkspan.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.BackendFacts;
import io.linkspan.catalog.ConnectionRoom.Limit;
import io.linkspan.catalog.DatabaseIdentity;
import io.linkspan.catalog.ManagedService;
import io.linkspan.catalog.StandbyFacts;
import io.linkspan.check.Finding.Severity;
import io.linkspan.doctor.PoolerLine.Pooling;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.ServerVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor makes of facts that no test server has. */
final class LinesTest {
  private static String text(List<Remark> findings) {
    StringBuilder text = new StringBuilder();
    for (Remark finding : findings) {
      Explanation why = finding.fields().explanation().orElseThrow();
      text.append(
          "%s: %s\nCAUSE: %s\nNEXT: %s\n"
              .formatted(finding.severity(), finding.fields().message(), why.cause(), why.next()));
    }
    return text.toString();
  }

  private static BackendFacts backend(Optional<String> tls, boolean oneMachine) {
    return new BackendFacts(
        new BackendFacts.ServerProcess(1234, "0002"),
        Duration.ZERO,
        tls,
        oneMachine,
        new Identifier("app_user"),
        false,
        "UTF8",
        "UTC",
        new DatabaseIdentity("0001", "5432", 5));
  }

  @Test
  void a_server_older_than_13_is_told_with_what_it_lacks() {
    assertThat(text(ServerLines.version("main", new ServerVersion(120022), true)))
        .isEqualTo(
            """
            WARNING: "main" is PostgreSQL 12.22; linkspan is made for 13 to 18
            CAUSE: The journal, runs in batches and undo need full transaction ids (pg_current_xact_id), which came in 13.
            NEXT: run without journal
            """);
    assertThat(text(ServerLines.version("old", new ServerVersion(90624), false)))
        .contains("pg_current_snapshot")
        .endsWith("NEXT: batch off\n");
  }

  @ParameterizedTest
  @CsvSource({"130001", "150018", "180006"})
  void a_version_from_13_to_18_is_as_it_should_be(int number) {
    assertThat(ServerLines.version("main", new ServerVersion(number), true)).isEmpty();
  }

  @Test
  void a_newer_server_is_a_note() {
    assertThat(ServerLines.version("main", new ServerVersion(190000), true))
        .extracting(Remark::severity)
        .containsExactly(Severity.NOTE);
  }

  @Test
  void a_standby_that_does_not_wait_for_readers_is_a_note() {
    assertThat(text(ServerLines.standby("replica", new StandbyFacts(false, "30s"))))
        .isEqualTo(
            """
            NOTE: replay on standby "replica" may end a long copy (SQLSTATE 40001)
            CAUSE: hot_standby_feedback is off and max_standby_streaming_delay is 30s there: rows that the primary vacuums away are kept no longer for a reader.
            NEXT: On replica, its administrator: ALTER SYSTEM SET hot_standby_feedback = on; SELECT pg_reload_conf();
            Or copy in smaller pieces: batch 100000
            """);
    assertThat(ServerLines.standby("replica", new StandbyFacts(true, "-1"))).isEmpty();
  }

  @Test
  void a_connection_over_the_network_without_tls_is_a_warning() {
    Observation bare =
        EncryptionLine.of(
            "main",
            "archive",
            backend(Optional.empty(), false),
            Optional.empty(),
            "connect archive");

    assertThat(bare.mark()).isEqualTo(Mark.WARNING);
    assertThat(text(bare.findings()))
        .isEqualTo(
            """
            WARNING: the connection from main to "archive" is not encrypted
            CAUSE: Whoever is on the network between them reads the rows.
            NEXT: connect archive … sslmode=verify-full
            """);
    assertThat(
            EncryptionLine.of(
                "main",
                "archive",
                backend(Optional.of("TLSv1.3"), false),
                Optional.empty(),
                "connect archive"))
        .isEqualTo(Observation.ok("encryption", "TLSv1.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "10 | NONE | ",
        "5 | NOTE | workers 3",
        "2 | NOTE | batch off",
        "0 | WARNING | Close other sessions of main, or have the limit raised.",
      })
  void what_a_copy_may_still_do_with_few_connections_is_told(
      int free, String severity, String next) {
    List<Remark> findings =
        ServerLines.connections("main", new Limit("max_connections", 97, 97 - free), true);

    assertThat(findings.stream().map(f -> f.severity().name()).findFirst().orElse("NONE"))
        .isEqualTo(severity);
    assertThat(
            findings.stream()
                .map(f -> f.fields().explanation().orElseThrow().next())
                .findFirst()
                .orElse(null))
        .isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF8, UTF8, 0",
    "LATIN1, UTF8, 0",
    "UTF8, LATIN1, 1",
    "SQL_ASCII, UTF8, 1",
    "SQL_ASCII, SQL_ASCII, 0",
    "UTF8, SQL_ASCII, 1"
  })
  void encodings_that_may_end_a_copy_are_told(String from, String to, int count) {
    assertThat(LinkLines.encodings(from, to)).hasSize(count);
  }

  @Test
  void a_pooler_that_shares_server_processes_is_no_way_to_the_target() {
    assertThat(text(PoolerLine.findings(Pooling.OF_TRANSACTIONS, true, "main", Optional.empty())))
        .isEqualTo(
            """
            ERROR: the pooler before "main" gives one server process to several sessions
            CAUSE: In transaction mode a link and the settings of a session do not stay with it.
            NEXT: connect main … with host and port of the server itself
            """);
    assertThat(PoolerLine.findings(Pooling.OF_SESSIONS, true, "main", Optional.empty())).isEmpty();
    assertThat(PoolerLine.findings(Pooling.NONE, true, "main", Optional.empty())).isEmpty();
  }

  @Test
  void on_a_managed_service_the_direct_address_is_told_in_its_own_words() {
    assertThat(
            text(
                PoolerLine.findings(
                    Pooling.OF_TRANSACTIONS, false, "a", Optional.of(ManagedService.NEON))))
        .endsWith("NEXT: connect a … with the host's name without -pooler\n");
    assertThat(PoolerLine.link(Pooling.OF_TRANSACTIONS, "a", Optional.of(ManagedService.SUPABASE)))
        .satisfies(
            line ->
                assertThat(text(line.findings()))
                    .contains("with the direct host, or the session pooler on port 5432"));
  }
}
