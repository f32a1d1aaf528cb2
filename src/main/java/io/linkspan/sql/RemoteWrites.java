package io.linkspan.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a typed statement would write on the other side of a dblink call, told by the constants of
 * the call alone: a text that is put together is not seen.
 */
public final class RemoteWrites {
  private static final Set<String> WRITING =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "truncate",
          "create",
          "alter",
          "drop",
          "grant",
          "revoke",
          "comment",
          "copy",
          "call",
          "do",
          "refresh",
          "reindex",
          "cluster",
          "vacuum",
          "security",
          "reassign",
          "import",
          "lock");

  private static final Set<String> ROW_CHANGES = Set.of("insert", "update", "delete", "merge");

  private RemoteWrites() {}

  /** The first of its words, such as {@code DELETE}; empty where no constant writes. */
  public static Optional<String> first(String sql) {
    if (!DblinkCalls.mentioned(sql)) {
      return Optional.empty();
    }
    return DblinkCalls.in(sql).stream()
        .flatMap(call -> call.arguments().stream())
        .flatMap(argument -> argument.constants().stream())
        .flatMap(text -> Statements.split(text + "\n;").statements().stream())
        .flatMap(statement -> writing(Tokens.of(statement.text()).remaining()).stream())
        .findFirst();
  }

  private static Optional<String> writing(List<SqlToken> tokens) {
    if (tokens.size() < 2) {
      // One word is a connection's name.
      return Optional.empty();
    }
    String begins = tokens.get(0).word();
    if (WRITING.contains(begins) && !tokens.get(1).isSymbol("=")) {
      return Optional.of(tokens.get(0).text().toUpperCase(Locale.ROOT));
    }
    if (!begins.equals("with") && !begins.equals("explain")) {
      return Optional.empty();
    }
    for (int i = 1; i < tokens.size(); i++) {
      SqlToken before = tokens.get(i - 1);
      boolean begin =
          before.isSymbol("(") || before.isSymbol(")") || before.word().startsWith("analy");
      if (begin && ROW_CHANGES.contains(tokens.get(i).word())) {
        return Optional.of(tokens.get(i).text().toUpperCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
