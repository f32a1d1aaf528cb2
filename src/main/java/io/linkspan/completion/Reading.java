package io.linkspan.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found out about a statement while it is read. */
final class Reading {
  /** Deeper brackets than a person types are passed over, so that no text can exhaust the stack. */
  private static final int DEEPEST = 100;

  /**
   * A table that is named where it must exist.
   *
   * @param name with the place in the text
   */
  record TableUse(Name name, Level level) {}

  /**
   * A column that is named.
   *
   * @param target whether it is one of the table that is written, and of no other
   */
  record ColumnUse(Name name, Level level, Clause clause, boolean target) {}

  /**
   * A table that the statement makes.
   *
   * @param temporary whether no other session sees it
   */
  record Made(Name name, boolean temporary) {}

  final TypedTokens tokens;
  final List<TableUse> tables = new ArrayList<>();
  final List<ColumnUse> columns = new ArrayList<>();

  /** Tables that the statement makes. */
  final List<Made> made = new ArrayList<>();

  /** Tables that the statement changes. */
  final List<Name> altered = new ArrayList<>();

  private Optional<Place> place = Optional.empty();
  private int depth;
  private int doubts;

  Reading(TypedTokens tokens) {
    this.tokens = tokens;
  }

  Optional<Place> place() {
    return place;
  }

  /** Tells what can stand at the cursor; what was told first holds. */
  void found(Place found) {
    place = place.or(() -> Optional.of(found));
  }

  /** Tells what can stand at the cursor, which comes next, and passes it. */
  void passCursor(Place found) {
    found(found.after(tokens.name().map(Name::qualifier).orElse(List.of())));
  }

  void use(TableUse table) {
    if (!table.name().atCursor() && doubts == 0) {
      tables.add(table);
    }
  }

  void use(ColumnUse column) {
    if (!column.name().atCursor() && doubts == 0) {
      columns.add(column);
    }
  }

  /** Reads on without taking names for tables and columns. */
  void inDoubt(Runnable reader) {
    doubts++;
    reader.run();
    doubts--;
  }

  /** Reads what is between brackets, the opening one passed, and passes the closing one. */
  void inBrackets(Runnable reader) {
    if (depth >= DEEPEST) {
      tokens.passInside();
    } else {
      depth++;
      reader.run();
      depth--;
    }
    if (tokens.atSymbol(")") || tokens.atSymbol("]")) {
      tokens.pass();
    }
  }
}
