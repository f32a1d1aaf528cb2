package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.NearestName;
import io.linkspan.sql.ColumnReference;
import io.linkspan.sql.ExpressionText;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source columns that an expression uses.
 *
 * @param known in the order of their first use
 * @param unknown names that the source does not have
 */
record UsedColumns(List<Identifier> known, List<Identifier> unknown, Reading reading) {
  /** The alias of the dblink call, by which an expression may name a source column. */
  private static final Identifier ALIAS = new Identifier("t");

  static UsedColumns in(String text, Reading reading) {
    if (text.isEmpty()) {
      return new UsedColumns(List.of(), List.of(), reading);
    }
    Set<Identifier> known = new LinkedHashSet<>();
    List<Identifier> unknown = new ArrayList<>();
    ExpressionText.parse(text)
        .value()
        .ifPresent(
            expression -> {
              for (ColumnReference reference : expression.columns()) {
                if (reading.column(reference.name()).isPresent()) {
                  known.add(reference.name());
                } else if (certain(expression, reference)) {
                  unknown.add(reference.name());
                }
              }
            });
    return new UsedColumns(List.copyOf(known), List.copyOf(unknown), reading);
  }

  /** What an ORDER BY sorts by, without the words that say in which direction. */
  static List<String> sortExpressions(String orderBy) {
    Tokens tokens = Tokens.of(orderBy);
    return tokens.splitTopLevel(",").stream()
        .map(item -> tokens.within(item).textUntil(UsedColumns::tellsDirection).text())
        .toList();
  }

  private static boolean tellsDirection(Tokens tokens) {
    return tokens.at("asc")
        || tokens.at("desc")
        || tokens.at("using")
        || tokens.at("nulls", "first")
        || tokens.at("nulls", "last");
  }

  /** A subquery brings columns of its own, and a guess from tokens may take a word for a column. */
  private static boolean certain(ExpressionText expression, ColumnReference reference) {
    return !expression.subquery()
        && !expression.byTokens()
        && reference
            .qualifier()
            .map(q -> q.schema().isEmpty() && q.name().equals(ALIAS))
            .orElse(true);
  }

  List<Flaw> flaws(String where) {
    return unknown.stream().map(name -> flaw(name, where, reading)).toList();
  }

  static Flaw flaw(Identifier name, String where, Rename rename) {
    return new Flaw(
        "column \"" + name.name() + "\"",
        where,
        Optional.of(
            "Perhaps you mean %s: %s"
                .formatted(
                    NearestName.inQuotes(rename.from().name().quoted()),
                    Rename.clause(List.of(rename)))));
  }

  static Flaw flaw(Identifier name, String where, Reading reading) {
    List<Identifier> names = reading.columns().stream().map(Column::name).toList();
    return new Flaw("column \"" + name.name() + "\"", where, NearestName.hint(name, names));
  }
}
