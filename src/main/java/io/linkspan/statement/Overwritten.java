package io.linkspan.statement;

import io.linkspan.pg.Identifier;
import io.linkspan.plan.ConflictAction;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.HashSet;
import java.util.Set;

/** Tells which columns a DO UPDATE gives the values of the copied row, and nothing else. */
final class Overwritten {
  private static final Identifier EXCLUDED = new Identifier("excluded");

  private Overwritten() {}

  /** Those columns, told by {@code COLUMN = excluded.COLUMN}. */
  static Set<Identifier> by(ConflictAction.Update update) {
    Set<Identifier> columns = new HashSet<>();
    Tokens tokens = Tokens.of(update.action());
    tokens.acceptWord("set");
    Slice items = tokens.textUntil(t -> t.at("where"));
    for (Slice item : Tokens.of(items.text()).splitTopLevel(",")) {
      Tokens part = Tokens.of(item.text());
      part.acceptIdentifier()
          .filter(column -> part.acceptSymbol("=") && isExcluded(part, column))
          .ifPresent(columns::add);
    }
    return columns;
  }

  /** Whether the rule may leave a row as it is. */
  static boolean hasCondition(ConflictAction.Update update) {
    Tokens tokens = Tokens.of(update.action());
    tokens.textUntil(t -> t.at("where"));
    return !tokens.atEnd();
  }

  private static boolean isExcluded(Tokens part, Identifier column) {
    return part.acceptIdentifier().filter(EXCLUDED::equals).isPresent()
        && part.acceptSymbol(".")
        && part.acceptIdentifier().filter(column::equals).isPresent()
        && part.atEnd();
  }
}
