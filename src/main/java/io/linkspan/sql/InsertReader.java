package io.linkspan.sql;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a {@link DblinkInsert} clause by clause; its mistakes are thrown. */
final class InsertReader {
  private final String text;
  private final Tokens cursor;

  InsertReader(String text) {
    this.text = text;
    Tokens all = Tokens.of(text);
    Slice statement = all.textUntil(t -> t.atSymbol(";"));
    while (all.acceptSymbol(";")) {
      // Empty statements after the last one are nothing.
    }
    if (!all.atEnd()) {
      throw all.unexpected("one statement");
    }
    this.cursor = all.within(statement);
  }

  DblinkInsert read() {
    List<SqlToken> tokens = cursor.remaining();
    cursor.expectWord("insert", "into");
    QualifiedName target = cursor.expectName("table name");
    Optional<Identifier> targetAlias = Optional.empty();
    if (cursor.acceptWord("as")) {
      targetAlias = Optional.of(cursor.expectIdentifier("alias"));
    }
    List<Identifier> columns = columns();
    Overriding overriding = overriding();
    if (!cursor.at("select")) {
      throw cursor.unexpected("SELECT");
    }
    Clauses clauses = clauses();
    Tokens list =
        cursor.within(clauses.text(Clause.SELECT).orElseThrow(() -> cursor.unexpected("SELECT")));
    Distinctness distinct = Distinctness.read(list);
    List<SelectItem> items = SelectItems.read(list);
    FromItems from = FromItems.read(cursor, clauses.text(Clause.FROM));
    Optional<ConflictClause> conflict =
        clauses.text(Clause.ON_CONFLICT).map(t -> ConflictClause.read(cursor.within(t)));
    Reading<SyntaxTree> tree = SqlParsing.statement(text);
    return new DblinkInsert(
        target,
        targetAlias,
        columns,
        overriding,
        distinct,
        items,
        from.call(),
        from.others(),
        clauses.text(Clause.WHERE).map(Slice::text),
        clauses.text(Clause.ORDER_BY).map(Slice::text),
        features(clauses, distinct),
        conflict,
        clauses.text(Clause.RETURNING).map(Slice::text),
        (int) FunctionCalls.in(tokens).stream().filter(FunctionCalls::isDblink).count(),
        otherTables(tokens, tree),
        tree.unparsed()
            .or(() -> SecondReading.doubt(tree, text, columns, items, from.call(), conflict)));
  }

  private List<Identifier> columns() {
    if (!cursor.atSymbol("(")) {
      return List.of();
    }
    Tokens inside = cursor.within(cursor.expectParentheses());
    if (inside.at("select")) {
      throw refusal("a query in parentheses is not read");
    }
    return Names.list(inside);
  }

  private Overriding overriding() {
    if (cursor.acceptWord("overriding", "system", "value")) {
      return Overriding.SYSTEM_VALUE;
    }
    return cursor.acceptWord("overriding", "user", "value")
        ? Overriding.USER_VALUE
        : Overriding.NONE;
  }

  private Clauses clauses() {
    Clauses clauses = Clauses.read(cursor);
    cursor.expectEnd();
    if (clauses.order().stream().anyMatch(Clause::isSetOperation)) {
      throw refusal("a set operation is not read");
    }
    long different = clauses.order().stream().distinct().count();
    if (clauses.has(Clause.INTO) || different < clauses.order().size()) {
      throw refusal("a clause is out of place");
    }
    return clauses;
  }

  private static Set<QueryFeature> features(Clauses clauses, Distinctness distinct) {
    List<QueryFeature> features = new ArrayList<>();
    clauses.order().stream()
        .filter(QueryFeature::isFeature)
        .map(QueryFeature::of)
        .forEach(features::add);
    if (!(distinct instanceof Distinctness.None)) {
      features.add(QueryFeature.DISTINCT);
    }
    return features.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static List<QualifiedName> otherTables(List<SqlToken> tokens, Reading<SyntaxTree> tree) {
    List<SqlToken> afterTarget =
        tokens.subList(NameChain.at(tokens, 2).map(NameChain::next).orElse(2), tokens.size());
    return TouchedTables.in(afterTarget, tree.value());
  }

  private static UserException refusal(String reason) {
    return new UserException(UserException.Kind.USAGE, ErrorFields.of(reason));
  }
}
