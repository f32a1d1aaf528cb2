package io.linkspan.page;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.pg.ServerVersion;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.run.Progress;
import io.linkspan.run.Receipt;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import io.linkspan.statement.StatementWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Sessions of the past for pure tests. */
final class PageSamples {
  static final Instant THEN = Instant.parse("2026-11-20T08:15:30Z");

  private PageSamples() {}

  static Head head() {
    return new Head(
        "annie",
        THEN.plusSeconds(600),
        ZoneOffset.UTC,
        "1.0.0",
        List.of(
            new Head.Server(
                "archive",
                "source",
                "app_user@db1:5432/user_data_archive",
                Optional.of(new ServerVersion(150018)),
                "read only"),
            new Head.Server(
                "main", "target", "app_user@db2:5432/user_data_main", Optional.empty(), "")));
  }

  static Planned planned(CopyPlan plan) {
    return new Planned(plan, StatementWriter.write(plan, "linkspan_archive"), List.of());
  }

  static Planned story() {
    Planned planned = planned(PlanSamples.story());
    return new Planned(
        planned.plan(),
        planned.statement(),
        List.of(
            Finding.warning(
                CheckId.NULL_INTO_NOT_NULL, "column \"<i>a\" may be NULL", "map a = 'x & y'")));
  }

  /** A run of 1,000 rows in 12 seconds by two workers. */
  static Fact.Ran ran(Planned planned, OptionalLong number) {
    Receipt receipt =
        new Receipt(
            number.isEmpty(),
            1_000,
            20,
            900,
            0,
            80,
            List.of(
                new Receipt.SkippedBy("users_username_key", Receipt.Clash.TARGET, 70),
                new Receipt.SkippedBy("users_email_idx", Receipt.Clash.SOURCE, 8)),
            OptionalLong.empty(),
            List.of(),
            Duration.ofSeconds(12),
            new Receipt.Pieces(number, 4, 2, 1, Optional.empty()));
    return new Fact.Ran(
        planned,
        receipt,
        List.of(moment(3, 250, 250, 0), moment(6, 500, 250, 250), moment(9, 750, 500, 250)));
  }

  private static Progress moment(int seconds, long rows, long first, long second) {
    return new Progress(
        "run 7",
        OptionalLong.of(7),
        rows,
        OptionalLong.empty(),
        (int) (rows / 250),
        OptionalInt.of(4),
        Duration.ofSeconds(seconds),
        List.of(new Progress.Worker(1, "batch", first), new Progress.Worker(2, "batch", second)));
  }

  static Step step(String text, boolean wentWell, Fact... facts) {
    return new Step(
        text, Optional.empty(), THEN, Duration.ofMillis(120), wentWell, false, List.of(facts));
  }
}
