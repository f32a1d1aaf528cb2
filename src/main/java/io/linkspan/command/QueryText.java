package io.linkspan.command;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.sql.ReadProblem;
import io.linkspan.sql.SingleRead;
import java.util.List;

/** Refuses a query that is more than one read, before any server sees it. */
final class QueryText {
  private QueryText() {}

  static void requireOneRead(String sql) {
    List<ReadProblem> problems = SingleRead.problems(sql);
    if (!problems.isEmpty()) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of(
                  "the query is not one plain read: \"%s\"".formatted(problems.get(0).what()))
              .withHint("Write one SELECT in the parentheses, without a semicolon inside."));
    }
  }
}
