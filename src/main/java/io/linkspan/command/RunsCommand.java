package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.journal.JournaledRun;
import io.linkspan.report.RunScreen;
import io.linkspan.report.RunsScreen;
import io.linkspan.session.Fact;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@code runs} and {@code runs N}: the journal of runs, kept in the target. */
final class RunsCommand implements Command {
  private static final int LATEST = 20;

  private final Workspace workspace;

  RunsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("runs"),
        List.of("runs [RUN]"),
        "the latest runs that the target keeps, or one of them whole",
        "They are kept in the target's database, in schema linkspan, whoever made them and from"
            + " wherever. A run is interrupted where it ended before all was copied.",
        List.of("runs", "runs 1"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Optional<Long> number = RunNumber.parse(invocation.tokens());
    OpenConnection target = workspace.connections().targetOr(Optional.empty());
    ZoneId zone = ZoneId.systemDefault();
    if (number.isPresent()) {
      JournaledRun run = RunNumber.find(target, number, kept -> Optional.empty(), "");
      return told(List.of(run), new Outcome.Shown(RunScreen.of(run, zone, invocation.page())));
    }
    List<JournaledRun> runs =
        KeptRuns.read(target, journal -> journal.latest(LATEST)).orElse(List.of());
    return told(
        runs,
        runs.isEmpty()
            ? Outcome.line(
                "No run is kept in database \"%s\" of \"%s\" yet."
                    .formatted(target.settings().database(), target.name()))
            : new Outcome.Shown(RunsScreen.of(runs, zone, invocation.page())));
  }

  private static Outcome told(List<JournaledRun> runs, Outcome shown) {
    return new Outcome.Told(new Fact.Journaled(runs), shown);
  }
}
