package io.linkspan.command;

import io.linkspan.pg.Identifier;
import io.linkspan.settings.Setting;
import io.linkspan.sql.Tokens;
import java.util.Optional;
import java.util.Set;

/**
 * Tells linkspan's {@code set} from SQL's. A setting's name makes it a command. So does a word that
 * neither {@code =} nor {@code TO} follows, for that is no SQL: a mistyped name is told at once.
 */
final class SetWords {
  /** What may follow in SQL without {@code =} or {@code TO} (manual, SET and its relatives). */
  private static final Set<String> SQL =
      Set.of(
          "session",
          "local",
          "role",
          "transaction",
          "constraints",
          "time",
          "names",
          "schema",
          "catalog",
          "xml",
          "seed");

  private SetWords() {}

  /** Whether the text after the word {@code set} makes it a command of linkspan's. */
  static boolean areCommand(String rest) {
    Tokens tokens = Tokens.of(rest);
    if (atEnd(tokens)) {
      return true;
    }
    Optional<Identifier> name = tokens.acceptIdentifier();
    if (name.isEmpty() || SQL.contains(name.get().name()) || tokens.atSymbol(".")) {
      return false;
    }
    if (Setting.named(name.get().name()).isPresent()) {
      return true;
    }
    return !tokens.atSymbol("=") && !tokens.at("to");
  }

  private static boolean atEnd(Tokens tokens) {
    return tokens.atEnd() || tokens.atSymbol(";");
  }
}
