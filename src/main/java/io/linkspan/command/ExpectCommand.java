package io.linkspan.command;

import io.linkspan.command.Condition.Compared;
import io.linkspan.command.Usage.Group;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.session.Fact;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code expect}: ends a script where something is not as it should be. */
final class ExpectCommand implements Command {
  private final Workspace workspace;

  ExpectCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("expect"),
        List.of(
            "expect FIELD OPERATOR VALUE",
            "expect skipped by KEY OPERATOR VALUE",
            "expect (QUERY) OPERATOR VALUE",
            "expect tables (SHAPE …)"),
        "compares a field of the last receipt, or a query's one value, and fails if it differs",
        "Fields of the last receipt: read, duplicates, inserted, updated, skipped, dropped, run,"
            + " batches, workers, retries, seconds, rows_per_second; of the plan in hand: errors,"
            + " warnings. Operators: = <> < <= > >=. A query runs on the target. The exit code of a"
            + " script is 5 then. \"expect tables\" stands in saved scripts: what each plan relied"
            + " upon, compared before the script changes anything; the exit code is 3 where it has"
            + " changed.",
        List.of(
            "expect inserted = 998",
            "expect skipped by users_email_key = 12",
            "expect (select count(*) from users) >= 1000",
            "expect warnings = 0"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.at("tables") && tokens.peek(1).isSymbol("(")) {
      tokens.next();
      return new ExpectedTables(workspace).compared(tokens);
    }
    Compared compared = new Condition(workspace).comparison(tokens);
    tokens.expectEnd();
    Fact.Expected fact =
        new Fact.Expected(
            compared.subject(),
            compared.operator(),
            compared.wanted(),
            compared.found(),
            compared.holds());
    if (!compared.holds()) {
      workspace.session().add(fact);
      throw new UserException(UserException.Kind.DIFFERENCE, difference(compared));
    }
    return new Outcome.Told(fact, Outcome.nothing());
  }

  private static ErrorFields difference(Compared compared) {
    String what = compared.subject().startsWith("(") ? "the query's value" : compared.subject();
    boolean ofPlan = List.of("errors", "warnings").contains(compared.subject());
    String found = compared.found().isEmpty() ? "nothing" : compared.found();
    return ErrorFields.of(
            "expected %s %s %s, found %s"
                .formatted(what, compared.operator(), compared.wanted(), found))
        .withHint(
            ofPlan
                ? "See what is found wrong or risky: check"
                : "See what was done: the receipt of the last run, or the rows themselves.");
  }
}
