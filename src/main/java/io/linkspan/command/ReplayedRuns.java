package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.RequestText;
import io.linkspan.run.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a script that goes on has to know of the runs before it was interrupted. */
public final class ReplayedRuns {
  /** Runs that are looked through for the one that a script began. */
  private static final int LATEST = 100;

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int PAUSES = 50;

  private final Workspace workspace;

  ReplayedRuns(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What became of a run, and what is to be carried out now. */
  public sealed interface Fate {
    /** Nothing of it is there: it is run. */
    record Anew() implements Fate {}

    /** Part of it is there. */
    record Interrupted(long run) implements Fate {}

    /** All of it is there. */
    record Done(long run) implements Fate {}

    /** It is not in the journal by intention, so nobody knows. */
    record Unknown() implements Fate {}
  }

  /** The number of the latest run in the journal of the plan's target; 0 where there is none. */
  public long latest() {
    try {
      return runs(1).stream().findFirst().map(JournaledRun::number).orElse(0L);
    } catch (UserException e) {
      // The run itself will tell what is wrong.
      return 0;
    }
  }

  private List<JournaledRun> runs(int most) {
    return target()
        .flatMap(target -> KeptRuns.read(target, journal -> journal.latest(most)))
        .orElse(List.of());
  }

  private Optional<OpenConnection> target() {
    return workspace
        .plan()
        .current()
        .map(planned -> workspace.connections().named(planned.plan().target().connection()));
  }

  /** What became of a run of that number. */
  public Fate fate(long number) {
    return settled(
        () ->
            target()
                .flatMap(target -> KeptRuns.read(target, journal -> journal.run(number)))
                .flatMap(run -> run));
  }

  /** Waits for a server to notice that the shell of the run has gone. */
  private static Fate settled(Supplier<Optional<JournaledRun>> reading) {
    Optional<JournaledRun> run = reading.get();
    for (int i = 0; i < PAUSES && run.filter(r -> r.state() == RunState.RUNNING).isPresent(); i++) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      run = reading.get();
    }
    return run.map(ReplayedRuns::fate).orElseGet(Fate.Anew::new);
  }

  /** Whether part of a run that was begun after that one is there. */
  public boolean isLeft(long after) {
    try {
      return target()
          .flatMap(target -> KeptRuns.read(target, Journal::latestInterrupted))
          .flatMap(run -> run)
          .filter(run -> run.number() > after)
          .isPresent();
    } catch (UserException e) {
      // A journal that cannot be read now may have it.
      return true;
    }
  }

  /** Whether a transaction is open that a script has to end. */
  public boolean transactionOpen() {
    return !inTransaction().isEmpty();
  }

  /** The names of the connections with a transaction that is open or has failed. */
  public List<String> inTransaction() {
    return Sessions.of(workspace.connections()).begun().keySet().stream().sorted().toList();
  }

  /** Whether one is open on the connection that the input's SQL goes to; a run has its own. */
  public boolean transactionOpen(String typed) {
    if (!(Input.of(typed) instanceof Input.OfSql sql)) {
      return false;
    }
    String name = sql.connection().orElse(Sessions.of(workspace.connections()).taking());
    return Sessions.of(workspace.connections()).begun().containsKey(name);
  }

  /** Whether a connection was lost; asks each server that seems to be there. */
  public boolean connectionLost() {
    return workspace.connections().all().stream().anyMatch(ReplayedRuns::isLost);
  }

  private static boolean isLost(OpenConnection open) {
    if (open.isLost()) {
      return true;
    }
    try {
      if (open.session().transactionStatus() == TransactionStatus.IDLE) {
        open.session().text("select 1");
      }
      return open.isLost();
    } catch (UserException e) {
      return true;
    }
  }

  /** The variables with their values, those left out that hold a secret. */
  public Map<String, String> variables() {
    Map<String, String> open = new TreeMap<>(workspace.variables());
    open.keySet().removeIf(SecretMask::isSecretName);
    return open;
  }

  /** The number that the last run has in the journal. */
  public OptionalLong last() {
    return workspace
        .receipt()
        .map(receipt -> receipt.pieces().run())
        .orElseGet(OptionalLong::empty);
  }

  /**
   * What became of the run of the plan in hand that was begun after another one.
   *
   * @param after the number of the latest run before it
   * @throws UserException where it is running, or was undone
   */
  public Fate fate(String typed, long after) {
    boolean unknown =
        Input.of(typed) instanceof Input.OfCommand command
            && command.rest().toLowerCase(Locale.ROOT).contains("without");
    if (unknown) {
      return new Fate.Unknown();
    }
    CopyPlan plan = workspace.plan().require().plan();
    String request =
        RequestText.of(plan.request(), plan.source().connection(), plan.target().connection());
    return settled(
        () ->
            runs(LATEST).stream()
                .filter(run -> run.number() > after && run.entry().request().equals(request))
                .reduce((later, earlier) -> earlier));
  }

  private static Fate fate(JournaledRun run) {
    return switch (run.state()) {
      case FINISHED -> new Fate.Done(run.number());
      case INTERRUPTED -> new Fate.Interrupted(run.number());
      case RUNNING -> throw refused(run, "is running", "Wait for its end: runs " + run.number());
      case UNDONE ->
          throw refused(
              run, "was taken back", "Replay the script from its begin: replay FILE fresh");
    };
  }

  private static UserException refused(JournaledRun run, String state, String hint) {
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of("run %d, which the script began, %s".formatted(run.number(), state))
            .withHint(hint));
  }

  /** Takes a run of the journal for the last one, so that its receipt can be expected of. */
  public void restore(String connection, long number) {
    workspace.connections().all().stream()
        .filter(open -> open.name().equals(connection))
        .findFirst()
        .flatMap(open -> KeptRuns.read(open, journal -> receipt(journal, number)))
        .flatMap(receipt -> receipt)
        .ifPresent(workspace::keep);
  }

  /** The name of the connection that the plan in hand writes to; empty without a plan. */
  public String targetName() {
    return target().map(OpenConnection::name).orElse("");
  }

  private static Optional<Receipt> receipt(Journal journal, long number) {
    return journal
        .run(number)
        .filter(run -> run.state() == RunState.FINISHED)
        .map(run -> receipt(journal, run));
  }

  private static Receipt receipt(Journal journal, JournaledRun run) {
    BatchCounts counts = run.counts();
    List<Receipt.SkippedBy> skipped =
        journal.skippedBy(run.number()).entrySet().stream()
            .map(
                each -> new Receipt.SkippedBy(each.getKey(), Receipt.Clash.EITHER, each.getValue()))
            .toList();
    Duration took =
        run.ended().map(end -> Duration.between(run.begun(), end)).orElse(Duration.ZERO);
    return new Receipt(
        false,
        counts.read(),
        counts.duplicates(),
        counts.inserted(),
        counts.updated(),
        counts.skipped(),
        skipped,
        OptionalLong.of(counts.dropped()),
        List.of(),
        took,
        new Receipt.Pieces(OptionalLong.of(run.number()), run.batches(), 1, 0, Optional.empty()));
  }
}
