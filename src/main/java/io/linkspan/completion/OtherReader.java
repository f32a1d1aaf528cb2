package io.linkspan.completion;

import io.linkspan.completion.Place.Kind;
import io.linkspan.completion.Reading.TableUse;
import io.linkspan.completion.Source.Content;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the statements that name tables, settings and other objects without a query of theirs. */
final class OtherReader {
  private static final String[] PRIVILEGES = {
    "select",
    "insert",
    "update",
    "delete",
    "truncate",
    "references",
    "trigger",
    "usage",
    "execute",
    "all"
  };

  private static final Set<String> BEFORE_PRIVILEGE = Set.of("grant", "revoke", "for", "option");

  private final Reading reading;
  private final TypedTokens tokens;
  private final Level level;

  OtherReader(Reading reading, Level level) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.level = level;
  }

  void read() {
    String verb = tokens.word();
    tokens.pass();
    switch (verb) {
      case "truncate" -> tables("table", "only");
      case "lock" -> tables("table", "only");
      case "analyze", "analyse", "vacuum" -> maintained();
      case "drop" -> drop();
      case "alter" -> new AlterReader(reading, level).read();
      case "comment" -> comment();
      case "copy" -> copy();
      case "grant", "revoke" -> granted();
      case "refresh" -> refreshed();
      case "set", "show", "reset" -> setting(verb);
      case "declare", "prepare" -> query();
      case "call" -> place(Kind.ROUTINE);
      case "begin", "start" ->
          words("transaction", "isolation level", "read only", "read write", "serializable");
      case "commit", "end" -> words("and chain");
      case "rollback" -> words("to savepoint", "and chain");
      case "reindex" -> {
        words("table", "index", "schema", "database", "concurrently");
        tables("table", "concurrently");
      }
      default -> {}
    }
  }

  private void words(String... words) {
    if (tokens.atCursor()) {
      reading.passCursor(Place.words(level, words));
    }
  }

  private void place(Kind kind, String... words) {
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(kind, level, Clause.OTHER).with(words));
    }
  }

  /** Reads a list of tables, these words before each of them passed. */
  private void tables(String... before) {
    Set<String> passed = Set.of(before);
    do {
      while (passed.contains(tokens.word()) && !tokens.atCursor()) {
        tokens.pass();
      }
      table(Kind.RELATION, false);
    } while (tokens.acceptSymbol(","));
  }

  private void table(Kind kind, boolean mayMiss) {
    if (tokens.atCursor()) {
      place(kind);
    } else {
      tokens
          .name()
          .filter(name -> !mayMiss)
          .ifPresent(name -> reading.use(new TableUse(name, level)));
    }
  }

  private void maintained() {
    if (tokens.acceptSymbol("(")) {
      reading.inBrackets(tokens::passInside);
    }
    tables("full", "freeze", "verbose", "analyze", "only");
  }

  private void drop() {
    words(
        "table",
        "view",
        "index",
        "materialized view",
        "schema",
        "function",
        "sequence",
        "type",
        "extension",
        "trigger",
        "role",
        "database");
    String kind = tokens.accept("materialized") ? "view" : tokens.word();
    tokens.pass();
    tokens.accept("concurrently");
    boolean mayMiss = tokens.accept("if", "exists");
    do {
      switch (kind) {
        case "table" -> table(Kind.RELATION, mayMiss);
        case "view" -> table(Kind.VIEW, mayMiss);
        case "schema" -> place(Kind.SCHEMA);
        case "function", "procedure", "routine", "aggregate" -> place(Kind.ROUTINE);
        case "type", "domain" -> place(Kind.TYPE);
        default -> place(Kind.NOTHING);
      }
      if (!tokens.atCursor()) {
        tokens.name();
      }
    } while (tokens.acceptSymbol(","));
    words("cascade", "restrict");
  }

  private void comment() {
    tokens.accept("on");
    words("on table", "on column", "table", "column", "view", "schema", "function", "index");
    if (tokens.accept("table")) {
      table(Kind.RELATION, false);
    } else if (tokens.accept("view") || tokens.accept("column")) {
      place(Kind.RELATION);
      tokens.name();
    } else if (tokens.accept("schema")) {
      place(Kind.SCHEMA);
      tokens.name();
    }
    words("is");
  }

  private void copy() {
    if (QueryReader.begins(tokens) && tokens.acceptSymbol("(")) {
      reading.inBrackets(() -> QueryReader.query(reading, level, false));
    } else if (tokens.atCursor()) {
      place(Kind.RELATION, "(");
    } else {
      tokens.name().ifPresent(this::target);
      if (tokens.acceptSymbol("(")) {
        new AlterReader(reading, level).columns();
      }
    }
    words("from stdin", "to stdout", "from", "to", "(");
    while (!tokens.atEnd() && !tokens.atCursor()) {
      tokens.pass();
    }
    words("stdin", "stdout", "with (format csv, header)", "csv", "header", "delimiter");
  }

  private void target(Name name) {
    reading.use(new TableUse(name, level));
    Source source =
        new Source(name.last(), false, new Content.OfTable(name.qualified()), level, List.of());
    level.sources.add(source);
    level.target = Optional.of(source);
  }

  private void granted() {
    while (!tokens.atEnd() && !tokens.at("on") && !tokens.atCursor()) {
      tokens.pass();
    }
    if (tokens.atCursor()) {
      boolean first = tokens.symbolAt(-1, ",") || BEFORE_PRIVILEGE.contains(tokens.word(-1));
      words(first ? PRIVILEGES : new String[] {"on"});
    }
    if (tokens.accept("on")) {
      boolean named = tokens.accept("table");
      if (!named && (tokens.accept("schema") || tokens.accept("database"))) {
        place(Kind.SCHEMA);
        tokens.name();
      } else if (!named && tokens.accept("function")) {
        place(Kind.ROUTINE);
      } else if (tokens.atCursor()) {
        place(Kind.RELATION, "table", "schema", "all tables in schema", "function");
      } else if (!tokens.at("all")) {
        tokens.name();
      }
    }
    words("to", "from");
  }

  private void refreshed() {
    words("materialized view");
    tokens.accept("materialized");
    words("view");
    tokens.accept("view");
    tokens.accept("concurrently");
    table(Kind.VIEW, false);
    words("with no data");
  }

  private void setting(String verb) {
    if (verb.equals("set")) {
      while (tokens.at("local") || tokens.at("session")) {
        tokens.pass();
      }
    }
    place(Kind.PARAMETER, verb.equals("set") ? "local" : "all");
    boolean path = tokens.at("search_path");
    if (tokens.name().isPresent() && verb.equals("set")) {
      words("to", "=");
      if (tokens.accept("to") || tokens.acceptSymbol("=")) {
        place(path ? Kind.SCHEMA : Kind.NOTHING, "default", "on", "off");
      }
    }
  }

  /** Reads the query of a cursor or a prepared statement. */
  private void query() {
    while (!tokens.atEnd() && !tokens.at("for") && !tokens.at("as") && !tokens.atCursor()) {
      tokens.pass();
    }
    words("cursor for", "as");
    if (tokens.accept("for") || tokens.accept("as")) {
      QueryReader.query(reading, level, false);
    }
  }
}
