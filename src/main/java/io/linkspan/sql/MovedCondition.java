package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds what may mean another thing where a condition is evaluated by another server, in another
 * session: its time, its user, its functions and its types.
 */
public final class MovedCondition {
  /** Types that every server has and reads alike, by each of their names (manual, table 8.1). */
  private static final Set<String> TYPES =
      Set.of(
          "bigint",
          "bit",
          "bool",
          "boolean",
          "bpchar",
          "bytea",
          "char",
          "character",
          "cidr",
          "date",
          "dec",
          "decimal",
          "double",
          "float",
          "float4",
          "float8",
          "inet",
          "int",
          "int2",
          "int4",
          "int8",
          "integer",
          "interval",
          "json",
          "jsonb",
          "macaddr",
          "macaddr8",
          "numeric",
          "real",
          "smallint",
          "text",
          "time",
          "timestamp",
          "timestamptz",
          "timetz",
          "uuid",
          "varbit",
          "varchar");

  /** Words before a constant that are no type, beside the reserved ones. */
  private static final Set<String> BEFORE_CONSTANTS =
      Set.of("between", "escape", "precision", "uescape", "varying", "zone");

  /** Constants that a date or time reads as the present (manual, "Special Values"). */
  private static final Pattern PRESENT =
      Pattern.compile("(?is)\\s*(now|today|tomorrow|yesterday)\\b.*");

  private MovedCondition() {}

  /** The first such part, for a message; empty where there is none. */
  public static Optional<String> obstacle(String condition) {
    List<SqlToken> tokens = Tokens.of(condition).remaining();
    for (FunctionCall call : FunctionCalls.in(tokens)) {
      if (!SteadyText.isSteady(call) && !isKnown(call)) {
        return Optional.of(call.name().quoted() + "()");
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      Optional<String> found = value(tokens, i).or(type(tokens, i));
      if (found.isPresent()) {
        return found;
      }
    }
    return ExpressionText.parse(condition).value().filter(e -> !e.byTokens()).isPresent()
        ? Optional.empty()
        : Optional.of("a part that is not known to the parser");
  }

  /** A type may be called like a function. */
  private static boolean isKnown(FunctionCall call) {
    return isKnown(call.name().schema(), call.name().name());
  }

  private static boolean isKnown(Optional<Identifier> schema, Identifier type) {
    boolean own = schema.filter(s -> !s.name().equals("pg_catalog")).isEmpty();
    return own && TYPES.contains(type.name());
  }

  private static Optional<String> value(List<SqlToken> tokens, int at) {
    SqlToken token = tokens.get(at);
    boolean ofSession =
        SqlWords.isValue(token.word()) && !Set.of("true", "false", "null").contains(token.word());
    if (ofSession && (at == 0 || !tokens.get(at - 1).isSymbol("."))) {
      return Optional.of(token.text());
    }
    return token
        .stringValue()
        .filter(text -> PRESENT.matcher(text).matches())
        .map(text -> token.text());
  }

  /** A type that stands there after {@code ::} or AS, or before a constant, and is not built in. */
  private static Supplier<Optional<String>> type(List<SqlToken> tokens, int at) {
    return () -> {
      boolean within = at > 0 && tokens.get(at - 1).isSymbol(".");
      Optional<NameChain> chain = NameChain.at(tokens, at).filter(c -> !within);
      if (chain.isEmpty()) {
        return Optional.empty();
      }
      int next = chain.get().next();
      boolean cast =
          at > 0 && (tokens.get(at - 1).isSymbol("::") || tokens.get(at - 1).isWord("as"));
      String word = tokens.get(next - 1).word();
      boolean constant =
          next < tokens.size()
              && tokens.get(next).kind().isString()
              && !BEFORE_CONSTANTS.contains(word)
              && !SqlWords.isReserved(word);
      boolean known = isKnown(chain.get().name().schema(), chain.get().last());
      return (cast || constant) && !known
          ? Optional.of("the type " + chain.get().name().quoted())
          : Optional.empty();
    };
  }
}
