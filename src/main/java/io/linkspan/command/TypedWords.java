package io.linkspan.command;

import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds words in what was typed, wherever no string or comment holds them. */
final class TypedWords {
  private TypedWords() {}

  /**
   * The first of the words that was not typed after those before it; empty where all were.
   *
   * @param words such as {@code begin} or {@code dblink_exec}; each may be several with blanks
   * @param texts what was typed, in order
   */
  static Optional<String> missing(List<String> words, List<String> texts) {
    String typed = texts.stream().map(TypedWords::plain).collect(Collectors.joining(" "));
    int from = 0;
    for (String word : words) {
      String wanted = " " + plain(word) + " ";
      int at = (" " + typed + " ").indexOf(wanted, from);
      if (at < 0) {
        return Optional.of(word);
      }
      from = at + wanted.length() - 1;
    }
    return Optional.empty();
  }

  /** The tokens with a blank between, each spelled in one way. */
  private static String plain(String text) {
    return SqlLexer.tokens(text).stream()
        .filter(token -> !token.kind().isComment() && !token.kind().isString())
        .map(TypedWords::plain)
        .collect(Collectors.joining(" "));
  }

  private static String plain(SqlToken token) {
    return switch (token.word()) {
      case "start" -> "begin";
      case "abort" -> "rollback";
      default -> token.text().toLowerCase(Locale.ROOT);
    };
  }
}
