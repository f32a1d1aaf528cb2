package io.linkspan.completion;

import io.linkspan.catalog.NamedColumn;
import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Reads the names behind an alias, or the columns with their types, as of {@code dblink()}. */
final class DeclaredColumns {
  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;
  private final List<NamedColumn> columns = new ArrayList<>();
  private boolean typed;

  DeclaredColumns(Reading reading, Level level) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
  }

  /** Whether types are declared as well. */
  boolean typed() {
    return typed;
  }

  List<NamedColumn> columns() {
    return columns;
  }

  List<Identifier> names() {
    return columns.stream().map(NamedColumn::name).toList();
  }

  /** Reads up to the bracket that closes around the list. */
  void read() {
    while (!tokens.atClose()) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.of(Place.Kind.NOTHING, level, Clause.OTHER));
      } else if (tokens.atIdentifier()) {
        column(tokens.name().orElseThrow().last());
      } else {
        tokens.pass();
      }
    }
  }

  private void column(Identifier name) {
    String type = "";
    if (!tokens.atClose() && !tokens.atSymbol(",")) {
      typed = true;
      int begin = tokens.offset();
      TypeReader.read(reading, level);
      type = tokens.textFrom(begin);
    }
    columns.add(new NamedColumn(name, type, false, NamedColumn.KeyMark.NONE));
  }
}
