package io.linkspan.check;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.plan.Reading;
import java.util.List;
import java.util.OptionalLong;

/**
 * One statement that keeps all rows at once, and a target that lets it put fewer bytes into
 * temporary files.
 */
final class TempFileLimit implements PlanCheck {
  private static final SqlState LIMIT_EXCEEDED = new SqlState("53400");

  @Override
  public List<Finding> check(CopyPlan plan) {
    OptionalLong limit = plan.target().server().state().tempFileLimit();
    if (limit.isEmpty()
        || plan.where().isPresent()
        || !(plan.howItRuns().division() instanceof Division.Whole)
        || !(plan.reading() instanceof Reading.OfTable of)) {
      return List.of();
    }
    long bytes = of.table().unpackedBytes();
    if (bytes <= plan.target().server().workMem() || bytes <= limit.getAsLong()) {
      return List.of();
    }
    return List.of(
        new Finding(
            CheckId.TEMP_FILE_LIMIT,
            Finding.Severity.WARNING,
            ErrorFields.of(
                    "the rows may take %s of temporary files, and temp_file_limit on \"%s\" is %s"
                        .formatted(
                            Megabytes.text(bytes),
                            plan.target().connection(),
                            Megabytes.text(limit.getAsLong())))
                .withSqlState(LIMIT_EXCEEDED)
                .withDetail(
                    "dblink keeps all rows of one statement before the first is inserted; it runs so because "
                        + plan.howItRuns().reason()
                        + ".")
                .withHint(
                    "Copy fewer rows at a time: batch auto; or where …; or, on %s, as a superuser, raise temp_file_limit."
                        .formatted(plan.target().connection()))));
  }
}
