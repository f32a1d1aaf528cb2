package io.linkspan.completion;

import io.linkspan.completion.Level.Verb;
import io.linkspan.completion.Place.Kind;
import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Reads what follows ON CONFLICT. */
final class ConflictReader {
  private final Reading reading;
  private final TypedTokens tokens;
  private final Level insert;
  private final ChangeReader change;

  ConflictReader(Reading reading, Level insert, ChangeReader change) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.insert = insert;
    this.change = change;
  }

  void read() {
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(insert, "do nothing", "(", "on constraint"));
    }
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(this::keys);
    } else if (tokens.accept("on", "constraint")) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.of(Kind.NOTHING, insert, Clause.CONFLICT));
      } else {
        tokens.name();
      }
    }
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(insert, "do nothing", "do update set", "where"));
    }
    if (tokens.accept("where")) {
      new ExpressionReader(reading, insert, Clause.CONFLICT, false).read();
    }
    if (tokens.accept("do")) {
      action();
    }
  }

  private void keys() {
    List<Identifier> listed = new ArrayList<>();
    do {
      if (tokens.atCursor()) {
        reading.passCursor(Place.of(Kind.CONFLICT_COLUMN, insert, Clause.CONFLICT).listing(listed));
      } else {
        listed.addAll(tokens.peekName().map(Name::parts).orElse(List.of()));
        ExpressionReader.argument(reading, insert, Clause.CONFLICT, false);
      }
    } while (tokens.acceptSymbol(","));
  }

  private void action() {
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(insert, "nothing", "update set"));
    }
    if (tokens.accept("nothing")) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.words(insert, "returning"));
      }
      return;
    }
    Level update = insert.beside(Verb.UPDATE);
    update.target = insert.target;
    update.inserted = true;
    insert.target.ifPresent(
        target -> {
          Identifier excluded = new Identifier("excluded");
          update.sources.add(new Source(excluded, true, target.content(), insert, List.of()));
          update.sources.add(target);
        });
    if (tokens.accept("update")) {
      change.word("set");
      change.assignments(update);
      new SelectReader(reading, update).clauses();
    }
  }
}
