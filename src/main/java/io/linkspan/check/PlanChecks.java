package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import java.util.List;

/** All checks that a plan alone is enough for. */
final class PlanChecks {
  private static final List<PlanCheck> ALL =
      List.of(
          new DblinkExtensionState(),
          new UnfitTarget(),
          new UnknownName(),
          new NullIntoNotNull(),
          new LikelyRename(),
          new MissingRight(),
          new LossyPair(),
          new DistinctWithoutEquality(),
          new NullsAsOne(),
          new NoKeyForConflictRule(),
          new NullKeys(),
          new DeferrableKey(),
          new ExclusionKey(),
          new KeyTwiceInSource(),
          new NumbersCopied(),
          new OrderedByOutput(),
          new ForeignKeysAhead(),
          new PartitionKey(),
          new RulesAndTriggers(),
          new RowSecurityActive(),
          new InheritedRows(),
          new CopyOntoItself(),
          new StatementTimeout(),
          new TempFileLimit(),
          new TooFewConnections(),
          new ShadowedCatalog(),
          new UnsafeDivision(),
          new NoJournal());

  private PlanChecks() {}

  static List<Finding> check(CopyPlan plan) {
    return ALL.stream().flatMap(check -> check.check(plan).stream()).toList();
  }
}
