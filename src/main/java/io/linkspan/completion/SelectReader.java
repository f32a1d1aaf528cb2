package io.linkspan.completion;

import io.linkspan.completion.Reading.Made;
import java.util.Set;

/** Reads one SELECT after its first word. */
final class SelectReader {
  /** What ends the query, or comes after the last of its clauses. */
  private static final Set<String> ENDS = Set.of("union", "intersect", "except", "returning");

  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;

  SelectReader(Reading reading, Level level) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
  }

  void targets() {
    level.clauses.add(Clause.TARGETS);
    if (tokens.accept("distinct")) {
      if (tokens.accept("on") && tokens.acceptSymbol("(")) {
        reading.inBrackets(() -> ExpressionReader.list(reading, level, Clause.DISTINCT_ON, false));
      }
    } else {
      tokens.accept("all");
    }
    outputs(reading, level, Clause.TARGETS);
    if (tokens.accept("into")) {
      made();
    }
  }

  /** Reads a list of what the level gives. */
  static void outputs(Reading reading, Level level, Clause clause) {
    do {
      level.outputs.add(new ExpressionReader(reading, level, clause, false).read());
    } while (reading.tokens.acceptSymbol(","));
  }

  private void made() {
    boolean temporary = tokens.accept("temp") || tokens.accept("temporary");
    tokens.accept("unlogged");
    tokens.accept("table");
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Place.Kind.NOTHING, level, Clause.OTHER));
    } else {
      tokens.name().ifPresent(name -> reading.made.add(new Made(name, temporary)));
    }
  }

  /** Reads the clauses that follow, up to the end of the query. */
  void clauses() {
    while (!tokens.atClose() && !ends()) {
      if (!clause()) {
        other();
      }
    }
  }

  private boolean ends() {
    return ENDS.contains(tokens.word()) || tokens.at("on", "conflict");
  }

  private boolean clause() {
    switch (tokens.word()) {
      case "from" -> {
        begin(Clause.FROM, 1);
        FromReader.items(reading, level);
      }
      case "where" -> expressions(Clause.WHERE, 1);
      case "having" -> expressions(Clause.HAVING, 1);
      case "limit", "offset" -> expressions(Clause.LIMIT, 1);
      case "on" -> expressions(Clause.ON, 1);
      case "group", "order" -> by(tokens.at("group") ? Clause.GROUP : Clause.ORDER);
      case "fetch" -> {
        begin(Clause.LIMIT, 1);
        words("first", "next", "rows", "row", "only", "with", "ties");
      }
      case "for" -> {
        tokens.pass();
        lock();
      }
      case "window" -> {
        begin(Clause.WINDOW, 1);
        windows();
      }
      case "join", "left", "right", "inner", "full", "cross", "natural" ->
          FromReader.joins(reading, level);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void begin(Clause clause, int words) {
    level.clauses.add(clause);
    for (int i = 0; i < words; i++) {
      tokens.pass();
    }
  }

  private void expressions(Clause clause, int words) {
    begin(clause, words);
    ExpressionReader.list(reading, level, clause, false);
  }

  private void by(Clause clause) {
    tokens.pass();
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, "by"));
    } else if (tokens.accept("by")) {
      if (clause == Clause.GROUP && !tokens.accept("all")) {
        tokens.accept("distinct");
      }
      level.clauses.add(clause);
      ExpressionReader.list(reading, level, clause, false);
    }
  }

  private void words(String... words) {
    Set<String> known = Set.of(words);
    while (!tokens.atClose() && !ends()) {
      if (tokens.atCursor()) {
        reading.passCursor(Place.words(level, words));
      } else if (known.contains(tokens.word()) || tokens.word().isEmpty()) {
        tokens.pass();
      } else {
        return;
      }
    }
  }

  private void lock() {
    words("update", "no", "key", "share", "skip", "locked", "nowait");
    if (tokens.accept("of")) {
      do {
        tokens.name();
      } while (tokens.acceptSymbol(","));
    }
  }

  private void windows() {
    do {
      tokens.name();
      if (tokens.accept("as") && tokens.acceptSymbol("(")) {
        reading.inBrackets(() -> WindowReader.read(reading, level, Clause.WINDOW));
      }
    } while (tokens.acceptSymbol(","));
  }

  /** Passes what belongs to no clause. */
  private void other() {
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Place.Kind.AFTER_TABLE, level, Clause.FROM));
    } else if (tokens.acceptSymbol("(")) {
      reading.inBrackets(tokens::passInside);
    } else {
      tokens.pass();
    }
  }
}
