package io.linkspan.catalog;

import io.linkspan.pg.ServerVersion;
import java.util.List;

/**
 * What a list is to show.
 *
 * @param version of the server that is asked
 * @param letters the kinds of things, by psql's letters, such as {@code tv}; may be empty
 * @param more whether more is to be told of each thing, as by psql's {@code +}
 * @param system whether the server's own things are to be there without a pattern as well, as by
 *     psql's {@code S}
 * @param arguments patterns for the types of a function's arguments
 */
public record ListWish(
    ServerVersion version,
    String letters,
    boolean more,
    boolean system,
    NamePattern pattern,
    List<NamePattern> arguments) {
  public ListWish {
    arguments = List.copyOf(arguments);
  }

  boolean has(char letter) {
    return letters.indexOf(letter) >= 0;
  }

  /** Whether the server's own things stay out. */
  boolean usersOwn() {
    return !system && pattern.isNone();
  }
}
