package io.linkspan.journal;

import io.linkspan.connection.Session;
import io.linkspan.connection.TestSessions;
import io.linkspan.plan.Batch;
import io.linkspan.sandbox.Access;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs for tests, and sessions to write them with. */
public final class JournalSamples {
  private JournalSamples() {}

  /** A session, for the caller to close. */
  public static Session session(Access access) {
    String url =
        "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + access.database();
    return TestSessions.open(url, access.login().user(), access.login().password());
  }

  /** A run into a table, as it is when it begins. */
  public static RunEntry entry(String into, String targetFiles, boolean clean) {
    return new RunEntry(
        "archive",
        "ann@db1:5432/user_data_archive",
        "public.archived_users",
        "main",
        into,
        "archive:public.archived_users -> main:" + into + " where id < 100",
        "INSERT INTO " + into + " (id)\nSELECT id\nFROM dblink.dblink('x', $r$SELECT 1$r$)",
        "whole",
        Optional.empty(),
        "",
        targetFiles,
        clean);
  }

  /** The same entry, divided otherwise. */
  public static RunEntry divided(RunEntry entry, String division) {
    return new RunEntry(
        entry.source(),
        entry.sourceDatabase(),
        entry.reading(),
        entry.target(),
        entry.into(),
        entry.request(),
        entry.statement(),
        division,
        Optional.of("731:731:"),
        entry.sourceFiles(),
        entry.targetFiles(),
        entry.clean());
  }

  /** A finished run of one batch. */
  public static JournaledRun finished(long number, BatchCounts counts) {
    return new JournaledRun(
        number,
        entry("public.users", "", true),
        RunState.FINISHED,
        "app_user",
        Instant.parse("2026-11-20T08:15:30Z"),
        Optional.of(Instant.parse("2026-11-20T08:15:42Z")),
        1,
        1,
        counts,
        0);
  }

  /** Batches that are still to be copied, numbered from 1. */
  public static List<JournaledBatch> batches(Batch... batches) {
    List<JournaledBatch> all = new java.util.ArrayList<>();
    for (Batch each : batches) {
      all.add(new JournaledBatch(all.size() + 1, each, Optional.empty(), BatchCounts.NONE));
    }
    return all;
  }
}
