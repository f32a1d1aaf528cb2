package io.linkspan.command;

import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.Variables;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables that stand in a text. */
final class VariablesUsed {
  private VariablesUsed() {}

  /** Their names. */
  static Set<String> in(String text) {
    return SqlLexer.tokens(text).stream()
        .map(Variables::name)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }
}
