package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a single query is made of.
 *
 * @param verb how the query, or the first operand of a set operation, begins
 * @param items the select list; empty for VALUES and TABLE
 * @param outputColumns the names of the columns, where all can be told from the text
 * @param tables the tables and views named at any depth, without those that WITH defines
 * @param features parts of the outermost query; a data change counts at any depth
 * @param volatileCalls calls at any depth of functions that change something or give another result
 *     each time, as far as their names tell
 * @param doubt why the parser did not know the query, so that it is told from its tokens alone
 */
public record SelectText(
    Verb verb,
    List<SelectItem> items,
    Optional<List<Identifier>> outputColumns,
    List<QualifiedName> tables,
    Set<QueryFeature> features,
    List<FunctionCall> volatileCalls,
    Optional<Unparsed> doubt) {
  /** The word that a query begins with, after WITH. */
  public enum Verb {
    SELECT,
    VALUES,
    TABLE
  }

  public SelectText {
    items = List.copyOf(items);
    tables = List.copyOf(tables);
    features = Set.copyOf(features);
    volatileCalls = List.copyOf(volatileCalls);
  }

  /** Reads one query; not parsed are several statements, other statements, open quotes. */
  public static Reading<SelectText> parse(String text) {
    for (ReadProblem problem : SingleRead.problems(text)) {
      Optional<String> reason = reason(problem, text);
      if (reason.isPresent()) {
        return new Reading.NotParsed<>(Unparsed.at(reason.get(), text, problem.offset()));
      }
    }
    Optional<Unparsed> tooMuch = SqlParsing.obstacle(text, SqlLexer.tokens(text));
    if (tooMuch.isPresent()) {
      return new Reading.NotParsed<>(tooMuch.get());
    }
    return new Reading.Parsed<>(read(text));
  }

  private static Optional<String> reason(ReadProblem problem, String text) {
    return switch (problem.kind()) {
      case EMPTY -> Optional.of("there is no statement");
      case SEVERAL_STATEMENTS -> Optional.of("more than one statement");
      case NOT_A_QUERY -> Optional.of("not a query");
      case UNTERMINATED -> Optional.of("quote or comment is not closed");
      case UNBALANCED -> Optional.of("brackets do not pair");
      case DATA_CHANGE ->
          QueryOperand.depth(text, problem.offset()) == 0
              ? Optional.of("not a query")
              : Optional.empty();
      case INTO, AMBIGUOUS_STRING -> Optional.empty();
    };
  }

  private static SelectText read(String text) {
    Tokens all = Tokens.of(text);
    Clauses outer = QueryOperand.outer(all);
    QueryOperand first = QueryOperand.first(all, outer);
    Set<QueryFeature> features = EnumSet.noneOf(QueryFeature.class);
    outer.order().stream()
        .filter(QueryFeature::isFeature)
        .map(QueryFeature::of)
        .forEach(features::add);
    if (first.distinct()) {
      features.add(QueryFeature.DISTINCT);
    }
    if (SingleRead.problems(text).stream()
        .anyMatch(p -> p.kind() == ReadProblem.Kind.DATA_CHANGE)) {
      features.add(QueryFeature.DATA_CHANGE);
    }
    Reading<SyntaxTree> tree = SqlParsing.statement(text);
    List<SqlToken> tokens = Tokens.of(text).remaining();
    return new SelectText(
        first.verb(),
        first.items(),
        first.outputColumns(),
        TouchedTables.in(tokens, tree.value()),
        features,
        VolatileCalls.in(tokens),
        tree.unparsed());
  }
}
