package io.linkspan.sql;

import java.util.Optional;

/** The text of a data type. */
public final class TypeText {
  private TypeText() {}

  /** The type without COLLATE; empty where the text is more than names, modifiers and brackets. */
  public static Optional<String> plain(String text) {
    Tokens tokens = Tokens.of(text);
    Slice type = tokens.textUntil(t -> t.at("collate"));
    Tokens inside = tokens.within(type);
    while (!inside.atEnd()) {
      SqlToken token = inside.next();
      boolean name = token.kind().isIdentifier() || token.kind() == TokenKind.NUMBER;
      boolean mark =
          Tokens.opens(token)
              || Tokens.closes(token)
              || token.isSymbol(".")
              || token.isSymbol(",")
              || token.isSymbol("-");
      boolean with = token.isWord("with") && !inside.at("time");
      boolean query = token.isWord("select") || token.isWord("from") || with;
      if (!(name || mark) || query) {
        return Optional.empty();
      }
    }
    return type.isEmpty() ? Optional.empty() : Optional.of(type.text());
  }
}
