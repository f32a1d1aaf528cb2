package io.linkspan.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what would let a session write that is to read only, told by tokens alone: what a function
 * or a {@code DO} block sets is not seen.
 */
public final class WritingMode {
  private static final Set<String> PARAMETERS =
      Set.of("default_transaction_read_only", "transaction_read_only");
  private static final Set<String> ON = Set.of("on", "true", "yes", "1", "t", "y", "tr", "tru");

  private WritingMode() {}

  /** Whether the statement would set the session or a transaction to writing. */
  public static boolean asked(String statement) {
    Tokens cursor = Tokens.of(statement);
    List<SqlToken> tokens = cursor.remaining();
    return switch (cursor.peek().word()) {
      case "begin", "start" -> readWrite(tokens);
      case "set" -> readWrite(tokens) || setsParameter(cursor);
      case "reset" -> resets(cursor);
      case "discard" -> cursor.acceptWord("discard", "all");
      default -> callsSetConfig(tokens);
    };
  }

  private static boolean readWrite(List<SqlToken> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).isWord("write") && tokens.get(i - 1).isWord("read")) {
        return true;
      }
    }
    return false;
  }

  private static boolean setsParameter(Tokens cursor) {
    cursor.next();
    if (!cursor.acceptWord("session")) {
      cursor.acceptWord("local");
    }
    boolean ours = isParameter(cursor.next());
    boolean to = cursor.acceptSymbol("=") || cursor.acceptWord("to");
    return ours && to && !ON.contains(plain(cursor.next()));
  }

  private static boolean resets(Tokens cursor) {
    cursor.next();
    return cursor.at("all") || isParameter(cursor.peek());
  }

  /** The function may be given a name that is put together; then nobody knows what it sets. */
  private static boolean callsSetConfig(List<SqlToken> tokens) {
    for (int i = 0; i + 3 < tokens.size(); i++) {
      boolean call = named(tokens.get(i), "set_config") && tokens.get(i + 1).isSymbol("(");
      if (call && !(isOtherConstant(tokens.get(i + 2)) && tokens.get(i + 3).isSymbol(","))) {
        return true;
      }
      // An UPDATE of this view sets what it shows (manual, section 53.24).
      if (named(tokens.get(i), "pg_settings") && updates(tokens)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOtherConstant(SqlToken token) {
    return token.stringValue().filter(value -> !isParameter(value)).isPresent();
  }

  private static boolean updates(List<SqlToken> tokens) {
    return tokens.stream().anyMatch(token -> token.isWord("update"));
  }

  private static boolean named(SqlToken token, String name) {
    return token.identifier().filter(typed -> typed.name().equals(name)).isPresent();
  }

  private static boolean isParameter(SqlToken token) {
    return token.identifier().filter(name -> isParameter(name.name())).isPresent();
  }

  private static boolean isParameter(String name) {
    return PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String plain(SqlToken token) {
    return token.stringValue().orElse(token.text()).toLowerCase(Locale.ROOT);
  }
}
