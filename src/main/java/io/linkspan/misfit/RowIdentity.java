package io.linkspan.misfit;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a source row is named.
 *
 * @param columns those of a key, or {@code ctid}; none where only the row's number in the result
 *     tells it
 */
public record RowIdentity(Kind kind, List<Identifier> columns) {
  private static final String EQUAL = " OPERATOR(pg_catalog.=) ";

  /** By what. */
  public enum Kind {
    KEY,
    CTID,
    NUMBER
  }

  public RowIdentity {
    columns = List.copyOf(columns);
  }

  /** By the source's primary key or another key without NULLs, else by what there is. */
  public static RowIdentity of(CopyPlan plan) {
    if (plan.reading() instanceof Reading.OfTable of) {
      return key(of.table())
          .map(columns -> new RowIdentity(Kind.KEY, columns))
          .orElseGet(() -> withoutKey(of.table()));
    }
    return new RowIdentity(Kind.NUMBER, List.of());
  }

  private static Optional<List<Identifier>> key(Table table) {
    if (table.hasChildren()) {
      // The rows of children are not in the parent's index.
      return Optional.empty();
    }
    return table.keys().stream()
        .filter(key -> !key.exclusion() && key.predicate().isEmpty())
        .filter(
            key ->
                key.columns()
                    .filter(names -> names.stream().allMatch(name -> usable(table, name)))
                    .isPresent())
        .min(Comparator.comparing((Key key) -> !key.primary()).thenComparing(Key::order))
        .flatMap(Key::columns);
  }

  private static boolean usable(Table table, Identifier name) {
    return table
        .column(name)
        .filter(Column::notNull)
        .filter(column -> column.privileges().select())
        .isPresent();
  }

  private static RowIdentity withoutKey(Table table) {
    boolean heap =
        (table.kind() == Table.Kind.TABLE || table.kind() == Table.Kind.MATERIALIZED_VIEW)
            && !table.hasChildren()
            && table.privileges().select();
    return heap
        ? new RowIdentity(Kind.CTID, List.of(new Identifier("ctid")))
        : new RowIdentity(Kind.NUMBER, List.of());
  }

  /** A condition that chooses some rows alone; empty where a number tells them. */
  public Optional<String> condition(List<List<String>> rows) {
    return kind == Kind.NUMBER || rows.isEmpty()
        ? Optional.empty()
        : Optional.of(rows.stream().map(this::one).collect(Collectors.joining(" OR ", "(", ")")));
  }

  private String one(List<String> row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(columns.get(i).quoted() + "::pg_catalog.text" + EQUAL + Literal.quoted(row.get(i)));
    }
    return "(" + String.join(" AND ", parts) + ")";
  }
}
