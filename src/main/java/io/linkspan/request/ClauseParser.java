package io.linkspan.request;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TextPlace;
import io.linkspan.pg.UserException;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the clauses of {@code plan copy}, one by one. */
public final class ClauseParser {
  private ClauseParser() {}

  /**
   * The clauses that are left on the line.
   *
   * @throws UserException at what is no clause
   */
  public static List<Clause> parseAll(Tokens tokens) {
    List<Clause> clauses = new ArrayList<>();
    while (!tokens.atEnd()) {
      clauses.add(parse(tokens));
    }
    return clauses;
  }

  private static Clause parse(Tokens tokens) {
    if (tokens.acceptWord("map")) {
      return mapping(tokens);
    }
    if (tokens.acceptWord("columns")) {
      return tokens.acceptWord("off")
          ? new Clause.Columns(Optional.empty())
          : new Clause.Columns(Optional.of(columnList(tokens)));
    }
    if (tokens.acceptWord("where")) {
      Slice text = required(tokens, tokens.textUntil(ClauseWords::begins), "a condition");
      boolean off = text.text().equalsIgnoreCase("off");
      return new Clause.Where(off ? Optional.empty() : Optional.of(text.text()));
    }
    if (tokens.acceptWord("distinct")) {
      return new Clause.DistinctRows(distinct(tokens));
    }
    if (tokens.acceptWord("on", "conflict")) {
      return new Clause.OnConflict(ConflictRuleParser.parse(tokens));
    }
    if (tokens.acceptWord("truncate")) {
      return new Clause.Truncate(!tokens.acceptWord("off"));
    }
    if (tokens.acceptWord("batch")) {
      return new Clause.Batch(ExecutionParser.batching(tokens));
    }
    if (tokens.acceptWord("workers")) {
      return new Clause.Workers(ExecutionParser.workers(tokens));
    }
    throw noClause(tokens);
  }

  private static UserException noClause(Tokens tokens) {
    String word = tokens.peek().word();
    if (word.equals("create")) {
      return UserException.usage(
          "the clause \"" + word + "\" is not in this version",
          "Leave it out: a copy goes into a table that exists.");
    }
    return tokens.unexpected(
        "a clause: columns, map, where, distinct, on conflict, truncate, batch or workers",
        "columns",
        "map",
        "where",
        "distinct",
        "on conflict",
        "truncate",
        "batch",
        "workers");
  }

  /** The columns of a list in parentheses. */
  static List<Identifier> columnList(Tokens tokens) {
    tokens.expectSymbol("(");
    List<Identifier> names = new ArrayList<>();
    do {
      names.add(tokens.expectIdentifier("a column name"));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return names;
  }

  private static Clause mapping(Tokens tokens) {
    Map<Identifier, Filling> fillings = new LinkedHashMap<>();
    do {
      int at = tokens.peek().begin();
      Identifier column = tokens.expectIdentifier("a target column");
      if (fillings.containsKey(column)) {
        throw mappedTwice(column, tokens.place(at));
      }
      tokens.expectSymbol("=");
      Slice text =
          required(
              tokens,
              tokens.textUntil(t -> t.atSymbol(",") || ClauseWords.begins(t)),
              "an expression");
      fillings.put(
          column,
          text.text().equalsIgnoreCase("default")
              ? new Filling.Default()
              : new Filling.Expression(text.text()));
    } while (tokens.acceptSymbol(","));
    return new Clause.Mapping(fillings);
  }

  private static UserException mappedTwice(Identifier column, TextPlace at) {
    return new UserException(
        UserException.Kind.USAGE,
        new ErrorFields(
                "column \"" + column.name() + "\" is mapped twice",
                Optional.empty(),
                Optional.empty(),
                Optional.of("Say once what fills it."),
                Optional.empty(),
                at.offset() + 1)
            .withPlace(Optional.of(at)));
  }

  private static Distinct distinct(Tokens tokens) {
    if (tokens.acceptWord("off")) {
      return new Distinct.None();
    }
    if (tokens.at("on", "conflict") || !tokens.acceptWord("on")) {
      return new Distinct.All();
    }
    Slice inside = inParentheses(tokens, "an expression");
    List<String> expressions =
        tokens.within(inside).splitTopLevel(",").stream().map(Slice::text).toList();
    String orderBy =
        tokens.acceptWord("order", "by")
            ? required(tokens, tokens.textUntil(ClauseWords::begins), "an expression").text()
            : "";
    return new Distinct.On(expressions, orderBy);
  }

  /** What is between the parentheses at the cursor, which must not be empty. */
  static Slice inParentheses(Tokens tokens, String what) {
    if (tokens.atSymbol("(") && tokens.peek(1).isSymbol(")")) {
      tokens.next();
      throw tokens.unexpected(what);
    }
    return required(tokens, tokens.expectParentheses(), what);
  }

  static Slice required(Tokens tokens, Slice slice, String what) {
    if (slice.isEmpty()) {
      throw tokens.unexpected(what);
    }
    return slice;
  }
}
