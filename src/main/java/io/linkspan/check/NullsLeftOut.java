package io.linkspan.check;

import io.linkspan.pg.Identifier;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.Optional;

/** Tells whether a WHERE leaves out the rows where a column is NULL. */
final class NullsLeftOut {
  private NullsLeftOut() {}

  /** Whether one of the conditions that AND joins is that the column is not NULL. */
  static boolean by(Optional<String> where, Identifier column) {
    Tokens tokens = Tokens.of(where.orElse(""));
    boolean excluded = false;
    while (!tokens.atEnd()) {
      Slice condition = tokens.textUntil(t -> t.at("and") || t.at("or"));
      excluded |= isNotNull(tokens.within(condition), column);
      if (!tokens.acceptWord("and") && !tokens.atEnd()) {
        return false;
      }
    }
    return excluded;
  }

  private static boolean isNotNull(Tokens condition, Identifier column) {
    if (condition.atSymbol("(")) {
      Slice inside = condition.expectParentheses();
      return condition.atEnd() && isNotNull(condition.within(inside), column);
    }
    return condition.acceptIdentifier().filter(column::equals).isPresent()
        && condition.acceptWord("is", "not", "null")
        && condition.atEnd();
  }
}
