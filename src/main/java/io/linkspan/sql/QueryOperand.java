package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query, or the first operand of a set operation, that names the output columns. */
record QueryOperand(
    SelectText.Verb verb,
    boolean distinct,
    List<SelectItem> items,
    Optional<List<Identifier>> outputColumns) {

  /** The clauses of the query inside of all parentheses that hold it as a whole. */
  static Clauses outer(Tokens all) {
    Slice whole = all.textUntil(t -> t.atSymbol(";"));
    Tokens cursor = all.within(whole);
    while (cursor.acceptSymbol("(")) {
      Slice inside = cursor.textUntil(t -> false);
      cursor.acceptSymbol(")");
      if (!cursor.atEnd()) {
        break;
      }
      whole = inside;
      cursor = all.within(whole);
    }
    return Clauses.read(all.within(whole));
  }

  static QueryOperand first(Tokens all, Clauses clauses) {
    Optional<Clause> verb =
        clauses.order().stream()
            .filter(c -> c == Clause.SELECT || c == Clause.VALUES || c == Clause.TABLE)
            .findFirst();
    boolean parenthesized = all.within(clauses.head()).atSymbol("(");
    if (parenthesized) {
      return first(all, outer(all.within(all.within(clauses.head()).expectParentheses())));
    }
    if (verb.isEmpty()) {
      return new QueryOperand(SelectText.Verb.SELECT, false, List.of(), Optional.empty());
    }
    Slice text = verb.flatMap(clauses::text).orElse(clauses.head());
    return switch (verb.get()) {
      case SELECT -> select(all.within(text));
      case VALUES -> values(all.within(text));
      default -> new QueryOperand(SelectText.Verb.TABLE, false, List.of(), Optional.empty());
    };
  }

  private static QueryOperand select(Tokens list) {
    boolean distinct = list.acceptWord("distinct");
    if (distinct && list.peek(1).isSymbol("(") && list.acceptWord("on")) {
      list.expectParentheses();
    }
    if (!distinct) {
      list.acceptWord("all");
    }
    List<SelectItem> items = SelectItems.read(list);
    return new QueryOperand(SelectText.Verb.SELECT, distinct, items, SelectItems.names(items));
  }

  private static QueryOperand values(Tokens rows) {
    List<Identifier> names = new ArrayList<>();
    Tokens row = rows.within(rows.expectParentheses());
    int count = row.splitTopLevel(",").size();
    for (int i = 1; i <= count; i++) {
      names.add(new Identifier("column" + i));
    }
    return new QueryOperand(SelectText.Verb.VALUES, false, List.of(), Optional.of(names));
  }

  /** How many brackets are open at an index of the text. */
  static int depth(String text, int offset) {
    int depth = 0;
    for (SqlToken token : SqlLexer.tokens(text)) {
      if (token.begin() >= offset) {
        break;
      }
      depth += Tokens.opens(token) ? 1 : Tokens.closes(token) ? -1 : 0;
    }
    return depth;
  }
}
