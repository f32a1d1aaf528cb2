package io.linkspan.sql;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clauses of one statement outside of its brackets, cut from the text as it was typed.
 *
 * @param head what stands before the first clause
 * @param order the clauses in their order
 * @param texts what follows the words of each clause's first occurrence
 */
record Clauses(Slice head, List<Clause> order, Map<Clause, Slice> texts) {
  Clauses {
    order = List.copyOf(order);
    texts = Map.copyOf(texts);
  }

  /** Cuts what is left of the cursor; text after a bracket too many is left in the cursor. */
  static Clauses read(Tokens cursor) {
    Slice head = cursor.textUntil(t -> at(t).isPresent());
    List<Clause> order = new ArrayList<>();
    Map<Clause, Slice> texts = new EnumMap<>(Clause.class);
    for (Optional<Clause> clause = at(cursor); clause.isPresent(); clause = at(cursor)) {
      cursor.acceptWord(clause.get().words());
      order.add(clause.get());
      Clause current = clause.get();
      texts.putIfAbsent(current, cursor.textUntil(t -> at(t).filter(current::endsAt).isPresent()));
    }
    return new Clauses(head, order, texts);
  }

  Optional<Slice> text(Clause clause) {
    return Optional.ofNullable(texts.get(clause));
  }

  boolean has(Clause clause) {
    return texts.containsKey(clause);
  }

  private static Optional<Clause> at(Tokens cursor) {
    if (cursor.peek().kind() != TokenKind.WORD) {
      return Optional.empty();
    }
    for (Clause clause : Clause.values()) {
      if (cursor.at(clause.words()) && fits(cursor, clause)) {
        return Optional.of(clause);
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Tokens cursor, Clause clause) {
    SqlToken next = cursor.peek(clause.words().length);
    return switch (clause) {
      case WITH -> cursor.peek(-1).kind() == TokenKind.END;
      case VALUES -> next.isSymbol("(") && beginsQuery(cursor);
      case FROM -> !isDistinctFrom(cursor);
      case ON_CONFLICT -> next.isSymbol("(") || next.isWord("on") || next.isWord("do");
      default -> true;
    };
  }

  /** Whether a query may begin at the cursor, so that VALUES is no name there. */
  private static boolean beginsQuery(Tokens cursor) {
    SqlToken before = cursor.peek(-1);
    boolean quantified = before.isWord("all") || before.isWord("distinct");
    SqlToken operation = quantified ? cursor.peek(-2) : before;
    return before.kind() == TokenKind.END
        || before.isSymbol(")")
        || operation.isWord("union")
        || operation.isWord("intersect")
        || operation.isWord("except");
  }

  /** The FROM of {@code a IS [NOT] DISTINCT FROM b}. */
  private static boolean isDistinctFrom(Tokens cursor) {
    return cursor.peek(-1).isWord("distinct")
        && (cursor.peek(-2).isWord("is") || cursor.peek(-2).isWord("not"));
  }
}
