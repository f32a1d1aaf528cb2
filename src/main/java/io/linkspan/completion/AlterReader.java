package io.linkspan.completion;

import io.linkspan.completion.Place.Kind;
import io.linkspan.completion.Reading.ColumnUse;
import io.linkspan.completion.Reading.Made;
import io.linkspan.completion.Reading.TableUse;
import io.linkspan.completion.Source.Content;
import java.util.List;
import java.util.Optional;

/** Reads ALTER after its first word. */
final class AlterReader {
  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;

  AlterReader(Reading reading, Level level) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
  }

  void read() {
    words("table", "view", "index", "schema", "sequence", "function", "role", "database", "type");
    tokens.accept("materialized");
    tokens.accept("foreign");
    if (tokens.accept("table")) {
      table(Kind.RELATION);
    } else if (tokens.accept("view")) {
      table(Kind.VIEW);
    } else if (tokens.accept("schema")) {
      name(Kind.SCHEMA);
    } else if (tokens.accept("function")) {
      name(Kind.ROUTINE);
    } else if (tokens.accept("type")) {
      name(Kind.TYPE);
    }
  }

  private void words(String... words) {
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, words));
    }
  }

  private void name(Kind kind) {
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(kind, level, Clause.OTHER));
    }
    tokens.name();
    words("rename to", "owner to", "set schema");
  }

  private void table(Kind kind) {
    boolean mayMiss = tokens.accept("if", "exists");
    tokens.accept("only");
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(kind, level, Clause.OTHER));
      return;
    }
    Optional<Name> name = tokens.name();
    name.filter(n -> !mayMiss).ifPresent(n -> reading.use(new TableUse(n, level)));
    name.ifPresent(this::target);
    name.ifPresent(reading.altered::add);
    do {
      action();
    } while (tokens.acceptSymbol(","));
  }

  private void target(Name name) {
    Source source =
        new Source(name.last(), false, new Content.OfTable(name.qualified()), level, List.of());
    level.sources.add(source);
    level.target = Optional.of(source);
  }

  private void action() {
    words(
        "add column",
        "drop column",
        "alter column",
        "rename column",
        "rename to",
        "add constraint",
        "add primary key (",
        "drop constraint",
        "owner to",
        "set schema",
        "enable trigger",
        "disable trigger",
        "attach partition",
        "validate constraint");
    if (tokens.accept("add")) {
      words("column", "constraint", "primary key (", "foreign key (", "unique (", "check (");
      if (tokens.accept("column")) {
        tokens.accept("if", "not", "exists");
        added();
      }
    } else if (tokens.accept("rename", "to")) {
      tokens.name().ifPresent(name -> reading.made.add(new Made(name, false)));
    } else if (tokens.at("drop") || tokens.at("alter") || tokens.at("rename")) {
      changed();
    }
    rest();
  }

  private void added() {
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Kind.NOTHING, level, Clause.OTHER));
    } else {
      tokens.name();
      TypeReader.read(reading, level);
      words("not null", "default", "unique", "references", "check (");
    }
  }

  private void changed() {
    tokens.pass();
    words("column", "constraint", "to");
    if (tokens.accept("column")) {
      tokens.accept("if", "exists");
      column();
    }
    words("type", "set not null", "drop not null", "set default", "drop default", "to");
    if (tokens.accept("type") || tokens.accept("set", "data", "type")) {
      TypeReader.read(reading, level);
    }
  }

  private void column() {
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Kind.TARGET_COLUMN, level, Clause.OTHER));
    } else {
      tokens.name();
    }
  }

  /** Reads a list of columns between brackets, the opening one passed. */
  void columns() {
    reading.inBrackets(
        () -> {
          while (!tokens.atClose()) {
            if (tokens.atCursor()) {
              reading.passCursor(Place.of(Kind.TARGET_COLUMN, level, Clause.OTHER));
            } else if (tokens.atIdentifier()) {
              Name name = tokens.name().orElseThrow();
              reading.use(new ColumnUse(name, level, Clause.OTHER, true));
            } else {
              tokens.pass();
            }
          }
        });
  }

  private void rest() {
    while (!tokens.atEnd() && !tokens.atSymbol(",")) {
      if (tokens.accept("references") || tokens.accept("partition")) {
        if (tokens.atCursor()) {
          reading.passCursor(Place.of(Kind.RELATION, level, Clause.OTHER));
        }
      } else if (tokens.atCursor()) {
        reading.passCursor(Place.of(Kind.NOTHING, level, Clause.OTHER));
      } else if (tokens.acceptSymbol("(")) {
        reading.inBrackets(tokens::passInside);
      } else {
        tokens.pass();
      }
    }
  }
}
