package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names joined by dots: {@code a}, {@code s.t}, {@code s.t.c}.
 *
 * @param parts at least one
 * @param first index of the first name among the tokens
 * @param next index after the last name among the tokens
 */
record NameChain(List<Identifier> parts, int first, int next) {

  /** The chain that begins with the token at the index; empty where that is no identifier. */
  static Optional<NameChain> at(List<SqlToken> tokens, int index) {
    List<Identifier> parts = new ArrayList<>();
    int at = index;
    while (at < tokens.size()) {
      Optional<Identifier> part = tokens.get(at).identifier();
      if (part.isEmpty()) {
        break;
      }
      parts.add(part.get());
      at++;
      if (at + 1 >= tokens.size()
          || !tokens.get(at).isSymbol(".")
          || tokens.get(at + 1).identifier().isEmpty()) {
        break;
      }
      at++;
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new NameChain(List.copyOf(parts), index, at));
  }

  Identifier last() {
    return parts.get(parts.size() - 1);
  }

  /** The last name with the one before it as its schema. */
  QualifiedName name() {
    return parts.size() == 1
        ? QualifiedName.unqualified(last())
        : new QualifiedName(Optional.of(parts.get(parts.size() - 2)), last());
  }

  /** The last name as a column of what the names before it name. */
  ColumnReference column(int offset) {
    List<Identifier> before = parts.subList(0, parts.size() - 1);
    Optional<QualifiedName> qualifier =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(new NameChain(before, first, next).name());
    return new ColumnReference(qualifier, last(), offset);
  }

  /** Whether the chain is one word without quotes. */
  boolean isWord(List<SqlToken> tokens) {
    return parts.size() == 1 && tokens.get(first).kind() == TokenKind.WORD;
  }
}
