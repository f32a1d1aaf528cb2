package io.linkspan.request;

import io.linkspan.sql.Slice;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.Tokens;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Reads what stands after {@code on conflict}. */
final class ConflictRuleParser {
  private ConflictRuleParser() {}

  static ConflictRule parse(Tokens tokens) {
    SqlToken first = tokens.peek();
    String target = target(tokens);
    if (tokens.acceptWord("preserve")) {
      return target.isEmpty()
          ? new ConflictRule.Preserve()
          : new ConflictRule.Clause(target + " do nothing");
    }
    if (tokens.acceptWord("overwrite")) {
      return new ConflictRule.Overwrite(target);
    }
    if (target.isEmpty() && tokens.acceptWord("fail")) {
      return new ConflictRule.Fail();
    }
    if (!tokens.at("do")) {
      throw tokens.unexpected(
          first.equals(tokens.peek())
              ? "preserve, overwrite, fail, or a conflict target"
              : "do, preserve or overwrite",
          "preserve",
          "overwrite",
          "fail",
          "do");
    }
    Slice action = tokens.textUntil(actionEnd());
    return new ConflictRule.Clause(target.isEmpty() ? action.text() : target + " " + action.text());
  }

  /** Where the action ends: DO UPDATE may have one WHERE of its own, DO NOTHING has none. */
  private static Predicate<Tokens> actionEnd() {
    AtomicInteger wheres = new AtomicInteger();
    return tokens -> {
      boolean own =
          tokens.at("where") && !tokens.peek(-1).isWord("nothing") && wheres.incrementAndGet() == 1;
      return !own && ClauseWords.begins(tokens);
    };
  }

  /** {@code (…) [where …]} or {@code on constraint NAME}, as typed; empty for none. */
  private static String target(Tokens tokens) {
    if (tokens.at("on", "constraint") || tokens.atSymbol("(")) {
      return tokens
          .textUntil(t -> t.at("do") || t.at("preserve") || t.at("overwrite") || t.at("fail"))
          .text();
    }
    return "";
  }
}
