package io.linkspan.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what gives another value each time that an expression is evaluated. */
public final class MomentaryText {
  /** Functions and words that stand for the time of a transaction, a statement or a call. */
  private static final Set<String> WORDS =
      Set.of(
          "now",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "transaction_timestamp",
          "statement_timestamp",
          "clock_timestamp",
          "timeofday");

  /** Words that a date or time reads as the present (manual, "Special Values"). */
  private static final Set<String> SPECIAL_VALUES = Set.of("now", "today", "tomorrow", "yesterday");

  private MomentaryText() {}

  /** The first such word or function, such as {@code now()}; empty where there is none. */
  public static Optional<String> in(String expression) {
    List<SqlToken> tokens = Tokens.of(expression).remaining();
    return VolatileCalls.in(tokens).stream()
        .map(call -> call.name().name().name() + "()")
        .findFirst()
        .or(() -> tokens.stream().flatMap(token -> momentary(token).stream()).findFirst())
        .map(found -> found.equals("now") ? "now()" : found);
  }

  private static Optional<String> momentary(SqlToken token) {
    if (WORDS.contains(token.word())) {
      return Optional.of(token.word());
    }
    return token
        .stringValue()
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .filter(SPECIAL_VALUES::contains)
        .map(value -> "'" + value + "'");
  }
}
