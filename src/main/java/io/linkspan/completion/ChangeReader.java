package io.linkspan.completion;

import io.linkspan.completion.Level.Verb;
import io.linkspan.completion.Place.Kind;
import io.linkspan.completion.Reading.ColumnUse;
import io.linkspan.completion.Reading.TableUse;
import io.linkspan.completion.Source.Content;
import io.linkspan.pg.Identifier;
import io.linkspan.sql.SqlWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads INSERT, UPDATE, DELETE and MERGE. */
final class ChangeReader {
  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;

  private ChangeReader(Reading reading, Level level) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
  }

  /** Reads the statement that comes next, and gives its level. */
  static Level read(Reading reading, Level around) {
    String word = reading.tokens.word();
    Verb verb =
        switch (word) {
          case "insert" -> Verb.INSERT;
          case "update" -> Verb.UPDATE;
          case "delete" -> Verb.DELETE;
          default -> Verb.MERGE;
        };
    ChangeReader reader = new ChangeReader(reading, around.inside(verb));
    reading.tokens.pass();
    switch (verb) {
      case INSERT -> reader.insert();
      case UPDATE -> reader.update();
      case DELETE -> reader.delete();
      default -> new MergeReader(reading, reader.level, reader).read();
    }
    reader.returning();
    return reader.level;
  }

  private void insert() {
    word("into");
    if (target(false)) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.of(Kind.AFTER_INSERT_TABLE, level, Clause.OTHER));
      }
      if (!QueryReader.begins(tokens) && tokens.acceptSymbol("(")) {
        columns();
      }
    }
    if (tokens.atCursor()) {
      reading.passCursor(
          Place.words(
              level, "values (", "select", "overriding system value", "default values", "with"));
    }
    if (tokens.accept("overriding")) {
      passAny("system", "user", "value");
    }
    if (!tokens.accept("default", "values") && !tokens.at("on") && !tokens.at("returning")) {
      QueryReader.inserted(reading, level);
    }
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "on conflict", "returning"));
    }
    if (tokens.accept("on", "conflict")) {
      new ConflictReader(reading, level, this).read();
    }
  }

  private void update() {
    if (target(true)) {
      word("set");
      assignments(level);
    }
    new SelectReader(reading, level).clauses();
  }

  private void delete() {
    word("from");
    target(true);
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "where", "using", "returning"));
    }
    if (tokens.accept("using")) {
      FromReader.items(reading, level);
    }
    new SelectReader(reading, level).clauses();
  }

  private void returning() {
    if (tokens.accept("returning")) {
      SelectReader.outputs(reading, level, Clause.RETURNING);
    }
  }

  /** Passes a word that must come next. */
  void word(String word) {
    if (tokens.atCursor() && !tokens.at(word)) {
      reading.passCursor(Place.words(level, word));
    }
    tokens.accept(word);
  }

  private void passAny(String... words) {
    while (List.of(words).contains(tokens.word()) || tokens.atCursor()) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.words(level, words));
      } else {
        tokens.pass();
      }
    }
  }

  /**
   * Reads the table that is written.
   *
   * @param bareAlias whether an alias may follow without AS
   * @return whether one is named
   */
  boolean target(boolean bareAlias) {
    tokens.accept("only");
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Kind.RELATION, level, Clause.OTHER));
      return true;
    }
    if (!tokens.atIdentifier() || SqlWords.isReserved(tokens.word())) {
      return false;
    }
    Name name = tokens.name().orElseThrow();
    reading.use(new TableUse(name, level));
    tokens.acceptSymbol("*");
    Optional<Identifier> alias = Optional.empty();
    boolean as = tokens.accept("as");
    boolean free = !SqlWords.isReserved(tokens.word()) && !tokens.at("set");
    if (tokens.atIdentifier() && !tokens.atCursor() && (as || (bareAlias && free))) {
      alias = tokens.name().map(Name::last);
    }
    Source source =
        new Source(
            alias.orElse(name.last()),
            alias.isPresent(),
            new Content.OfTable(name.qualified()),
            level,
            List.of());
    level.sources.add(source);
    level.target = Optional.of(source);
    return true;
  }

  /** Reads a list of the table's columns, the opening bracket passed. */
  void columns() {
    List<Identifier> listed = new ArrayList<>();
    int begin = tokens.position();
    reading.inBrackets(() -> names(listed, false));
    int end = tokens.position();
    tokens.moveTo(begin);
    reading.inBrackets(() -> names(listed, true));
    tokens.moveTo(Math.max(end, tokens.position()));
  }

  /** Those behind the cursor are listed too, so the list is read twice. */
  private void names(List<Identifier> listed, boolean again) {
    while (!tokens.atClose() && !QueryReader.begins(tokens)) {
      if (tokens.atCursor() && again) {
        reading.passCursor(Place.of(Kind.TARGET_COLUMN, level, Clause.OTHER).listing(listed));
      } else if (tokens.atIdentifier()) {
        Name name = tokens.name().orElseThrow();
        if (again) {
          reading.use(new ColumnUse(name, level, Clause.OTHER, true));
        } else if (!name.atCursor()) {
          listed.add(name.parts().get(0));
        }
      } else {
        tokens.pass();
      }
    }
  }

  /** Reads what SET gives to the target's columns, by values that this level sees. */
  void assignments(Level seen) {
    List<Identifier> listed = new ArrayList<>();
    do {
      if (tokens.atCursor()) {
        reading.passCursor(Place.of(Kind.TARGET_COLUMN, seen, Clause.SET).listing(listed));
      } else if (tokens.acceptSymbol("(")) {
        columns();
      } else if (tokens.atIdentifier() && !SqlWords.isReserved(tokens.word())) {
        Name name = tokens.name().orElseThrow();
        listed.add(name.parts().get(0));
        reading.use(new ColumnUse(name, level, Clause.SET, true));
        subscript();
      }
      if (tokens.atCursor()) {
        reading.passCursor(Place.words(level, "="));
      }
      if (tokens.acceptSymbol("=")) {
        seen.assigned = listed.subList(Math.max(0, listed.size() - 1), listed.size());
        new ExpressionReader(reading, seen, Clause.SET, false).read();
      }
    } while (tokens.acceptSymbol(","));
  }

  private void subscript() {
    while (tokens.acceptSymbol("[")) {
      reading.inBrackets(tokens::passInside);
    }
  }
}
