package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.sql.ExpressionText;
import io.linkspan.sql.SelectItem;
import io.linkspan.sql.SelectText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the remote query is not what the plan says: a text in its WHERE that is no condition could
 * bring a LIMIT or a UNION, which nobody would see in the mapping.
 */
final class RemoteComparison {
  private RemoteComparison() {}

  /** What differs, each as the end of a sentence; none where the text says what was planned. */
  static List<String> differences(CopyPlan plan, String remote) {
    Optional<SelectText> parsed = SelectText.parse(remote).value();
    if (parsed.isEmpty()) {
      return List.of("the remote query cannot be read again");
    }
    SelectText select = parsed.orElseThrow();
    List<String> differences = new ArrayList<>();
    if (!select.features().isEmpty()) {
      differences.add("the remote query has more clauses than SELECT, FROM and WHERE");
    }
    List<String> found = select.items().stream().map(SelectItem::expression).toList();
    List<String> wanted = plan.remoteColumns().stream().map(c -> c.expression()).toList();
    if (!found.equals(wanted)) {
      differences.add("the remote query selects %s".formatted(String.join(", ", found)));
    }
    boolean condition =
        plan.where().map(text -> ExpressionText.parse(text).value().isPresent()).orElse(true);
    if (!condition) {
      differences.add("its where is more than one condition");
    }
    boolean query =
        !(plan.reading() instanceof Reading.OfQuery of)
            || SelectText.parse(of.sql()).value().isPresent();
    if (!query) {
      differences.add("its query is more than one query");
    }
    return differences;
  }
}
