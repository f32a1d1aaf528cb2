package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A query that is SELECT, FROM and at most WHERE over one table, or over one query in parentheses.
 *
 * @param table what is read; empty where it is a query
 * @param query the query in FROM, without its parentheses
 * @param items what is selected, in order, without a table's alias before columns
 * @param star whether all columns are selected by {@code *}
 * @param where without the table's alias before columns
 */
public record PlainRead(
    Optional<QualifiedName> table,
    Optional<String> query,
    List<Item> items,
    boolean star,
    Optional<String> where) {
  public PlainRead {
    items = List.copyOf(items);
  }

  /**
   * One item of the select list.
   *
   * @param column the column that it is, where it is one and nothing else
   */
  public record Item(String expression, Optional<Identifier> column) {}

  /** Takes the query apart; empty where it is more than that. */
  public static Optional<PlainRead> of(String text) {
    Optional<SelectText> select =
        SelectText.parse(text)
            .value()
            .filter(s -> s.verb() == SelectText.Verb.SELECT && s.features().isEmpty());
    if (select.isEmpty()) {
      return Optional.empty();
    }
    Tokens all = Tokens.of(text);
    Clauses clauses = QueryOperand.outer(all);
    boolean plain =
        clauses.has(Clause.FROM)
            && clauses.head().isEmpty()
            && Set.of(Clause.SELECT, Clause.FROM, Clause.WHERE).containsAll(clauses.order());
    return plain ? from(all, clauses, select.orElseThrow().items()) : Optional.empty();
  }

  private static Optional<PlainRead> from(Tokens all, Clauses clauses, List<SelectItem> selected) {
    Tokens from = all.within(clauses.text(Clause.FROM).orElseThrow());
    Optional<String> query = Optional.empty();
    Optional<QualifiedName> table = Optional.empty();
    if (from.atSymbol("(")) {
      query = Optional.of(from.expectParentheses().text());
    } else if (from.peek().identifier().isPresent()
        && !SqlWords.isReserved(from.peek().word())
        && !from.at("only")) {
      table = Optional.of(from.expectName("table name"));
    } else {
      return Optional.empty();
    }
    boolean as = from.acceptWord("as");
    boolean word = as || !SqlWords.isReserved(from.peek().word());
    Optional<Identifier> alias =
        word && !from.at("tablesample") ? from.acceptIdentifier() : Optional.empty();
    if (!from.atEnd()) {
      return Optional.empty();
    }
    RenamedColumns unaliased =
        new RenamedColumns(
            alias.or(named(table)),
            // A column may be named like its table, which itself may stand for the whole row.
            alias.isPresent() ? Set.of() : named(table).get().map(Set::of).orElse(Set.of()),
            Map.of());
    List<Item> items = new ArrayList<>();
    for (SelectItem item : selected) {
      Optional<String> expression =
          item.star() ? Optional.of("*") : unaliased.in(item.expression());
      if (expression.isEmpty()) {
        return Optional.empty();
      }
      items.add(new Item(expression.orElseThrow(), column(expression.orElseThrow())));
    }
    boolean star = selected.size() == 1 && selected.get(0).star();
    if (!star && selected.stream().anyMatch(SelectItem::star)) {
      return Optional.empty();
    }
    Optional<String> typed = clauses.text(Clause.WHERE).map(Slice::text);
    Optional<String> where = typed.flatMap(unaliased::in);
    return where.isPresent() == typed.isPresent()
        ? Optional.of(new PlainRead(table, query, star ? List.of() : items, star, where))
        : Optional.empty();
  }

  /** By its own name a table qualifies columns where it has no alias. */
  private static Supplier<Optional<Identifier>> named(Optional<QualifiedName> table) {
    return () -> table.map(QualifiedName::name);
  }

  /** The column that the expression is and nothing else. */
  public static Optional<Identifier> column(String expression) {
    List<SqlToken> tokens = Tokens.of(expression).remaining();
    return NameChain.at(tokens, 0)
        .filter(chain -> chain.next() == tokens.size() && chain.parts().size() == 1)
        .filter(chain -> !chain.isWord(tokens) || !SqlWords.isReserved(tokens.get(0).word()))
        .map(NameChain::last);
  }
}
