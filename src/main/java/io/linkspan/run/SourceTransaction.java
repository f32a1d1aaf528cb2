package io.linkspan.run;

import io.linkspan.connection.Link;
import java.util.Optional;

/** The words of a transaction on the source's end of a link. */
final class SourceTransaction {
  static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  private SourceTransaction() {}

  /**
   * Begins one.
   *
   * @param snapshot what another session has exported; in one text, because it must come before any
   *     query of the transaction
   * @throws io.linkspan.pg.UserException where the link's settings do not hold in it, as behind a
   *     pooler in transaction mode
   */
  static void begin(Link link, Optional<String> snapshot) {
    link.execute(BEGIN + snapshot.map(id -> "; SET TRANSACTION SNAPSHOT '" + id + "'").orElse(""));
    link.requireSettings();
  }
}
