package io.linkspan.verify;

import io.linkspan.connection.Link;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledBatch;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.RunRows;
import io.linkspan.statement.StatementWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the journal knows of a copy: all its runs together, for a second run of the same copy leaves
 * the rows of the first one standing.
 *
 * @param run the number of the latest run, or of the one that was asked for
 * @param unfinished whether that run was interrupted, so that rows of it are still to come
 * @param rows what they wrote; empty where none of their transactions is known
 */
public record CopiedBefore(long run, boolean unfinished, Optional<RunRows> rows) {
  /** Runs that are looked through. */
  private static final int MOST = 1_000;

  /** The latest run of that copy, where the journal has one. */
  public static Optional<CopiedBefore> latest(Journal journal, CopyPlan plan) {
    return journal.latest(MOST).stream()
        .filter(run -> isOf(run, plan))
        .findFirst()
        .map(run -> of(journal, run, plan));
  }

  /** That run. */
  public static CopiedBefore of(Journal journal, JournaledRun run, CopyPlan plan) {
    List<String> last = xids(journal, run);
    Set<String> xids = new LinkedHashSet<>(last);
    for (JournaledRun each : journal.latest(MOST)) {
      if (each.number() == run.number() || isOf(each, plan)) {
        xids.addAll(xids(journal, each));
      }
    }
    return new CopiedBefore(
        run.number(),
        run.state() == RunState.INTERRUPTED,
        xids.isEmpty() ? Optional.empty() : Optional.of(new RunRows(List.copyOf(xids), last)));
  }

  private static List<String> xids(Journal journal, JournaledRun run) {
    return journal.batches(run.number()).stream()
        .map(JournaledBatch::xid)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Runs of one copy have one statement, however they are cut into batches. */
  private static boolean isOf(JournaledRun run, CopyPlan plan) {
    String link = Link.nameFor(plan.source().connection());
    return run.state() != RunState.UNDONE
        && run.entry()
            .statement()
            .equals(StatementWriter.write(plan, link, new Batch.All()).insert());
  }
}
