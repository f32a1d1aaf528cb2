package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.Optional;

/**
 * A piece of SQL text.
 *
 * @param text the piece as it was typed
 * @param begin index of its first character in the text
 * @param end index after its last character
 */
public record SqlToken(TokenKind kind, String text, int begin, int end) {

  /**
   * Whether the token is this key word, in any case of its ASCII letters.
   *
   * @param lowerCase the key word in lower case
   */
  public boolean isWord(String lowerCase) {
    return kind == TokenKind.WORD
        && text.length() == lowerCase.length()
        && Identifier.folded(text).name().equals(lowerCase);
  }

  /** Whether the token is this symbol or operator. */
  public boolean isSymbol(String symbol) {
    return (kind == TokenKind.SYMBOL || kind == TokenKind.OPERATOR) && text.equals(symbol);
  }

  /** The word folded to lower case, empty text where the token is no word. */
  public String word() {
    return kind == TokenKind.WORD ? Identifier.folded(text).name() : "";
  }

  /**
   * The name that the token spells, folded where it is not quoted; empty where it is no identifier.
   * A {@code UESCAPE} after {@code U&"…"} is not looked at.
   */
  public Optional<Identifier> identifier() {
    return switch (kind) {
      case WORD -> Optional.of(Identifier.folded(text));
      case QUOTED_IDENTIFIER -> named(undoubled(1));
      case UNICODE_IDENTIFIER -> UnicodeEscapes.decoded(undoubled(3)).flatMap(SqlToken::named);
      default -> Optional.empty();
    };
  }

  /** The value of a string constant; empty where the token is none, or no value can be right. */
  public Optional<String> stringValue() {
    return StringConstant.value(this);
  }

  private String undoubled(int from) {
    return text.substring(from, text.length() - 1).replace("\"\"", "\"");
  }

  private static Optional<Identifier> named(String name) {
    return name.isEmpty() || name.indexOf('\0') >= 0
        ? Optional.empty()
        : Optional.of(new Identifier(name));
  }
}
