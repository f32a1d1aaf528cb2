package io.linkspan.command;

import io.linkspan.session.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rows that {@code conflicts} asks for, by what they clash with. */
final class ClashGroups {
  /** Columns of the query before the proposed values: key, clash, total, nth. */
  private static final int LEADING = 4;

  private ClashGroups() {}

  /**
   * The groups in the order of the rows.
   *
   * @param rows of the query, ordered by group
   * @param fate what rows would do that clash on the key of that name
   */
  static List<Fact.Clashes> of(List<List<Optional<String>>> rows, UnaryOperator<String> fate) {
    List<Fact.Clashes> groups = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || !rows.get(i).subList(0, 2).equals(rows.get(begin).subList(0, 2))) {
        groups.add(group(rows.subList(begin, i), fate));
        begin = i;
      }
    }
    return groups;
  }

  private static Fact.Clashes group(List<List<Optional<String>>> rows, UnaryOperator<String> fate) {
    List<Optional<String>> first = rows.get(0);
    String key = first.get(0).orElse("");
    return new Fact.Clashes(
        key,
        first.get(1).filter("target"::equals).isPresent(),
        fate.apply(key),
        Long.parseLong(first.get(2).orElse("0")),
        rows.stream().map(row -> row.subList(LEADING, row.size())).toList());
  }
}
