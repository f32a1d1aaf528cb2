package io.linkspan.sql;

import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What a typed statement would destroy if it was sent by mistake, told by its tokens alone: what a
 * function, a {@code DO} block or a trigger does is not seen.
 *
 * @param words what it does, in a few words
 * @param table the one table whose rows it would change
 */
public record Harm(String words, Optional<QualifiedName> table) {
  /** What the statement would destroy; nothing for a harmless one. */
  public static List<Harm> of(String statement) {
    return HarmReader.read(statement);
  }

  /** A harm to all rows or some of one table. */
  static Harm to(QualifiedName table, String words) {
    return new Harm(words, Optional.of(table));
  }

  /** A harm to something else. */
  static Harm of(Slice text) {
    return new Harm("It would carry out: " + Phrase.of(text.text()), Optional.empty());
  }
}
