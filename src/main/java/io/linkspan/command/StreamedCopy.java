package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.Tokens;

/** COPY from or to the client, which a session here does not do. */
final class StreamedCopy {
  private StreamedCopy() {}

  /**
   * Lets every other statement pass.
   *
   * @throws UserException for COPY FROM STDIN and COPY TO STDOUT, with the ways to the same
   */
  static void refuse(String sql) {
    Tokens tokens = Tokens.of(sql);
    if (!tokens.acceptWord("copy")) {
      return;
    }
    int depth = 0;
    while (!tokens.atEnd()) {
      SqlToken token = tokens.next();
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      boolean side = depth == 0 && (token.isWord("from") || token.isWord("to"));
      if (side && (tokens.at("stdin") || tokens.at("stdout"))) {
        throw UserException.usage(
            "COPY FROM STDIN and TO STDOUT are not here", LeftOutWords.way("\\copy"));
      }
    }
  }
}
