package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call of one of dblink's functions in a typed text, found by its tokens alone.
 *
 * @param schema typed before its name
 * @param function its name without schema
 * @param begin index of the first character of its name in the text
 * @param end index after its closing parenthesis
 */
public record DblinkCalls(
    Optional<Identifier> schema,
    Identifier function,
    List<Argument> arguments,
    int begin,
    int end) {
  public DblinkCalls {
    arguments = List.copyOf(arguments);
  }

  /**
   * An argument as typed; its text is not told, for it may hold a password.
   *
   * @param slice where it stands in the text
   * @param value of a string constant that stands alone, with or without a cast to text
   * @param constants the values of all string constants in it
   */
  public record Argument(Slice slice, Optional<String> value, List<String> constants) {
    public Argument {
      constants = List.copyOf(constants);
    }

    /** Whether it is this bare word, such as {@code null}. */
    public boolean isWord(String lowerCase) {
      Tokens tokens = Tokens.of(slice.text());
      boolean word = tokens.acceptWord(lowerCase);
      boolean cast = tokens.acceptSymbol("::");
      return word && (tokens.atEnd() || cast);
    }

    @Override
    public String toString() {
      return "Argument[" + slice.text().length() + " characters]";
    }
  }

  /** The calls in the text, those within other calls too, in the order of their names. */
  public static List<DblinkCalls> in(String text) {
    List<SqlToken> tokens = Tokens.of(text).remaining();
    List<DblinkCalls> calls = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<NameChain> chain = NameChain.at(tokens, at);
      int next = chain.map(NameChain::next).orElse(at + 1);
      if (chain.filter(c -> isDblink(c.last())).isPresent()
          && next < tokens.size()
          && tokens.get(next).isSymbol("(")) {
        int close = closing(tokens, next);
        if (close > 0) {
          calls.add(
              new DblinkCalls(
                  chain.get().name().schema(),
                  chain.get().last(),
                  arguments(text, tokens.subList(next + 1, close)),
                  tokens.get(at).begin(),
                  tokens.get(close).end()));
        }
      }
      at = next;
    }
    return List.copyOf(calls);
  }

  private static boolean isDblink(Identifier name) {
    return name.name().equals("dblink") || name.name().startsWith("dblink_");
  }

  private static int closing(List<SqlToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += Tokens.opens(tokens.get(i)) ? 1 : Tokens.closes(tokens.get(i)) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<Argument> arguments(String text, List<SqlToken> inside) {
    List<Argument> arguments = new ArrayList<>();
    int depth = 0;
    int first = 0;
    for (int i = 0; i <= inside.size(); i++) {
      boolean last = i == inside.size();
      if (last || (depth == 0 && inside.get(i).isSymbol(","))) {
        if (i > first) {
          arguments.add(argument(text, inside.subList(first, i)));
        }
        first = i + 1;
      } else {
        depth += Tokens.opens(inside.get(i)) ? 1 : Tokens.closes(inside.get(i)) ? -1 : 0;
      }
    }
    return arguments;
  }

  private static Argument argument(String text, List<SqlToken> tokens) {
    int begin = tokens.get(0).begin();
    int end = tokens.get(tokens.size() - 1).end();
    boolean cast =
        tokens.size() == 3 && tokens.get(1).isSymbol("::") && tokens.get(2).isWord("text");
    boolean alone = tokens.size() == 1 || cast;
    return new Argument(
        new Slice(text.substring(begin, end), begin, end),
        tokens.get(0).stringValue().filter(v -> alone),
        tokens.stream().flatMap(t -> t.stringValue().stream()).toList());
  }

  /** The values of all string constants in the text, at any place. */
  public static List<String> constants(String text) {
    return Tokens.of(text).remaining().stream().flatMap(t -> t.stringValue().stream()).toList();
  }

  /** Whether a plain string constant in the text holds a backslash. */
  public static boolean plainBackslashes(String text) {
    return SqlLexer.tokens(text).stream()
        .anyMatch(
            t ->
                (t.kind() == TokenKind.STRING
                        || t.kind() == TokenKind.NATIONAL_STRING
                        || t.kind() == TokenKind.OPEN_STRING)
                    && t.text().indexOf('\\') >= 0);
  }

  /** Whether a function of dblink may be called in the text, at any depth of quotes. */
  public static boolean mentioned(String text) {
    return text.toLowerCase(Locale.ROOT).contains("dblink");
  }
}
