package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.run.Receipt;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** {@code expect}: ends a script where something is not as it should be. */
final class ExpectCommand implements Command {
  private static final Set<String> OPERATORS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  private final Workspace workspace;

  ExpectCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("expect"),
        List.of("expect FIELD OPERATOR VALUE", "expect (QUERY) OPERATOR VALUE"),
        "compares a field of the last receipt, or a query's one value, and fails if it differs",
        "Fields: read, duplicates, inserted, updated, skipped, dropped. Operators: = <> < <= > >=."
            + " A query runs on the target. The exit code of a script is 5 then.",
        List.of("expect inserted = 998", "expect (select count(*) from users) >= 1000"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.atEnd()) {
      throw tokens.unexpected("a field or a query in parentheses");
    }
    String what = tokens.peek().text();
    String left = value(tokens);
    if (!OPERATORS.contains(tokens.peek().text())) {
      throw tokens.unexpected("one of = <> < <= > >=");
    }
    String operator = tokens.next().text();
    if (tokens.atEnd()) {
      throw tokens.unexpected("a value");
    }
    String right = value(tokens);
    tokens.expectEnd();
    if (!holds(left, operator, right)) {
      String subject = what.equals("(") ? "the query's value" : what;
      throw new UserException(
          UserException.Kind.DIFFERENCE,
          ErrorFields.of(
                  "expected %s %s %s, found %s"
                      .formatted(subject, operator, right, left.isEmpty() ? "nothing" : left))
              .withHint("See what was done: the receipt of the last run, or the rows themselves."));
    }
    return Outcome.nothing();
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
    tokens.next();
    return field(word);
  }

  private String field(String word) {
    Receipt receipt =
        workspace
            .receipt()
            .orElseThrow(
                () ->
                    UserException.usage(
                        "there is no receipt yet", "Run something first: run, or run dry"));
    return switch (word) {
      case "read" -> String.valueOf(receipt.read());
      case "duplicates" -> String.valueOf(receipt.duplicates());
      case "inserted" -> String.valueOf(receipt.inserted());
      case "updated" -> String.valueOf(receipt.updated());
      case "skipped" -> String.valueOf(receipt.skipped());
      case "dropped" -> String.valueOf(receipt.droppedByTrigger().orElse(0));
      default ->
          throw UserException.usage(
              "a receipt has no field \"" + word + "\"",
              NearestName.hint(word, RunCommand.receiptFields())
                  .orElse("It has " + String.join(", ", RunCommand.receiptFields()) + "."));
    };
  }

  private static boolean holds(String left, String operator, String right) {
    int order = compare(left, right);
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
