package io.linkspan.command;

import io.linkspan.sql.Tokens;
import java.util.Set;

/** Tells statements after which there may be other tables and columns than before. */
final class DefinesObjects {
  private static final Set<String> VERBS =
      Set.of("create", "alter", "drop", "import", "rollback", "set");

  private DefinesObjects() {}

  static boolean verb(String sql) {
    return VERBS.contains(Tokens.of(sql).peek().word());
  }
}
