package io.linkspan.completion;

import io.linkspan.completion.Place.Kind;
import io.linkspan.completion.Reading.ColumnUse;
import io.linkspan.completion.Reading.TableUse;
import io.linkspan.completion.Source.Content;
import io.linkspan.pg.Identifier;
import io.linkspan.sql.SqlWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a query reads from: tables, queries and functions, and how they are joined. */
final class FromReader {
  private static final Set<String> NO_ALIAS = Set.of("set", "do", "when");
  private static final Set<String> SIDES = Set.of("left", "right", "full");

  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;

  private FromReader(Reading reading, Level level) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
  }

  /** Reads a list of items with their joins. */
  static void items(Reading reading, Level level) {
    FromReader reader = new FromReader(reading, level);
    do {
      reader.item(false);
      joins(reading, level);
    } while (reading.tokens.acceptSymbol(","));
  }

  /** Reads the joins that follow an item. */
  static void joins(Reading reading, Level level) {
    FromReader reader = new FromReader(reading, level);
    boolean more = true;
    while (more) {
      more = reader.join();
    }
  }

  /** Reads the one table that TABLE names. */
  static void table(Reading reading, Level level) {
    new FromReader(reading, level).item(false);
  }

  private boolean join() {
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Kind.AFTER_TABLE, level, Clause.FROM));
      return true;
    }
    if (tokens.at("on") && !tokens.at("on", "conflict")) {
      tokens.pass();
      new ExpressionReader(reading, level, Clause.ON, false).read();
      return true;
    }
    boolean conditional = !tokens.at("natural") && !tokens.at("cross");
    int before = tokens.position();
    tokens.accept("natural");
    if (SIDES.contains(tokens.word())) {
      tokens.pass();
      joinWord("join", "outer join");
      tokens.accept("outer");
    } else if (!tokens.accept("inner")) {
      tokens.accept("cross");
    }
    if (tokens.position() > before) {
      boolean natural = tokens.word(-1).equals("natural");
      joinWord(natural ? new String[] {"join", "left join", "inner join"} : new String[] {"join"});
    }
    if (tokens.accept("join")) {
      item(conditional);
      condition(conditional);
    }
    return tokens.position() > before;
  }

  private void joinWord(String... words) {
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, words));
    }
  }

  private void condition(boolean missing) {
    if (missing && tokens.atCursor()) {
      reading.passCursor(Place.of(Kind.AFTER_JOINED, level, Clause.FROM));
    }
    if (tokens.accept("using")) {
      if (tokens.acceptSymbol("(")) {
        reading.inBrackets(this::using);
      }
      if (tokens.accept("as")) {
        tokens.name();
      }
    }
  }

  private void using() {
    List<Identifier> listed = new ArrayList<>();
    while (!tokens.atClose()) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.of(Kind.USING_COLUMN, level, Clause.ON).listing(listed));
      } else if (tokens.atIdentifier()) {
        Name name = tokens.name().orElseThrow();
        listed.add(name.last());
        reading.use(new ColumnUse(name, level, Clause.ON, false));
      } else {
        tokens.pass();
      }
    }
  }

  private void item(boolean joined) {
    boolean lateral = tokens.accept("lateral");
    tokens.accept("only");
    if (tokens.acceptSymbol("(")) {
      bracket(lateral, joined);
    } else if (tokens.at("rows", "from") && tokens.symbolAt(2, "(")) {
      tokens.pass();
      tokens.pass();
      tokens.pass();
      reading.inBrackets(tokens::passInside);
      ordinality();
      alias(Optional.empty(), new Content.OfCall(), joined);
    } else if (tokens.atCursor()) {
      Place.Spot spot = new Place.Spot(Clause.FROM, false, joined, false, level.sources.size());
      reading.passCursor(Place.of(Kind.TABLE, level, Clause.FROM).at(spot));
      // What follows may be the alias of the table that is being typed.
      alias(Optional.empty(), new Content.OfCall(), joined);
    } else if (tokens.atIdentifier() && !isKeyWord()) {
      named(tokens.name().orElseThrow(), joined);
    }
  }

  private boolean isKeyWord() {
    return SqlWords.isReserved(tokens.word())
        && !tokens.symbolAt(1, ".")
        && !tokens.symbolAt(1, "(");
  }

  private void bracket(boolean lateral, boolean joined) {
    if (QueryReader.begins(tokens)) {
      List<Level> inside = new ArrayList<>();
      reading.inBrackets(() -> inside.add(QueryReader.query(reading, level, lateral)));
      inside.forEach(query -> alias(Optional.empty(), new Content.OfQuery(query), joined));
    } else {
      reading.inBrackets(() -> items(reading, level));
      if (tokens.accept("as")) {
        tokens.name();
      }
    }
  }

  private void named(Name name, boolean joined) {
    if (tokens.atSymbol("(")) {
      new CallReader(reading, level, Clause.FROM).read(name);
      ordinality();
      alias(Optional.of(name.last()), new Content.OfCall(), joined);
    } else {
      reading.use(new TableUse(name, level));
      if (tokens.atSymbol("*")) {
        tokens.pass();
      }
      alias(Optional.of(name.last()), new Content.OfTable(name.qualified()), joined);
    }
    if (tokens.accept("tablesample")) {
      tokens.name();
      sample();
      if (tokens.accept("repeatable")) {
        sample();
      }
    }
  }

  private void sample() {
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(tokens::passInside);
    }
  }

  private void ordinality() {
    tokens.accept("with", "ordinality");
  }

  private void alias(Optional<Identifier> own, Content content, boolean joined) {
    boolean as = tokens.accept("as");
    Optional<Identifier> alias = Optional.empty();
    if (tokens.atCursor()) {
      Kind kind = as ? Kind.NOTHING : joined ? Kind.AFTER_JOINED : Kind.AFTER_TABLE;
      // The place is told after the source is known, because it speaks of it.
      add(own, alias, content, List.of());
      reading.passCursor(Place.of(kind, level, Clause.FROM));
      return;
    }
    if (tokens.atIdentifier() && (as || isAlias())) {
      alias = tokens.name().map(Name::last);
    }
    if ((alias.isPresent() || as) && tokens.acceptSymbol("(")) {
      DeclaredColumns declared = new DeclaredColumns(reading, level);
      reading.inBrackets(declared::read);
      Content known =
          declared.typed() || content instanceof Content.OfCall
              ? new Content.Declared(declared.columns())
              : content;
      List<Identifier> renamed = known.equals(content) ? declared.names() : List.of();
      add(own, alias, known, renamed);
      return;
    }
    add(own, alias, content, List.of());
  }

  private boolean isAlias() {
    return !SqlWords.isReserved(tokens.word()) && !NO_ALIAS.contains(tokens.word());
  }

  private void add(
      Optional<Identifier> own,
      Optional<Identifier> alias,
      Content content,
      List<Identifier> renamed) {
    Identifier name = alias.or(() -> own).orElse(TypedTokens.noName());
    level.sources.add(new Source(name, alias.isPresent(), content, level, renamed));
  }
}
