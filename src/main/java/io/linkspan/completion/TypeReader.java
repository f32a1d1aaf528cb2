package io.linkspan.completion;

import java.util.Set;

/** Reads the name of a type. */
final class TypeReader {
  private static final Set<String> MORE = Set.of("precision", "varying");

  private TypeReader() {}

  static void read(Reading reading, Level level) {
    TypedTokens tokens = reading.tokens;
    tokens.accept("setof");
    if (tokens.atCursor()) {
      reading.passCursor(Place.of(Place.Kind.TYPE, level, Clause.OTHER));
      return;
    }
    if (tokens.name().isEmpty()) {
      return;
    }
    if (MORE.contains(tokens.word())) {
      tokens.pass();
    }
    modifier(reading);
    if (!tokens.accept("with", "time", "zone")) {
      tokens.accept("without", "time", "zone");
    }
    while (tokens.atSymbol("[") && !tokens.atEnd()) {
      modifier(reading);
    }
    tokens.accept("array");
  }

  private static void modifier(Reading reading) {
    TypedTokens tokens = reading.tokens;
    if (tokens.acceptSymbol("(") || tokens.acceptSymbol("[")) {
      reading.inBrackets(tokens::passInside);
    }
  }
}
