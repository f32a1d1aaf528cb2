package io.linkspan.completion;

import io.linkspan.completion.Level.Definition;
import io.linkspan.completion.Level.Verb;
import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a query: WITH, SELECT, VALUES, TABLE and what unites them. */
final class QueryReader {
  private static final Set<String> FIRST = Set.of("select", "with", "values", "table");
  private static final Set<String> UNITING = Set.of("union", "intersect", "except");
  private static final Set<String> CHANGING = Set.of("insert", "update", "delete", "merge");

  private final Reading reading;
  private final TypedTokens tokens;

  private QueryReader(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /** Whether a query comes next, brackets around it looked through. */
  static boolean begins(TypedTokens tokens) {
    int ahead = 0;
    while (tokens.symbolAt(ahead, "(")) {
      ahead++;
    }
    String word = tokens.word(ahead);
    boolean called = tokens.symbolAt(ahead + 1, "(") && !word.equals("select");
    return FIRST.contains(word) && !tokens.symbolAt(ahead + 1, ".") && (!called || isValues(word));
  }

  private static boolean isValues(String word) {
    return word.equals("values");
  }

  /**
   * Reads a query or a statement that changes rows, up to the bracket that closes around it.
   *
   * @param sees whether it sees the sources of the level around it
   * @return the level whose outputs are the query's
   */
  static Level query(Reading reading, Level around, boolean sees) {
    return new QueryReader(reading).whole(around, sees, false);
  }

  /** Reads the query whose rows a statement inserts. */
  static Level inserted(Reading reading, Level around) {
    return new QueryReader(reading).whole(around, false, true);
  }

  private Level whole(Level around, boolean sees, boolean inserted) {
    Level outer = around;
    if (tokens.at("with")) {
      outer = sees ? around.inside(Verb.OTHER) : around.beside(Verb.OTHER);
      sees = true;
      with(outer);
    }
    Level first = part(outer, sees, inserted);
    while (UNITING.contains(tokens.word())) {
      first.united = true;
      tokens.pass();
      if (!tokens.accept("all")) {
        tokens.accept("distinct");
      }
      part(outer, sees, inserted).united = true;
    }
    return first;
  }

  private Level part(Level outer, boolean sees, boolean inserted) {
    if (tokens.atCursor()) {
      Level level = level(outer, sees, Verb.OTHER);
      reading.passCursor(Place.words(level, "select", "values", "table", "with"));
      return level;
    }
    if (tokens.acceptSymbol("(")) {
      List<Level> inside = new ArrayList<>();
      reading.inBrackets(() -> inside.add(whole(outer, sees, false)));
      Level level = inside.isEmpty() ? level(outer, sees, Verb.OTHER) : inside.get(0);
      level.united = true;
      new SelectReader(reading, level).clauses();
      return level;
    }
    if (CHANGING.contains(tokens.word())) {
      return ChangeReader.read(reading, outer);
    }
    Level level = level(outer, sees, tokens.at("values") ? Verb.VALUES : Verb.SELECT);
    level.inserted = inserted;
    if (tokens.accept("values")) {
      values(level);
    } else if (tokens.accept("table")) {
      FromReader.table(reading, level);
      level.outputs.add(new Output.Star(Optional.empty()));
    } else if (tokens.accept("select")) {
      new SelectReader(reading, level).targets();
    }
    new SelectReader(reading, level).clauses();
    return level;
  }

  private static Level level(Level outer, boolean sees, Verb verb) {
    return sees ? outer.inside(verb) : outer.beside(verb);
  }

  private void with(Level level) {
    tokens.pass();
    tokens.accept("recursive");
    do {
      if (tokens.atCursor()) {
        reading.passCursor(Place.words(level, "recursive"));
      }
      Optional<Name> name = tokens.at("select") ? Optional.empty() : tokens.name();
      List<Identifier> columns = tokens.acceptSymbol("(") ? names() : List.of();
      Definition definition =
          new Definition(name.map(Name::last).orElse(TypedTokens.noName()), columns);
      level.definitions.add(definition);
      if (tokens.atCursor()) {
        reading.passCursor(Place.words(level, "as ("));
      }
      if (tokens.accept("as")) {
        tokens.accept("not");
        tokens.accept("materialized");
        if (tokens.atCursor()) {
          reading.passCursor(Place.words(level, "materialized (", "not materialized (", "("));
        }
        if (tokens.acceptSymbol("(")) {
          reading.inBrackets(() -> definition.body = Optional.of(body(level)));
        }
      }
      afterDefinition(level);
    } while (tokens.acceptSymbol(","));
  }

  private Level body(Level level) {
    if (tokens.atCursor()) {
      reading.passCursor(
          Place.words(level, "select", "values", "insert into", "update", "delete from"));
    }
    return whole(level, false, false);
  }

  /** Passes SEARCH and CYCLE, and a word where the statement itself may begin. */
  private void afterDefinition(Level level) {
    if (tokens.at("search") || tokens.at("cycle")) {
      while (!tokens.atClose() && !FIRST.contains(tokens.word())) {
        tokens.pass();
      }
    }
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "select", "insert into", "update", "delete from"));
    }
  }

  /** Reads names between brackets, the opening one passed. */
  private List<Identifier> names() {
    List<Identifier> names = new ArrayList<>();
    reading.inBrackets(
        () -> {
          while (!tokens.atClose()) {
            if (tokens.atCursor()) {
              reading.passCursor(
                  Place.of(Place.Kind.NOTHING, Level.outermost(Verb.OTHER), Clause.OTHER));
            } else if (tokens.atIdentifier()) {
              tokens.name().ifPresent(name -> names.add(name.last()));
            } else {
              tokens.pass();
            }
          }
        });
    return names;
  }

  private void values(Level level) {
    List<Integer> widths = new ArrayList<>();
    do {
      if (tokens.acceptSymbol("(")) {
        reading.inBrackets(() -> widths.add(row(level)));
      }
    } while (tokens.acceptSymbol(","));
    int width = widths.isEmpty() ? 0 : widths.get(0);
    for (int i = 1; i <= width; i++) {
      level.outputs.add(new Output.Named(new Identifier("column" + i), Optional.empty()));
    }
  }

  private int row(Level level) {
    int width = 0;
    do {
      new ExpressionReader(reading, level, Clause.VALUES, true).read();
      width++;
    } while (tokens.acceptSymbol(","));
    return width;
  }
}
