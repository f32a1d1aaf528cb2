package io.linkspan.sql;

import java.util.List;

/** Compares texts by their tokens. */
public final class SameTokens {
  private SameTokens() {}

  /** Whether two texts differ in white space and comments alone. */
  public static boolean in(String one, String other) {
    return texts(one).equals(texts(other));
  }

  private static List<String> texts(String text) {
    return Tokens.of(text).remaining().stream().map(SqlToken::text).toList();
  }
}
