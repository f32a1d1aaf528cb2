package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import io.linkspan.request.ConflictRule;
import io.linkspan.sql.ColumnReference;
import io.linkspan.sql.ExpressionText;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves a conflict rule against the keys of the target. */
final class ConflictActions {
  private ConflictActions() {}

  static ConflictAction resolve(ConflictRule rule, Table into, List<Assignment> assignments) {
    if (rule instanceof ConflictRule.Fail) {
      return new ConflictAction.Raise();
    }
    if (rule instanceof ConflictRule.Overwrite overwrite) {
      return overwrite(overwrite.target(), into, assignments);
    }
    return rule instanceof ConflictRule.Clause clause
        ? clause(clause.text(), into)
        : new ConflictAction.Skip("", Optional.empty());
  }

  private static ConflictAction overwrite(String named, Table into, List<Assignment> assignments) {
    Optional<Key> arbiter =
        named.isEmpty() ? onlyKey(into, assignments) : Arbiters.find(Tokens.of(named), into);
    String target = named.isEmpty() ? arbiter.map(ConflictActions::inferred).orElse("") : named;
    List<Identifier> keyColumns =
        arbiter.stream()
            .flatMap(key -> key.elements().stream())
            .flatMap(element -> element.column().stream())
            .toList();
    List<Identifier> updates =
        assignments.stream()
            .map(Assignment::target)
            .filter(column -> column.identity() != Column.Identity.ALWAYS)
            .map(Column::name)
            .filter(name -> !keyColumns.contains(name))
            .toList();
    if (updates.isEmpty()) {
      return new ConflictAction.Skip(target, arbiter);
    }
    String set =
        String.join(
            ", ", updates.stream().map(n -> n.quoted() + " = excluded." + n.quoted()).toList());
    return new ConflictAction.Update(target, arbiter, updates, "SET " + set);
  }

  /** The key to overwrite by where none is named: the primary key, else the only key there is. */
  private static Optional<Key> onlyKey(Table into, List<Assignment> assignments) {
    List<Key> filled =
        into.keys().stream()
            .filter(key -> key.immediate() && !key.exclusion())
            .filter(key -> filled(key, assignments))
            .toList();
    return filled.stream()
        .filter(Key::primary)
        .findFirst()
        .or(() -> filled.size() == 1 ? Optional.of(filled.get(0)) : Optional.empty());
  }

  private static boolean filled(Key key, List<Assignment> assignments) {
    return key.elements().stream()
        .flatMap(element -> columns(element).stream())
        .allMatch(name -> assignments.stream().anyMatch(a -> a.target().name().equals(name)));
  }

  private static List<Identifier> columns(Key.Element element) {
    return element
        .column()
        .map(List::of)
        .orElseGet(
            () ->
                ExpressionText.parse(element.expression()).value().stream()
                    .flatMap(expression -> expression.columns().stream())
                    .map(ColumnReference::name)
                    .toList());
  }

  /** The conflict target by which the server infers the key. */
  private static String inferred(Key key) {
    List<String> elements =
        key.elements().stream()
            .map(e -> e.column().isPresent() ? e.expression() : "(" + e.expression() + ")")
            .toList();
    return "("
        + String.join(", ", elements)
        + ")"
        + key.predicate().map(predicate -> " WHERE " + predicate).orElse("");
  }

  private static ConflictAction clause(String text, Table into) {
    Tokens tokens = Tokens.of(text);
    Slice target = tokens.textUntil(t -> t.at("do"));
    Optional<Key> arbiter =
        target.isEmpty() ? Optional.empty() : Arbiters.find(Tokens.of(target.text()), into);
    tokens.expectWord("do");
    if (tokens.acceptWord("nothing")) {
      tokens.expectEnd();
      return new ConflictAction.Skip(target.text(), arbiter);
    }
    tokens.expectWord("update");
    if (target.isEmpty()) {
      throw UserException.usage(
          "ON CONFLICT DO UPDATE needs the key that it is about",
          "Name it: on conflict (COLUMN) do update set …; or: on conflict overwrite");
    }
    String action = Tokens.of(text).within(tokens.rest()).rest().text();
    return new ConflictAction.Update(target.text(), arbiter, updates(Tokens.of(action)), action);
  }

  /** The columns that SET gives a value. */
  private static List<Identifier> updates(Tokens tokens) {
    tokens.expectWord("set");
    List<Identifier> names = new ArrayList<>();
    do {
      if (tokens.acceptSymbol("(")) {
        do {
          names.add(tokens.expectIdentifier("a column name"));
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
      } else {
        names.add(tokens.expectIdentifier("a column name"));
      }
      tokens.expectSymbol("=");
      tokens.textUntil(t -> t.atSymbol(",") || t.at("where"));
    } while (tokens.acceptSymbol(","));
    return names;
  }
}
