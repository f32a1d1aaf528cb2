package io.linkspan.command;

import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.TokenKind;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables that stand in a text. */
final class VariablesUsed {
  private static final Set<TokenKind> KINDS =
      Set.of(TokenKind.VARIABLE, TokenKind.VARIABLE_LITERAL, TokenKind.VARIABLE_IDENTIFIER);

  private VariablesUsed() {}

  /** Their names. */
  static Set<String> in(String text) {
    return SqlLexer.tokens(text).stream()
        .filter(token -> KINDS.contains(token.kind()))
        .map(token -> token.text().replaceAll("[:'\"]", ""))
        .collect(Collectors.toSet());
  }
}
