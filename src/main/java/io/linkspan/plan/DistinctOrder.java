package io.linkspan.plan;

import io.linkspan.request.Distinct;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes the order of DISTINCT ON: the server wants its expressions first in ORDER BY (manual,
 * SELECT, "DISTINCT Clause"), which a person who says {@code distinct on (email) order by
 * updated_at desc} means anyway.
 */
final class DistinctOrder {
  private DistinctOrder() {}

  static Distinct complete(Distinct distinct) {
    if (!(distinct instanceof Distinct.On on) || on.orderBy().isEmpty()) {
      return distinct;
    }
    Tokens tokens = Tokens.of(on.orderBy());
    List<String> leading =
        tokens.splitTopLevel(",").stream()
            .limit(on.expressions().size())
            .map(item -> sorted(tokens.within(item)))
            .toList();
    boolean complete =
        leading.containsAll(on.expressions().stream().map(DistinctOrder::bare).toList());
    if (complete) {
      return distinct;
    }
    List<String> items = new ArrayList<>(on.expressions());
    items.add(on.orderBy());
    return new Distinct.On(on.expressions(), String.join(", ", items));
  }

  /** The expression of an ORDER BY item, without ASC, DESC, USING or NULLS. */
  private static String sorted(Tokens item) {
    Slice expression =
        item.textUntil(t -> t.at("asc") || t.at("desc") || t.at("using") || t.at("nulls"));
    return bare(expression.text());
  }

  private static String bare(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
