package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Lists of plain names. */
final class Names {
  private Names() {}

  /** The names of a list of columns; subscripts and fields of composites are mistakes. */
  static List<Identifier> list(Tokens inside) {
    List<Identifier> names = new ArrayList<>();
    do {
      names.add(inside.expectIdentifier("column name"));
      if (inside.atSymbol("[") || inside.atSymbol(".")) {
        throw inside.unexpected("whole column");
      }
    } while (inside.acceptSymbol(","));
    inside.expectEnd();
    return names;
  }
}
