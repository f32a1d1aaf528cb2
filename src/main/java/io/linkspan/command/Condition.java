package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.sql.Slice;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.Tokens;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Reads conditions of {@code if} and {@code expect}, and finds what they are about. */
final class Condition {
  private static final Set<String> OPERATORS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
  private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

  private final Workspace workspace;

  /** Whether a bare word may be a text, as a variable's value is. */
  private boolean words;

  Condition(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A comparison, and what it found.
   *
   * @param subject the left side as typed: a field, or a query in parentheses
   * @param wanted what the right side is
   * @param found what the left side is
   */
  record Compared(String subject, String operator, String wanted, String found) {
    boolean holds() {
      int order = compare(found, wanted);
      return switch (operator) {
        case "=" -> order == 0;
        case "<>", "!=" -> order != 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    /** Numbers are compared as numbers, anything else as text. */
    private static int compare(String left, String right) {
      try {
        return new BigDecimal(left.strip()).compareTo(new BigDecimal(right.strip()));
      } catch (NumberFormatException e) {
        return left.compareTo(right);
      }
    }
  }

  /** Passes a comparison, and carries it out. */
  Compared comparison(Tokens tokens) {
    if (tokens.atEnd()) {
      throw tokens.unexpected("a field or a query in parentheses");
    }
    int begin = tokens.peek().begin();
    String left = value(tokens);
    String subject = tokens.place(begin).text().substring(begin, tokens.peek().begin()).strip();
    String operator = operator(tokens);
    if (tokens.atEnd()) {
      throw tokens.unexpected("a value");
    }
    return new Compared(subject, operator, value(tokens), left);
  }

  private static boolean atOperator(Tokens tokens) {
    return OPERATORS.contains(tokens.peek().text());
  }

  private static String operator(Tokens tokens) {
    if (!atOperator(tokens)) {
      throw tokens.unexpected("one of = <> < <= > >=");
    }
    return tokens.next().text();
  }

  /** Passes a condition up to the end, and tells whether it holds. */
  boolean holds(Tokens tokens) {
    boolean not = tokens.acceptWord("not");
    boolean holds = asked(tokens);
    tokens.expectEnd();
    return holds != not;
  }

  private boolean asked(Tokens tokens) {
    if (tokens.acceptWord("defined")) {
      return workspace.variables().keySet().stream().anyMatch(named(tokens)::contains);
    }
    if (tokens.acceptWord("connected")) {
      String name = ConnectionNames.next(tokens);
      return workspace.connections().all().stream()
          .anyMatch(open -> open.name().equals(name) && !open.isLost());
    }
    if (tokens.atEnd()) {
      throw tokens.unexpected("a condition");
    }
    words = true;
    return compares(tokens) ? comparison(tokens).holds() : isTrue(tokens);
  }

  private static Set<String> named(Tokens tokens) {
    String typed = tokens.peek().text();
    String folded = tokens.expectIdentifier("the name of a variable").name();
    return typed.equals(folded) ? Set.of(folded) : Set.of(typed, folded);
  }

  /** Whether an operator stands outside of brackets further on. */
  private static boolean compares(Tokens tokens) {
    int depth = 0;
    for (int i = 0; tokens.peek(i).begin() < tokens.peek(i).end(); i++) {
      SqlToken token = tokens.peek(i);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && OPERATORS.contains(token.text())) {
        return true;
      }
    }
    return false;
  }

  private boolean isTrue(Tokens tokens) {
    SqlToken first = tokens.peek();
    boolean field = RunFields.names().contains(first.word());
    String value =
        first.isSymbol("(") || field
            ? value(tokens)
            : first.stringValue().orElseGet(first::text).toLowerCase(Locale.ROOT);
    if (!first.isSymbol("(") && !field) {
      tokens.next();
    }
    return truth(value);
  }

  /**
   * Whether the text says yes, in psql's words.
   *
   * @throws UserException where it says neither yes nor no
   */
  static boolean truth(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      throw UserException.usage(
          "the condition is \"%s\", neither true nor false".formatted(value),
          "Compare it with something, such as: if (select count(*) from users) > 0");
    }
    return YES.contains(text);
  }

  /** A receipt's field, a query in parentheses, a number or a string. */
  private String value(Tokens tokens) {
    if (tokens.atSymbol("(")) {
      Slice query = tokens.expectParentheses();
      QueryText.requireOneRead(query.text());
      return workspace.connections().current().session().text(query.text());
    }
    boolean negative = tokens.acceptSymbol("-");
    String word = tokens.peek().word();
    if (word.isEmpty()) {
      String text = tokens.peek().stringValue().orElse(tokens.peek().text());
      tokens.next();
      return negative ? "-" + text : text;
    }
    if (word.equals("true") || word.equals("false")) {
      // A boolean comes from a server as t or f.
      return tokens.next().word().substring(0, 1);
    }
    return words && RunFields.isNone(word)
        ? tokens.next().text()
        : new RunFields(workspace).value(tokens);
  }
}
