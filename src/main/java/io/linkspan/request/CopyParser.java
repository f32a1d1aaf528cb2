package io.linkspan.request;

import io.linkspan.pg.UserException;
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
    int words = ConnectionPrefix.length(tokens);
    if (tokens.atSymbol("(") || (words > 0 && tokens.peek(words + 1).isSymbol("("))) {
      return query(tokens, ConnectionPrefix.accept(tokens));
    }
    return new Source.OfTable(tableReference(tokens, "a source table or a query in parentheses"));
  }

  private static Source query(Tokens tokens, Optional<String> connection) {
    String sql = ClauseParser.inParentheses(tokens, "a query").text();
    while (sql.endsWith(";")) {
      sql = sql.substring(0, sql.length() - 1).strip();
    }
    return new Source.OfQuery(connection, sql);
  }

  /**
   * A table as {@code connection:schema.table}, each of the first two optional.
   *
   * @param what what is expected, for the message
   */
  public static TableReference tableReference(Tokens tokens, String what) {
    return new TableReference(ConnectionPrefix.accept(tokens), tokens.expectName(what));
  }
}
