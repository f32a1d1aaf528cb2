package io.linkspan.command;

import io.linkspan.anatomy.PartWord;
import io.linkspan.sql.DblinkCalls;
import io.linkspan.sql.Tokens;
import java.util.Set;

/**
 * Tells linkspan's {@code explain} from PostgreSQL's EXPLAIN. Ours are the bare word, one with a
 * part of the statement after it, and an INSERT through dblink. All else is the server's, and so is
 * everything with an option, such as {@code explain (verbose) insert …}.
 */
final class ExplainWords {
  /** What may stand after EXPLAIN (manual, part VI, EXPLAIN). */
  private static final Set<String> EXPLAINED =
      Set.of(
          "analyse", "analyze", "create", "declare", "delete", "execute", "insert", "merge",
          "refresh", "select", "table", "update", "values", "verbose", "with");

  private ExplainWords() {}

  /** Whether the text after the word makes it a command of linkspan's. */
  static boolean areCommand(String rest) {
    Tokens tokens = Tokens.of(rest);
    String first = tokens.peek().word();
    if (PartWord.named(first).isPresent() || tokens.atEnd() || tokens.atSymbol(";")) {
      return true;
    }
    return first.equals("insert")
        ? DblinkCalls.mentioned(rest)
        : !first.isEmpty() && !EXPLAINED.contains(first) && isOneWord(tokens);
  }

  /** One unknown word is a part that was misspelled, and no statement of any kind. */
  private static boolean isOneWord(Tokens tokens) {
    tokens.next();
    tokens.acceptSymbol(";");
    return tokens.atEnd();
  }

  /** Whether SQL stands after the word, so that the input ends at a semicolon. */
  static boolean takeSql(Input.OfCommand command) {
    return command.word().equals("explain") && Tokens.of(command.rest()).at("insert");
  }

  /**
   * Whether a statement may still follow on the next line, as psql has it; a blank line says that
   * none does.
   *
   * @param typed so far
   */
  static boolean mayGoOn(Input.OfCommand command, String typed) {
    return command.word().equals("explain")
        && command.rest().isEmpty()
        && !typed.strip().endsWith(";")
        && !typed.endsWith("\n");
  }
}
