package io.linkspan.completion;

import io.linkspan.pg.Identifier;
import java.util.List;

/**
 * What the word at the cursor can be.
 *
 * @param qualifier the names before its dot
 * @param listed columns that its list names already
 * @param words key words that can stand there, likeliest first
 */
record Place(
    Kind kind,
    Level level,
    Spot spot,
    List<Identifier> qualifier,
    List<Identifier> listed,
    List<String> words) {

  /** The sorts of places. */
  enum Kind {
    /** Where a value begins. */
    OPERAND,
    /** After a value. */
    OPERATOR,
    /** A table to read. */
    TABLE,
    /** A table to write or to name. */
    RELATION,
    VIEW,
    SCHEMA,
    ROUTINE,
    /** After a table in FROM. */
    AFTER_TABLE,
    /** After a joined table, whose condition is missing. */
    AFTER_JOINED,
    /** In the brackets of USING. */
    USING_COLUMN,
    /** A column of the table that is written. */
    TARGET_COLUMN,
    /** A column by which rows clash. */
    CONFLICT_COLUMN,
    /** After INSERT INTO and the table. */
    AFTER_INSERT_TABLE,
    TYPE,
    /** A setting of the server. */
    PARAMETER,
    /** The words alone. */
    KEYWORD,
    /** A name that the user makes up. */
    NOTHING
  }

  /**
   * Where in an expression it is.
   *
   * @param nested whether it is inside brackets of the expression
   * @param first whether nothing of the expression stands before it
   * @param bare whether the value before it has not been compared yet
   * @param sources how many sources stand before it
   */
  record Spot(Clause clause, boolean nested, boolean first, boolean bare, int sources) {}

  Place {
    qualifier = List.copyOf(qualifier);
    listed = List.copyOf(listed);
    words = List.copyOf(words);
  }

  static Place of(Kind kind, Level level, Clause clause) {
    Spot spot = new Spot(clause, false, false, false, level.sources.size());
    return new Place(kind, level, spot, List.of(), List.of(), List.of());
  }

  static Place words(Level level, String... words) {
    return of(Kind.KEYWORD, level, Clause.OTHER).with(words);
  }

  Place with(String... more) {
    return new Place(kind, level, spot, qualifier, listed, List.of(more));
  }

  Place at(Spot other) {
    return new Place(kind, level, other, qualifier, listed, words);
  }

  Place after(List<Identifier> names) {
    return new Place(kind, level, spot, names, listed, words);
  }

  Place listing(List<Identifier> names) {
    return new Place(kind, level, spot, qualifier, names, words);
  }
}
