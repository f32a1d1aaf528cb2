package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls in a text, found by name and parenthesis so that none is missed, whatever grammar
 * surrounds it. May also give what only looks like a call: a table with a list of columns.
 */
final class FunctionCalls {
  private FunctionCalls() {}

  /** The calls among tokens without comments, in order. */
  static List<FunctionCall> in(List<SqlToken> tokens) {
    List<FunctionCall> calls = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<NameChain> chain = NameChain.at(tokens, at);
      if (chain.isEmpty()) {
        at++;
        continue;
      }
      int next = chain.get().next();
      boolean call = next < tokens.size() && tokens.get(next).isSymbol("(");
      if (call && isFunction(tokens, chain.get())) {
        calls.add(new FunctionCall(chain.get().name(), tokens.get(at).begin()));
      }
      at = next;
    }
    return List.copyOf(calls);
  }

  private static boolean isFunction(List<SqlToken> tokens, NameChain chain) {
    boolean type = chain.first() > 0 && tokens.get(chain.first() - 1).isSymbol("::");
    return !type
        && (!chain.isWord(tokens) || SqlWords.isCallable(tokens.get(chain.first()).word()));
  }

  /** Whether the call is of dblink's own family: dblink, dblink_exec and the others. */
  static boolean isDblink(FunctionCall call) {
    Identifier name = call.name().name();
    return name.name().equals("dblink") || name.name().startsWith("dblink_");
  }
}
