package io.linkspan.completion;

import io.linkspan.completion.Place.Kind;
import io.linkspan.completion.Reading.Made;
import io.linkspan.completion.Reading.TableUse;
import io.linkspan.completion.Source.Content;
import java.util.List;
import java.util.Set;

/** Reads CREATE as far as names of tables, columns and types can stand in it. */
final class CreateReader {
  private static final Set<String> BEFORE_KIND =
      Set.of(
          ("create or replace temp temporary unlogged local global recursive materialized unique"
                  + " foreign constraint event")
              .split(" "));

  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;
  private boolean temporary;

  CreateReader(Reading reading, Level level) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
  }

  void read() {
    while (BEFORE_KIND.contains(tokens.word()) && !tokens.atCursor()) {
      temporary |= tokens.at("temp") || tokens.at("temporary");
      tokens.pass();
    }
    if (tokens.atCursor()) {
      reading.passCursor(
          Place.words(
              level,
              "table",
              "view",
              "index",
              "unique index",
              "materialized view",
              "temporary table",
              "or replace view",
              "schema",
              "function",
              "sequence",
              "type",
              "extension",
              "trigger",
              "role",
              "database"));
      return;
    }
    switch (tokens.word()) {
      case "table", "view" -> relation();
      case "index" -> index();
      default -> name(Kind.NOTHING);
    }
  }

  private void name(Kind kind) {
    name(kind, "if not exists");
  }

  private void name(Kind kind, String... words) {
    tokens.pass();
    tokens.accept("if", "not", "exists");
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(kind, level, Clause.OTHER).with(words));
    }
  }

  private void relation() {
    name(Kind.NOTHING);
    tokens.name().ifPresent(name -> reading.made.add(new Made(name, temporary)));
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "(", "as", "partition of"));
    }
    if (tokens.accept("partition", "of")) {
      table();
    }
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(this::items);
    }
    while (!tokens.atEnd() && !tokens.at("as") && !tokens.atCursor()) {
      tokens.pass();
    }
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "as", "partition by", "with ("));
    }
    if (tokens.accept("as")) {
      QueryReader.query(reading, level, false);
    }
  }

  private void table() {
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Kind.RELATION, level, Clause.OTHER));
    } else {
      tokens.name().ifPresent(name -> reading.use(new TableUse(name, level)));
    }
  }

  private void items() {
    do {
      if (tokens.atCursor()) {
        reading.passCursor(
            Place.of(Kind.NOTHING, level, Clause.OTHER)
                .with("primary key (", "foreign key (", "unique (", "check (", "constraint"));
      } else if (tokens.accept("like")) {
        table();
      } else if (tokens.atIdentifier() && !isConstraint()) {
        tokens.name();
        if (!tokens.atClose() && !tokens.atSymbol(",")) {
          TypeReader.read(reading, level);
        }
      }
      constraints();
    } while (tokens.acceptSymbol(","));
  }

  private boolean isConstraint() {
    return Set.of("constraint", "primary", "foreign", "unique", "check", "exclude")
        .contains(tokens.word());
  }

  private void constraints() {
    while (!tokens.atClose() && !tokens.atSymbol(",")) {
      if (tokens.accept("references")) {
        table();
      } else if (tokens.atCursor()) {
        reading.passCursor(
            Place.words(
                level,
                "not null",
                "default",
                "primary key",
                "unique",
                "references",
                "check (",
                "generated always as identity",
                "null",
                "collate"));
      } else if (tokens.acceptSymbol("(") || tokens.acceptSymbol("[")) {
        reading.inBrackets(tokens::passInside);
      } else {
        tokens.pass();
      }
    }
  }

  private void index() {
    name(Kind.NOTHING, "on", "concurrently", "if not exists");
    tokens.accept("concurrently");
    tokens.accept("if", "not", "exists");
    if (!tokens.at("on")) {
      tokens.name();
    }
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "on"));
    }
    if (!tokens.accept("on")) {
      return;
    }
    tokens.accept("only");
    if (tokens.atCursor()) {
      table();
      return;
    }
    tokens
        .name()
        .ifPresent(
            name -> {
              reading.use(new TableUse(name, level));
              level.sources.add(
                  new Source(
                      name.last(), false, new Content.OfTable(name.qualified()), level, List.of()));
            });
    if (tokens.accept("using")) {
      tokens.name();
    }
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "(", "using"));
    }
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(() -> ExpressionReader.list(reading, level, Clause.OTHER, true));
    }
    if (tokens.accept("where")) {
      new ExpressionReader(reading, level, Clause.WHERE, false).read();
    }
  }
}
