package io.linkspan.sql;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The FROM clause of an INSERT from dblink.
 *
 * @param others what stands around the call, as typed
 */
record FromItems(DblinkCall call, Optional<String> others) {

  static FromItems read(Tokens statement, Optional<Slice> from) {
    if (from.isEmpty()) {
      throw statement.unexpected("dblink call in FROM");
    }
    Tokens items = statement.within(from.get());
    Slice before = items.textUntil(FromItems::atDblink);
    if (items.atEnd()) {
      throw items.unexpected("dblink call in FROM");
    }
    DblinkCall call = DblinkCall.read(items);
    String others =
        Stream.of(before, items.rest())
            .map(Slice::text)
            .filter(s -> !s.isEmpty() && !s.equalsIgnoreCase("lateral"))
            .collect(Collectors.joining(" "));
    return new FromItems(call, others.isEmpty() ? Optional.empty() : Optional.of(others));
  }

  private static boolean atDblink(Tokens cursor) {
    Optional<NameChain> chain = NameChain.at(cursor.remaining(), 0);
    return chain
        .filter(c -> c.last().name().equals("dblink"))
        .filter(c -> cursor.peek(c.next()).isSymbol("("))
        .isPresent();
  }
}
