package io.linkspan.plan;

import io.linkspan.pg.ErrorFields;
import io.linkspan.request.Distinct;

/** Why a copy must be one statement, in words. */
final class OneStatement {
  private OneStatement() {}

  static ErrorFields distinct(Distinct distinct) {
    String word = distinct instanceof Distinct.On ? "DISTINCT ON" : "DISTINCT";
    return ErrorFields.of(word + " compares all rows with one another")
        .withHint(
            "Let the source do it, which a cursor can read piece by piece: plan copy (SELECT %s … FROM …) -> TARGET"
                .formatted(word));
  }

  static ErrorFields update() {
    return ErrorFields.of(
            "nothing in the source keeps a key from coming twice, and over batches the last would win unseen")
        .withDetail(
            "One statement stops at such a key (SQLSTATE 21000); several would update its row again.")
        .withHint(
            "Leave it one statement: batch off; or put a unique index on the key in the source.");
  }

  static ErrorFields noWorkers() {
    return ErrorFields.of("one statement has one worker")
        .withHint("Type: batch auto; or: workers auto");
  }

  static ErrorFields oneCursor(String reason) {
    return ErrorFields.of("a cursor has one worker, and the source is read by one: " + reason)
        .withHint("Type: workers auto");
  }
}
