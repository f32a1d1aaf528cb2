package io.linkspan.shell;

import io.linkspan.sql.SqlToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The brackets of a typed text.
 *
 * @param pairs each opening one with the one that closes it
 * @param surplus closing ones that nothing opens
 */
record Brackets(List<Pair> pairs, List<Integer> surplus) {
  /** Where the two stand. */
  record Pair(int opening, int closing) {}

  Brackets {
    pairs = List.copyOf(pairs);
    surplus = List.copyOf(surplus);
  }

  static Brackets of(List<SqlToken> tokens) {
    List<Pair> pairs = new ArrayList<>();
    List<Integer> surplus = new ArrayList<>();
    Deque<SqlToken> open = new ArrayDeque<>();
    for (SqlToken token : tokens) {
      if (token.isSymbol("(") || token.isSymbol("[")) {
        open.push(token);
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        String opening = token.isSymbol(")") ? "(" : "[";
        if (!open.isEmpty() && open.peek().isSymbol(opening)) {
          pairs.add(new Pair(open.pop().begin(), token.begin()));
        } else {
          surplus.add(token.begin());
        }
      }
    }
    return new Brackets(pairs, surplus);
  }

  /** The pair of the bracket at the cursor, else of the one before it. */
  List<Integer> at(int cursor) {
    for (int place : new int[] {cursor, cursor - 1}) {
      for (Pair pair : pairs) {
        if (pair.opening() == place || pair.closing() == place) {
          return List.of(pair.opening(), pair.closing());
        }
      }
    }
    return List.of();
  }
}
