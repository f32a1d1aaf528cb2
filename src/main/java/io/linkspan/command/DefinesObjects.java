package io.linkspan.command;

import io.linkspan.sql.Tokens;
import java.util.Set;

/** Tells statements after which there may be other tables and columns than before. */
final class DefinesObjects {
  private static final Set<String> VERBS =
      Set.of("create", "alter", "drop", "import", "set", "reset", "discard");

  private DefinesObjects() {}

  /** Whether the statement may define names, or change which of them are found unqualified. */
  static boolean verb(String sql) {
    Tokens tokens = Tokens.of(sql);
    String verb = tokens.peek().word();
    return VERBS.contains(verb)
        && ((!verb.equals("set") && !verb.equals("reset")) || searchPath(sql));
  }

  /** Whether the statement may change the search path of its session. */
  static boolean searchPath(String sql) {
    Tokens tokens = Tokens.of(sql);
    String verb = tokens.next().word();
    if (!verb.equals("set") && !verb.equals("reset") && !verb.equals("discard")) {
      return false;
    }
    while (!tokens.atEnd()) {
      String word = tokens.next().word();
      if (Set.of("search_path", "schema", "all", "role", "authorization").contains(word)) {
        return true;
      }
    }
    return false;
  }
}
