package io.linkspan.check;

import io.linkspan.catalog.Partitioning;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A partitioned target that has no partition for some rows (23514), or whose partition key DO
 * UPDATE sets (0A000).
 */
final class PartitionKey implements PlanCheck {
  /** More bounds than these would hide the message. */
  private static final int SHOWN = 4;

  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    plan.into().partitioning().ifPresent(parts -> check(plan, parts, findings));
    return findings;
  }

  private static void check(CopyPlan plan, Partitioning parts, List<Finding> findings) {
    if (parts.bounds().isEmpty()) {
      findings.add(
          Finding.error(
              CheckId.PARTITION_KEY,
              "\"%s\" is partitioned and has no partition, so it takes no row (SQLSTATE 23514)"
                  .formatted(plan.into().name()),
              "Make one on %s: CREATE TABLE … PARTITION OF %s DEFAULT;"
                  .formatted(plan.target().connection(), plan.into().name().quoted())));
    } else if (!parts.takesAll()) {
      findings.add(noDefault(plan, parts));
    }
    if (plan.conflict() instanceof ConflictAction.Update update) {
      parts.columns().stream()
          .filter(update.updates()::contains)
          .map(name -> moved(plan, name))
          .forEach(findings::add);
    }
  }

  private static Finding noDefault(CopyPlan plan, Partitioning parts) {
    String bounds =
        String.join(
            "; ",
            parts.bounds().stream()
                .limit(SHOWN)
                .map(bound -> bound.replaceFirst("^FOR VALUES ", ""))
                .toList());
    int more = parts.bounds().size() - SHOWN;
    return Finding.note(
            CheckId.PARTITION_KEY,
            "\"%s\" has no default partition: a row that fits none of its partitions stops the copy (SQLSTATE 23514)"
                .formatted(plan.into().name()))
        .withDetail(
            "It is partitioned by %s, for values %s%s."
                .formatted(parts.key(), bounds, more > 0 ? "; and " + more + " more" : ""))
        .withHint("Leave such rows out: where CONDITION; no conflict rule skips them.");
  }

  private static Finding moved(CopyPlan plan, Identifier column) {
    return Finding.warning(
        CheckId.PARTITION_KEY,
        "DO UPDATE sets \"%s\", which \"%s\" is partitioned by: a row that would move to another partition stops the copy (SQLSTATE 0A000)"
            .formatted(column.name(), plan.into().name()),
        "Leave %s out of SET.".formatted(column.quoted()));
  }
}
