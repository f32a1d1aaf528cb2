package io.linkspan.session;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.request.CopyParser;
import io.linkspan.request.TableReference;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan relies upon, as text that travels with a script. */
public final class TableShapes {
  private static final Set<String> KEYS = Set.of("primary", "unique", "exclude");

  private TableShapes() {}

  /** The tables of a plan; of a query only the table that it goes to. */
  public static List<TableShape> of(CopyPlan plan) {
    List<TableShape> shapes = new ArrayList<>();
    if (plan.reading() instanceof Reading.OfTable reading) {
      shapes.add(TableShape.read(plan.source().connection(), reading.table(), needed(plan)));
    }
    shapes.add(
        TableShape.written(plan.target().connection(), plan.into(), plan.request().columns()));
    return List.copyOf(shapes);
  }

  private static Set<String> needed(CopyPlan plan) {
    Set<String> names = new HashSet<>();
    plan.assignments()
        .forEach(assignment -> assignment.from().forEach(name -> names.add(name.name())));
    plan.where()
        .ifPresent(
            where -> {
              for (SqlToken token : SqlLexer.tokens(where)) {
                token.identifier().ifPresent(name -> names.add(name.name()));
              }
            });
    return names;
  }

  /**
   * Reads the lines of {@link TableShape#lines}, of one table after another.
   *
   * @throws UserException where a line is none of them
   */
  public static List<TableShape> parse(String text) {
    List<TableShape> shapes = new ArrayList<>();
    Optional<Begun> begun = Optional.empty();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      Optional<Begun> next = begin(line);
      if (next.isPresent()) {
        begun.ifPresent(before -> shapes.add(before.shape()));
        begun = next;
      } else {
        begun
            .orElseThrow(
                () ->
                    UserException.usage(
                        "expected a table, found \"" + line + "\"",
                        "Begin with: read CONNECTION:TABLE, or write CONNECTION:TABLE"))
            .add(line);
      }
    }
    begun.ifPresent(last -> shapes.add(last.shape()));
    return List.copyOf(shapes);
  }

  /** A table is named with its connection, which no type is. */
  private static Optional<Begun> begin(String line) {
    Tokens tokens = Tokens.of(line);
    boolean written = tokens.at("write");
    if (!written && !tokens.at("read")) {
      return Optional.empty();
    }
    tokens.next();
    try {
      TableReference table = CopyParser.tableReference(tokens, "a table");
      if (table.connection().isEmpty() || (!tokens.atEnd() && !tokens.atSymbol("("))) {
        return Optional.empty();
      }
      Optional<List<Identifier>> only =
          tokens.atEnd() ? Optional.empty() : Optional.of(names(tokens));
      return Optional.of(new Begun(table, written, only));
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  private static List<Identifier> names(Tokens tokens) {
    return tokens.within(tokens.expectParentheses()).splitTopLevel(",").stream()
        .map(part -> Tokens.of(part.text()).expectIdentifier("the name of a column"))
        .toList();
  }

  /** A table whose lines are read. */
  private static final class Begun {
    private final TableReference table;
    private final boolean written;
    private final Optional<List<Identifier>> only;
    private final List<ColumnShape> columns = new ArrayList<>();
    private final Set<String> beside = new HashSet<>();
    private final List<String> keys = new ArrayList<>();
    private final List<OtherShape> others = new ArrayList<>();

    Begun(TableReference table, boolean written, Optional<List<Identifier>> only) {
      this.table = table;
      this.written = written;
      this.only = only;
    }

    void add(String line) {
      Tokens tokens = Tokens.of(line);
      if (tokens.acceptWord("and")) {
        beside.addAll(names(tokens).stream().map(Identifier::name).collect(Collectors.toSet()));
      } else if (tokens.acceptWord("with")) {
        others.add(new OtherShape(line.substring(tokens.peek().begin()).strip()));
      } else if (KEYS.contains(tokens.peek().word())) {
        keys.add(line);
      } else {
        columns.add(ColumnShape.parse(line));
      }
    }

    TableShape shape() {
      return new TableShape(
          table.connection().orElseThrow(),
          table.name(),
          written,
          only,
          columns,
          beside,
          keys,
          others);
    }
  }
}
