package io.linkspan.run;

import io.linkspan.catalog.Key;
import io.linkspan.connection.Link;
import io.linkspan.connection.Row;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.Batch;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.ConflictsQuery;
import io.linkspan.statement.SkippedCounts;
import java.util.List;
import java.util.Optional;

/**
 * Tells by which key rows were skipped. Where only one key can have done it, no server is asked;
 * else the source is read once more, in the same snapshot.
 */
final class SkippedKeys {
  private SkippedKeys() {}

  static List<Receipt.SkippedBy> count(
      CopyPlan plan, Batch batch, long skipped, Link link, Session session) {
    if (skipped == 0) {
      return List.of();
    }
    List<Key> keys = plan.keysAtRisk();
    Optional<Key> arbiter = arbiter(plan);
    if (arbiter.isPresent() || keys.size() == 1) {
      Key key = arbiter.orElseGet(() -> keys.get(0));
      return List.of(new Receipt.SkippedBy(key.name().name(), Receipt.Clash.EITHER, skipped));
    }
    if (keys.isEmpty()) {
      return List.of();
    }
    session.execute("SAVEPOINT linkspan_keys");
    try {
      List<Receipt.SkippedBy> told = asked(plan, batch, skipped, link, session);
      return batch instanceof Batch.All ? told : ofBatch(told);
    } catch (ServerException e) {
      if (e.sqlState().equals(SqlState.QUERY_CANCELED) || session.isClosed()) {
        throw e;
      }
      // A role may insert what it may not read. The copy is done; only the keys stay untold.
      session.execute("ROLLBACK TO SAVEPOINT linkspan_keys");
      return List.of();
    }
  }

  private static List<Receipt.SkippedBy> asked(
      CopyPlan plan, Batch batch, long skipped, Link link, Session session) {
    Optional<String> quick =
        batch instanceof Batch.All ? Optional.empty() : SkippedCounts.of(plan, link.name(), batch);
    if (quick.isPresent()) {
      List<Receipt.SkippedBy> told = quick(plan, quick.orElseThrow(), session);
      if (rows(told) == skipped) {
        return told;
      }
    }
    return certain(
        session.rows(ConflictsQuery.counts(plan, link.name(), batch), SkippedKeys::skipped),
        skipped);
  }

  private static List<Receipt.SkippedBy> quick(CopyPlan plan, String sql, Session session) {
    List<Key> keys = SkippedCounts.keys(plan);
    return session
        .rows(
            sql,
            row ->
                row.optionalText("k")
                    .map(
                        k ->
                            new Receipt.SkippedBy(
                                keys.get(Integer.parseInt(k)).name().name(),
                                Receipt.Clash.EITHER,
                                row.number("total"))))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** What another batch of the run has inserted looks like any other row of the target. */
  private static List<Receipt.SkippedBy> ofBatch(List<Receipt.SkippedBy> told) {
    return told.stream()
        .map(by -> new Receipt.SkippedBy(by.key(), Receipt.Clash.EITHER, by.rows()))
        .toList();
  }

  /**
   * The query takes every earlier row for inserted; one that was skipped itself by another key
   * stands in nobody's way. Where so more rows were told than were skipped, only the clashes with
   * the target are certain.
   */
  private static List<Receipt.SkippedBy> certain(List<Receipt.SkippedBy> told, long skipped) {
    if (rows(told) <= skipped) {
      return told;
    }
    List<Receipt.SkippedBy> onTarget =
        told.stream().filter(by -> by.clash() == Receipt.Clash.TARGET).toList();
    return rows(onTarget) <= skipped ? onTarget : List.of();
  }

  private static long rows(List<Receipt.SkippedBy> told) {
    return told.stream().mapToLong(Receipt.SkippedBy::rows).sum();
  }

  private static Receipt.SkippedBy skipped(Row row) {
    Receipt.Clash clash =
        row.text("clash").equals("source") ? Receipt.Clash.SOURCE : Receipt.Clash.TARGET;
    return new Receipt.SkippedBy(row.text("key"), clash, row.number("total"));
  }

  private static Optional<Key> arbiter(CopyPlan plan) {
    if (plan.conflict() instanceof ConflictAction.Skip skip) {
      return skip.arbiter();
    }
    return plan.conflict() instanceof ConflictAction.Update update
        ? update.arbiter()
        : Optional.empty();
  }
}
