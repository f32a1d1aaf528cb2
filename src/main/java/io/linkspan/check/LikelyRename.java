package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Rename;
import java.util.List;
import java.util.stream.Collectors;

/** Columns that are left out on both sides and likely are one under two names. */
final class LikelyRename implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Rename> renames = plan.likelyRenames();
    boolean saidAlready = renames.size() == 1 && plan.request().columns().isPresent();
    if (renames.isEmpty() || saidAlready) {
      // For a column that was listed and has no source, the offer stands with that error.
      return List.of();
    }
    String message =
        renames.size() == 1
            ? "column \"%s\" of the source is likely \"%s\" of the target"
                .formatted(renames.get(0).from().name().name(), renames.get(0).to().name().name())
            : "columns of the source are likely columns of the target under other names: "
                + renames.stream().map(LikelyRename::pair).collect(Collectors.joining(", "));
    String hint = Rename.clause(renames);
    boolean needed = renames.stream().anyMatch(rename -> !rename.to().mayBeLeftOut());
    return List.of(
        needed
            ? Finding.warning(CheckId.LIKELY_RENAME, message, hint)
            : Finding.note(CheckId.LIKELY_RENAME, message).withHint(hint));
  }

  private static String pair(Rename rename) {
    return "\"%s\" is \"%s\"".formatted(rename.from().name().name(), rename.to().name().name());
  }
}
