package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.RelationName;
import io.linkspan.completion.MadeTables;
import io.linkspan.completion.Mark;
import io.linkspan.completion.UnknownNames;
import io.linkspan.pg.UserException;
import io.linkspan.request.CopyParser;
import io.linkspan.request.TableReference;
import io.linkspan.sql.ContinuedLines;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a typed text names that the databases do not have; nothing while in doubt. */
final class UnknownInInput {
  /** The names that are known, and where the text would look for them. */
  interface Known {
    /** The names of an open connection, where they have been read. */
    Optional<NameIndex> names(String connection);

    /** The connection that SQL goes to. */
    Optional<String> current();

    Optional<String> source();

    Optional<String> target();

    /** The source table of the plan in hand, with its connection. */
    Optional<TableReference> plannedSource();

    Optional<TableReference> plannedTarget();
  }

  /** What was made on a connection since its names were read. */
  private record Since(Optional<NameIndex> names, MadeTables made) {}

  private final Known known;
  private final Map<String, Since> made = new HashMap<>();

  UnknownInInput(Known known) {
    this.known = known;
  }

  /** Notes what a statement makes, which the names that were read before do not have. */
  void carriedOut(String connection, String sql) {
    if (DefinesObjects.verb(sql) || sql.toLowerCase(Locale.ROOT).contains("into")) {
      MadeTables more = MadeTables.in(sql);
      made.put(connection, new Since(known.names(connection), since(connection).made().and(more)));
    }
  }

  /** Once the names have been read again, temporary tables alone are missing in them. */
  private Since since(String connection) {
    Optional<NameIndex> names = known.names(connection);
    Since since =
        made.getOrDefault(connection, new Since(names, new MadeTables(Set.of(), Set.of())));
    boolean same =
        since.names().isPresent() && names.isPresent() && since.names().get() == names.get();
    return same ? since : new Since(names, new MadeTables(since.made().temporary(), Set.of()));
  }

  List<Mark> in(String typed) {
    Input input = Input.of(typed);
    if (input instanceof Input.OfSql sql) {
      Optional<String> connection = sql.connection().or(known::current);
      return moved(
          connection.map(name -> statement(name, sql.text())).orElse(List.of()),
          typed.length() - sql.text().length());
    }
    if (input instanceof Input.OfCommand command && !command.rest().isEmpty()) {
      Tokens tokens = Tokens.of(ContinuedLines.joined(command.rest()));
      return moved(command(command.word(), tokens), typed.lastIndexOf(command.rest()));
    }
    return List.of();
  }

  private static List<Mark> moved(List<Mark> marks, int by) {
    return marks.stream()
        .map(mark -> new Mark(mark.start() + by, mark.end() + by, mark.what()))
        .toList();
  }

  private List<Mark> statement(String connection, String sql) {
    return known
        .names(connection)
        .map(
            names ->
                UnknownNames.inStatement(
                        sql, names, since(connection).made().all(), OptionalInt.empty())
                    .stream()
                    .map(mark -> on(mark, connection))
                    .toList())
        .orElse(List.of());
  }

  private static Mark on(Mark mark, String connection) {
    return new Mark(mark.start(), mark.end(), mark.what() + " on " + connection);
  }

  private List<Mark> command(String word, Tokens tokens) {
    return switch (word) {
      case "plan" -> tokens.acceptWord("copy") ? copy(tokens) : List.of();
      case "compare" -> compared(tokens);
      case "describe" -> described(tokens);
      case "map", "where", "distinct", "on", "columns" -> clauses(word, tokens);
      default -> List.of();
    };
  }

  private List<Mark> described(Tokens tokens) {
    List<Mark> marks = new ArrayList<>();
    table(tokens, known.current(), marks);
    return tokens.atEnd() ? marks : List.of();
  }

  private List<Mark> compared(Tokens tokens) {
    List<Mark> marks = new ArrayList<>();
    table(tokens, known.source(), marks);
    if (tokens.acceptSymbol("->")) {
      table(tokens, known.target(), marks);
    }
    return marks;
  }

  private List<Mark> copy(Tokens tokens) {
    List<Mark> marks = new ArrayList<>();
    Optional<TableReference> source = Optional.empty();
    boolean query = tokens.atSymbol("(");
    if (query) {
      query(tokens, marks);
    } else {
      source = table(tokens, known.source(), marks);
    }
    if (!tokens.acceptSymbol("->")) {
      return marks;
    }
    Optional<TableReference> target = table(tokens, known.target(), marks);
    if (target.isPresent()) {
      UnknownInClauses.Ends ends =
          new UnknownInClauses.Ends(
              source.flatMap(table -> end(table, known.source())),
              end(target.get(), known.target()));
      UnknownInClauses clauses = new UnknownInClauses(ends);
      clauses.read(tokens);
      marks.addAll(clauses.marks());
    }
    return marks;
  }

  private void query(Tokens tokens, List<Mark> marks) {
    tokens.next();
    Slice query = tokens.textUntil(t -> false);
    known
        .source()
        .ifPresent(source -> marks.addAll(moved(statement(source, query.text()), query.begin())));
    tokens.acceptSymbol(")");
  }

  /** Passes a table, and marks it where its connection has none of that name. */
  private Optional<TableReference> table(
      Tokens tokens, Optional<String> connection, List<Mark> marks) {
    int begin = tokens.peek().begin();
    TableReference table;
    try {
      table = CopyParser.tableReference(tokens, "a table");
    } catch (UserException e) {
      // Not typed yet, or a pattern.
      tokens.textUntil(t -> t.atSymbol("->"));
      return Optional.empty();
    }
    Optional<String> where = table.connection().or(() -> connection);
    boolean missing =
        where
            .filter(name -> !since(name).made().all().contains(table.name().name()))
            .flatMap(known::names)
            .filter(names -> UnknownNames.lacks(names, table.name()))
            .isPresent();
    if (missing) {
      String what = "no table \"%s\" on %s".formatted(table.name(), where.orElseThrow());
      marks.add(new Mark(begin, tokens.peek(-1).end(), what));
    }
    return Optional.of(table);
  }

  /** The clauses that refine the plan in hand. */
  private List<Mark> clauses(String word, Tokens rest) {
    UnknownInClauses.Ends ends =
        new UnknownInClauses.Ends(
            known.plannedSource().flatMap(table -> end(table, known.source())),
            known.plannedTarget().flatMap(table -> end(table, known.target())));
    UnknownInClauses clauses = new UnknownInClauses(ends);
    clauses.clause(word, rest);
    clauses.read(rest);
    return clauses.marks();
  }

  private Optional<UnknownInClauses.End> end(TableReference table, Optional<String> connection) {
    Optional<String> where = table.connection().or(() -> connection);
    Optional<NameIndex> names = where.flatMap(known::names);
    Optional<RelationName> relation = names.flatMap(index -> index.relation(table.name()));
    boolean changed =
        where.filter(name -> since(name).made().all().contains(table.name().name())).isPresent();
    return relation
        .filter(found -> !changed && !names.orElseThrow().columns(found).isEmpty())
        .map(found -> new UnknownInClauses.End(names.orElseThrow(), found));
  }
}
