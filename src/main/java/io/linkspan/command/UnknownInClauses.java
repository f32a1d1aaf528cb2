package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.RelationName;
import io.linkspan.completion.Mark;
import io.linkspan.completion.UnknownNames;
import io.linkspan.pg.Identifier;
import io.linkspan.request.ClauseWords;
import io.linkspan.sql.Slice;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Columns that the clauses of a copy name and its tables do not have. */
final class UnknownInClauses {
  /** A table of the copy, with the names of its connection. */
  record End(NameIndex names, RelationName relation) {
    boolean has(Identifier column) {
      return names.columns(relation).stream().anyMatch(c -> c.name().equals(column));
    }
  }

  /** Both tables, as far as they are known. */
  record Ends(Optional<End> source, Optional<End> target) {}

  private final Ends ends;
  private final List<Mark> marks = new ArrayList<>();

  UnknownInClauses(Ends ends) {
    this.ends = ends;
  }

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  /** Reads what follows the target of a copy: its columns, and clauses. */
  void read(Tokens tokens) {
    if (tokens.atSymbol("(")) {
      columns(tokens);
    }
    while (!tokens.atEnd()) {
      clause(tokens.next().word(), tokens);
    }
  }

  /** Reads a clause after its first word. */
  void clause(String word, Tokens tokens) {
    switch (word) {
      case "map" -> mapping(tokens);
      case "columns" -> columns(tokens);
      case "where" -> ofSource(tokens.textUntil(ClauseWords::begins));
      case "distinct" -> distinct(tokens);
      case "on" -> conflict(tokens);
      default -> {}
    }
  }

  private void mapping(Tokens tokens) {
    do {
      targetColumn(tokens);
      if (tokens.acceptSymbol("=")) {
        ofSource(tokens.textUntil(t -> t.atSymbol(",") || ClauseWords.begins(t)));
      }
    } while (tokens.acceptSymbol(","));
  }

  /** Passes a column of the target, and marks it where the target has none of that name. */
  private void targetColumn(Tokens tokens) {
    SqlToken token = tokens.peek();
    Optional<Identifier> name = tokens.acceptIdentifier();
    if (name.isPresent() && ends.target().filter(end -> !end.has(name.get())).isPresent()) {
      mark(token, name.get(), ends.target().orElseThrow());
    }
  }

  private void mark(SqlToken token, Identifier name, End end) {
    String what =
        "no column \"%s\" in %s".formatted(name.name(), end.relation().name().name().quoted());
    marks.add(new Mark(token.begin(), token.end(), what));
  }

  private void columns(Tokens tokens) {
    if (!tokens.acceptSymbol("(")) {
      return;
    }
    do {
      targetColumn(tokens);
    } while (tokens.acceptSymbol(","));
    tokens.acceptSymbol(")");
  }

  /** What an expression over the source's rows names; a query in it sees other tables as well. */
  private void ofSource(Slice expression) {
    ends.source().ifPresent(source -> expression(expression, source));
  }

  private void expression(Slice expression, End end) {
    boolean query = expression.text().toLowerCase(Locale.ROOT).contains("select");
    boolean word =
        expression.text().equalsIgnoreCase("default") || expression.text().equalsIgnoreCase("off");
    if (query || word) {
      return;
    }
    UnknownNames.inExpression(
            expression.text(), end.names(), List.of(end.relation()), OptionalInt.empty())
        .forEach(mark -> marks.add(moved(mark, expression.begin())));
  }

  private static Mark moved(Mark mark, int by) {
    return new Mark(mark.start() + by, mark.end() + by, mark.what());
  }

  /** Rows are told apart by the values that are copied, under the names of either table. */
  private void distinct(Tokens tokens) {
    if (!tokens.acceptWord("on") || !tokens.acceptSymbol("(")) {
      return;
    }
    Slice inside = tokens.textUntil(t -> false);
    for (Slice part : tokens.within(inside).splitTopLevel(",")) {
      eitherColumn(tokens.within(part));
    }
    tokens.acceptSymbol(")");
    tokens.textUntil(ClauseWords::begins);
  }

  private void eitherColumn(Tokens part) {
    SqlToken token = part.peek();
    Optional<Identifier> name = part.acceptIdentifier();
    if (name.isPresent() && part.atEnd() && ends.source().isPresent()) {
      End source = ends.source().get();
      boolean there =
          source.has(name.get()) || ends.target().filter(t -> !t.has(name.get())).isEmpty();
      if (!there) {
        mark(token, name.get(), source);
      }
    }
  }

  private void conflict(Tokens tokens) {
    if (!tokens.acceptWord("conflict")) {
      return;
    }
    if (tokens.acceptSymbol("(")) {
      Slice inside = tokens.textUntil(t -> false);
      for (Slice part : tokens.within(inside).splitTopLevel(",")) {
        Tokens key = tokens.within(part);
        if (!key.peek(1).isSymbol("(")) {
          targetColumn(key);
        }
      }
      tokens.acceptSymbol(")");
    }
    if (tokens.acceptWord("do", "update", "set")) {
      assignments(tokens);
    }
  }

  private void assignments(Tokens tokens) {
    do {
      targetColumn(tokens);
      if (tokens.acceptSymbol("=")) {
        tokens.textUntil(t -> t.atSymbol(",") || ClauseWords.begins(t));
      }
    } while (tokens.acceptSymbol(","));
    if (tokens.acceptWord("where")) {
      // It speaks of the target's row and of the one that is copied.
      tokens.textUntil(ClauseWords::begins);
    }
  }
}
