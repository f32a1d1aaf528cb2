package io.linkspan.check;

import io.linkspan.pg.SqlState;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.List;

/**
 * Source and target are one table, under whatever connections: rows are copied onto themselves, and
 * a truncate waits for its own read for ever.
 */
final class CopyOntoItself implements PlanCheck {
  private static final SqlState LOCK_NOT_AVAILABLE = new SqlState("55P03");

  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!oneDatabase(plan)) {
      return List.of();
    }
    if (!(plan.reading() instanceof Reading.OfTable of)) {
      return plan.truncate() ? List.of(ofQuery(plan)) : List.of();
    }
    if (!of.table().name().equals(plan.into().name())) {
      return List.of();
    }
    Finding finding =
        plan.truncate()
            ? Finding.error(
                CheckId.COPY_ONTO_ITSELF,
                "the copy empties \"%s\" and reads it through dblink, which waits for its own lock (SQLSTATE 55P03)"
                    .formatted(plan.into().name()),
                "Copy without it: truncate off")
            : Finding.warning(
                CheckId.COPY_ONTO_ITSELF,
                "\"%s\" is copied onto itself".formatted(plan.into().name()),
                "Name another target: plan copy … -> TARGET");
    return List.of(sameName(plan) ? finding : finding.withDetail(oneDatabaseText(plan)));
  }

  private Finding ofQuery(CopyPlan plan) {
    Finding finding =
        Finding.warning(
            CheckId.COPY_ONTO_ITSELF,
            "the copy empties \"%s\" and reads the same database: a query that reads that table waits for its own lock"
                .formatted(plan.into().name()),
            "Copy without it: truncate off");
    return new Finding(
            CheckId.COPY_ONTO_ITSELF,
            finding.severity(),
            finding.fields().withSqlState(LOCK_NOT_AVAILABLE))
        .withDetail(oneDatabaseText(plan));
  }

  private static boolean sameName(CopyPlan plan) {
    return plan.source().connection().equals(plan.target().connection());
  }

  private static boolean oneDatabase(CopyPlan plan) {
    return sameName(plan)
        || plan.source()
            .server()
            .state()
            .identity()
            .equals(plan.target().server().state().identity());
  }

  private static String oneDatabaseText(CopyPlan plan) {
    return "Connections \"%s\" and \"%s\" lead to one database."
        .formatted(plan.source().connection(), plan.target().connection());
  }
}
