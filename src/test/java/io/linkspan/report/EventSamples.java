package io.linkspan.report;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.connection.ColumnHead;
import io.linkspan.doctor.Diagnosis;
import io.linkspan.doctor.Mark;
import io.linkspan.doctor.Observation;
import io.linkspan.doctor.Remark;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunEntry;
import io.linkspan.journal.RunState;
import io.linkspan.misfit.Misfit;
import io.linkspan.misfit.MisfitGroup;
import io.linkspan.misfit.Misfits;
import io.linkspan.misfit.Probe;
import io.linkspan.misfit.RowIdentity;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.run.Progress;
import io.linkspan.run.Receipt;
import io.linkspan.session.Fact;
import io.linkspan.statement.StatementWriter;
import io.linkspan.undo.Undone;
import io.linkspan.verify.RowGroup;
import io.linkspan.verify.RowSample;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An event of every kind, for tests and the page of events. */
public final class EventSamples {
  private static final CopyPlan PLAN = PlanSamples.story();
  private static final SessionEvents.Place PLACE =
      new SessionEvents.Place(Optional.of("nightly.lks"), OptionalInt.of(4));

  private EventSamples() {}

  /** A plan with a warning. */
  public static Planned planned() {
    return new Planned(
        PLAN,
        StatementWriter.write(PLAN, "linkspan_archive"),
        List.of(
            Finding.warning(
                CheckId.NULL_INTO_NOT_NULL,
                "column \"username\" is NOT NULL, and the source has NULLs",
                "where username is not null")));
  }

  /** A run's receipt. */
  public static Fact.Ran ran() {
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
                new Receipt.SkippedBy("users_email_idx", Receipt.Clash.SOURCE, 998)),
            OptionalLong.empty(),
            List.of(new Receipt.SequenceMoved("public.users_id_seq", OptionalLong.of(1_000_000))),
            Duration.ofMillis(12_500),
            new Receipt.Pieces(OptionalLong.of(7), 20, 4, 1, Optional.empty()));
    return new Fact.Ran(planned(), receipt, List.of());
  }

  /** A comparison that found a row that differs. */
  public static Fact.Verified verified() {
    Verification found =
        new Verification(
            Comparison.of(PLAN),
            OptionalLong.of(7),
            false,
            1_000_000,
            List.of(
                new RowGroup(
                    Verdict.DIFFERS,
                    "",
                    1,
                    List.of(
                        new RowSample(
                            List.of("'ann'"),
                            List.of("email"),
                            List.of("'a@x'"),
                            List.of("NULL")))),
                new RowGroup(Verdict.SKIPPED_ON_TARGET, "users_username_key", 10, List.of())),
            Map.of("email", 1L),
            Duration.ofMillis(2_500));
    return new Fact.Verified(PLAN, found);
  }

  /** An error of the source's server. */
  public static Fact.Failed failed() {
    return new Fact.Failed(
        UserException.Kind.SERVER,
        new ErrorFields(
                "permission denied for table orders",
                Optional.of(new SqlState("42501")),
                Optional.empty(),
                Optional.empty(),
                Optional.of("SQL statement \"SELECT 1\""),
                15)
            .withExplanation(
                new Explanation(
                    "Role \"app_user\" lacks SELECT on archive.",
                    "On archive: GRANT SELECT ON orders TO app_user;")),
        Optional.of("main"));
  }

  private static JournaledRun run() {
    return new JournaledRun(
        7,
        new RunEntry(
            "archive",
            "app_user@db1:5432/user_data_archive",
            "public.archived_users",
            "main",
            "public.users",
            "archive:archived_users -> main:users",
            "INSERT …",
            "pages 2137",
            Optional.empty(),
            "",
            "",
            true),
        RunState.FINISHED,
        "app_user",
        Instant.parse("2026-01-01T12:00:00Z"),
        Optional.of(Instant.parse("2026-01-01T12:00:12Z")),
        20,
        20,
        new BatchCounts(1_000_000, 0, 950_002, 0, 49_998, 0),
        0);
  }

  private static Fact.Tried tried() {
    Probe probe =
        new Probe(
            Probe.Kind.ASSIGN,
            new Identifier("amount"),
            Optional.empty(),
            List.of(new Identifier("amount")),
            true);
    Misfit row =
        new Misfit(
            List.of("12"),
            12,
            List.of(Optional.of("n/a")),
            "invalid input syntax for type numeric: \"n/a\"",
            Optional.empty());
    return new Fact.Tried(
        PLAN,
        new Misfits(
            new RowIdentity(RowIdentity.Kind.KEY, List.of(new Identifier("id"))),
            false,
            1_200,
            3,
            List.of(
                new MisfitGroup(probe, new SqlState("22P02"), Optional.empty(), 3, List.of(row))),
            List.of(),
            Optional.empty()),
        List.of("map amount = nullif(amount, 'n/a')::numeric"));
  }

  private static Fact.Examined examined() {
    Remark remark =
        new Remark(
            Finding.Severity.WARNING,
            ErrorFields.of("statement_timeout is 30 s")
                .withExplanation(
                    new Explanation(
                        "A copy that takes longer is canceled.", "set statement_timeout = 0;")));
    Observation ok =
        new Observation(Mark.OK, "reach", "db1:5432, PostgreSQL 15.18, in 1.2 ms", List.of());
    Observation warned =
        new Observation(Mark.WARNING, "timeouts", "statement_timeout 30 s", List.of(remark));
    return new Fact.Examined(
        new Diagnosis(List.of(new Diagnosis.Part("shell -> archive", List.of(ok, warned))), true));
  }

  private static Progress progress() {
    return new Progress(
        "run 7",
        OptionalLong.of(7),
        150_000,
        OptionalLong.of(1_000_000),
        3,
        OptionalInt.of(20),
        Duration.ofSeconds(2),
        List.of(new Progress.Worker(1, "batch 4 of archived_users, pages 6411 to 8547", 150_000)));
  }

  private static String rows(int which) {
    List<String> events = new ArrayList<>();
    EventRows rows = new EventRows("select 1", events::add);
    rows.columns(
        List.of(
            new ColumnHead("id", "int8"),
            new ColumnHead("name", "text"),
            new ColumnHead("active", "bool"),
            new ColumnHead("more", "json")));
    rows.row(
        List.of(
            Optional.of("1"), Optional.of("Anna"), Optional.of("t"), Optional.of("{\"a\":\n 1}")));
    rows.endOfRows(1);
    return events.get(which);
  }

  private static String of(Fact fact) {
    return FactEvents.of(fact).orElseThrow();
  }

  /** One of each, in the order in which they are explained. */
  public static List<String> all() {
    return List.of(
        SessionEvents.start("1.0"),
        SessionEvents.input(3, "run", PLACE),
        SessionEvents.done(3, 0, Duration.ofMillis(12_512)),
        SessionEvents.text(List.of(Line.of("Data moves archive -> main."))),
        of(new Fact.Made(planned())),
        ProgressEvents.progress(progress()),
        ProgressEvents.remark("batch 4 is tried again: deadlock detected"),
        of(ran()),
        of(new Fact.Expected("inserted", "=", "900000", "900000", true)),
        of(verified()),
        of(
            new Fact.Conflicted(
                PLAN,
                List.of("username", "email"),
                List.of(
                    new Fact.Clashes(
                        "users_username_key",
                        true,
                        "be skipped",
                        300,
                        List.of(List.of(Optional.of("ann"), Optional.empty())))))),
        of(tried()),
        of(examined()),
        of(new Fact.Journaled(List.of(run()))),
        of(new Fact.TakenBack(new Undone(run(), 950_000, 949_990))),
        rows(0),
        rows(1),
        rows(2),
        SessionEvents.notice(
            ErrorFields.of("relation \"users\" already exists, skipping")
                .withSqlState(new SqlState("42P07"))),
        SessionEvents.error(failed(), 4, PLACE),
        SessionEvents.end(OptionalInt.of(4), Duration.ofSeconds(13)));
  }
}
