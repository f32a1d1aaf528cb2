package io.linkspan.request;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import io.linkspan.sql.Slice;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.Optional;

/** Reads what stands after the words {@code plan copy}. */
public final class CopyParser {
  private CopyParser() {}

  /**
   * The request.
   *
   * @throws UserException where the text is none, with the position in it
   */
  public static CopyRequest parse(Tokens tokens) {
    Source source = source(tokens);
    tokens.expectSymbol("->");
    TableReference target = tableReference(tokens, "a target table");
    CopyRequest request = CopyRequest.of(source, target);
    if (tokens.atSymbol("(")) {
      request = new Clause.Columns(Optional.of(ClauseParser.columnList(tokens))).refine(request);
    }
    for (Clause clause : ClauseParser.parseAll(tokens)) {
      request = clause.refine(request);
    }
    return request;
  }

  private static Source source(Tokens tokens) {
    if (tokens.atSymbol("(")) {
      return query(tokens, Optional.empty());
    }
    boolean qualifiedQuery =
        tokens.peek().kind().isIdentifier()
            && tokens.peek(1).isSymbol(":")
            && tokens.peek(2).isSymbol("(");
    if (qualifiedQuery) {
      String connection = tokens.expectIdentifier("a connection").name();
      tokens.expectSymbol(":");
      return query(tokens, Optional.of(connection));
    }
    return new Source.OfTable(tableReference(tokens, "a source table or a query in parentheses"));
  }

  private static Source query(Tokens tokens, Optional<String> connection) {
    Slice inside = ClauseParser.required(tokens, tokens.expectParentheses(), "a query");
    String sql = inside.text();
    return new Source.OfQuery(
        connection, sql.endsWith(";") ? sql.substring(0, sql.length() - 1).strip() : sql);
  }

  /**
   * A table as {@code connection:schema.table}, each of the first two optional.
   *
   * @param what what is expected, for the message
   */
  public static TableReference tableReference(Tokens tokens, String what) {
    Identifier first = tokens.expectIdentifier(what);
    SqlToken next = tokens.peek();
    // The lexer takes ":people" for a psql variable; right after a name it is the connection's
    // colon.
    boolean variable =
        next.kind() == TokenKind.VARIABLE || next.kind() == TokenKind.VARIABLE_IDENTIFIER;
    if (variable) {
      tokens.next();
      Identifier name = Tokens.of(next.text().substring(1)).expectIdentifier(what);
      return reference(Optional.of(first.name()), name, tokens, what);
    }
    if (tokens.acceptSymbol(":")) {
      return reference(Optional.of(first.name()), tokens.expectIdentifier(what), tokens, what);
    }
    return reference(Optional.empty(), first, tokens, what);
  }

  private static TableReference reference(
      Optional<String> connection, Identifier first, Tokens tokens, String what) {
    QualifiedName name =
        tokens.acceptSymbol(".")
            ? new QualifiedName(Optional.of(first), tokens.expectIdentifier(what))
            : QualifiedName.unqualified(first);
    return new TableReference(connection, name);
  }
}
