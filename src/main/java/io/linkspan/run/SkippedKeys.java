package io.linkspan.run;

import io.linkspan.catalog.Key;
import io.linkspan.connection.Link;
import io.linkspan.connection.Session;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.ConflictsQuery;
import io.linkspan.statement.ConflictsQuery.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells by which key rows were skipped. Where only one key can have done it, no server is asked;
 * else the source is read once more, in the same snapshot.
 */
final class SkippedKeys {
  private SkippedKeys() {}

  static List<Receipt.SkippedBy> count(CopyPlan plan, long skipped, Link link, Session session) {
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
    List<Receipt.SkippedBy> found =
        new ArrayList<>(
            session.query(
                ConflictsQuery.of(plan, link.name(), Moment.WITHIN_THE_RUN, 1),
                row ->
                    new Receipt.SkippedBy(
                        row.text("key"),
                        row.text("clash").equals("source")
                            ? Receipt.Clash.SOURCE
                            : Receipt.Clash.TARGET,
                        row.number("total"))));
    return List.copyOf(found);
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
