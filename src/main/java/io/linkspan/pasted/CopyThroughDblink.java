package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.sql.StatementText;
import io.linkspan.sql.Statements;
import io.linkspan.sql.Tokens;
import java.util.stream.Stream;

/**
 * COPY to or from the client, sent through {@code dblink()}: the backend spins on the answer for
 * ever, and after one cancel only an immediate shutdown of the server ends it (seen on 15 and 18).
 */
public final class CopyThroughDblink {
  private CopyThroughDblink() {}

  /** Whether one of the statements is such a COPY. */
  public static boolean in(String remote) {
    var split = Statements.split(remote);
    return Stream.concat(
            split.statements().stream().map(StatementText::text), Stream.of(split.remainder()))
        .map(Tokens::of)
        .anyMatch(CopyThroughDblink::isEndless);
  }

  private static boolean isEndless(Tokens statement) {
    if (!statement.acceptWord("copy")) {
      return false;
    }
    while (!statement.atEnd()) {
      if (statement.peek().isWord("stdout") || statement.peek().isWord("stdin")) {
        return true;
      }
      statement.next();
    }
    return false;
  }

  /** What is said of it. */
  public static Finding finding() {
    return Finding.error(
            CheckId.COPY_THROUGH_DBLINK,
            "COPY through dblink() never ends",
            "Send the SELECT itself instead of COPY.")
        .withDetail(
            "The target's backend would spin until its server is shut down at once; a cancel does"
                + " not end it.");
  }
}
