package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.sql.DblinkCall.ColumnDefinition;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.PlainRead;
import io.linkspan.sql.RenamedColumns;
import io.linkspan.sql.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs the columns of an INSERT with the items of its SELECT, by position. */
final class Pairs {
  private Pairs() {}

  /**
   * The pairs; empty where their numbers differ, which is then found.
   *
   * @param table the columns of the target in their order, which the INSERT means without a list
   */
  static Optional<List<Pair>> of(
      DblinkInsert insert, List<Identifier> table, List<Finding> findings) {
    List<String> items = items(insert);
    List<Identifier> columns = insert.columns();
    if (columns.isEmpty()) {
      columns = table.subList(0, Math.min(items.size(), table.size()));
      findings.add(
          Finding.warning(
              CheckId.NO_COLUMN_LIST,
              "the INSERT names no columns, so it fills the first %d of the table as they stand"
                  .formatted(columns.size()),
              "Name them: (%s)".formatted(names(columns))));
    }
    if (items.size() != columns.size()) {
      Finding differs =
          Finding.error(
              CheckId.COLUMN_LIST_DIFFERS,
              "INSERT has %d target columns and %d expressions"
                  .formatted(columns.size(), items.size()),
              "Give one expression for each of " + names(columns));
      findings.add(
          new Finding(
              differs.id(),
              differs.severity(),
              differs.fields().withSqlState(new SqlState("42601"))));
      return Optional.empty();
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      pairs.add(new Pair(columns.get(i), items.get(i)));
    }
    swapped(pairs, insert, findings);
    return Optional.of(pairs);
  }

  private static List<String> items(DblinkInsert insert) {
    List<String> items = new ArrayList<>();
    for (SelectItem item : insert.items()) {
      if (item.star()) {
        insert.call().columns().forEach(column -> items.add(column.name().quoted()));
      } else {
        items.add(item.expression());
      }
    }
    return items;
  }

  /** A column that gets another one's namesake is seldom meant. */
  private static void swapped(List<Pair> pairs, DblinkInsert insert, List<Finding> findings) {
    Set<Identifier> known =
        Set.copyOf(
            insert.call().columns().stream().map(ColumnDefinition::name).distinct().toList());
    RenamedColumns unaliased = new RenamedColumns(insert.call().alias(), known, Map.of());
    for (Pair pair : pairs) {
      Optional<Identifier> from = unaliased.in(pair.expression()).flatMap(PlainRead::column);
      boolean namesake =
          from.filter(known::contains)
              .filter(name -> !name.equals(pair.column()))
              .filter(name -> pairs.stream().anyMatch(p -> p.column().equals(name)))
              .isPresent();
      if (namesake && known.contains(pair.column())) {
        findings.add(
            Finding.warning(
                    CheckId.COLUMNS_SWAPPED,
                    "column \"%s\" gets \"%s\""
                        .formatted(pair.column().name(), from.orElseThrow().name()),
                    "Where that is a mistake: map %s = %s"
                        .formatted(pair.column().quoted(), pair.column().quoted()))
                .withDetail("An INSERT pairs columns by their place and never by their names."));
      }
    }
  }

  private static String names(List<Identifier> columns) {
    return String.join(", ", columns.stream().map(Identifier::quoted).toList());
  }
}
