package io.linkspan.completion;

import io.linkspan.pg.Identifier;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A cursor over the tokens of one statement, comments left out, with a stand-in for the word that
 * is being typed: a half-typed word means nothing, and none may be typed yet.
 */
final class TypedTokens {
  /** A character that no name holds; what has no name is named so. */
  static final char NO_NAME = '\u0001';

  private static final Identifier STAND_IN = new Identifier(String.valueOf(NO_NAME));

  private final String text;
  private final List<SqlToken> tokens;
  private final String[] words;
  private final int standIn;
  private int next;

  private TypedTokens(String text, List<SqlToken> tokens, int standIn) {
    this.text = text;
    this.tokens = tokens;
    this.standIn = standIn;
    this.words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = i == standIn ? "" : tokens.get(i).word();
    }
  }

  /** The statement around the cursor; empty where no name can stand, as in a string. */
  static Optional<TypedTokens> around(String text, int cursor) {
    List<SqlToken> before = new ArrayList<>();
    List<SqlToken> all = SqlLexer.tokens(text);
    SqlToken typed = new SqlToken(TokenKind.WORD, "", cursor, cursor);
    int after = 0;
    while (after < all.size() && all.get(after).begin() < cursor) {
      SqlToken token = all.get(after++);
      if (token.isSymbol(";")) {
        before.clear();
      } else if (token.end() >= cursor && isName(token)) {
        typed = new SqlToken(TokenKind.WORD, "", token.begin(), Math.max(cursor, token.end()));
      } else if (token.end() >= cursor && isClosedTo(token, cursor)) {
        return Optional.empty();
      } else if (!token.kind().isComment()) {
        before.add(token);
      }
    }
    boolean swallowed = after > 0 && all.get(after - 1).kind() == TokenKind.OPEN_IDENTIFIER;
    int standIn = before.size();
    before.add(typed);
    addStatement(before, swallowed ? lexedFrom(text, cursor) : all.subList(after, all.size()));
    return Optional.of(new TypedTokens(text, List.copyOf(before), standIn));
  }

  /**
   * Each statement of a text.
   *
   * @param cursor the name that it touches gets a stand-in
   */
  static List<TypedTokens> statements(String text, OptionalInt cursor) {
    List<TypedTokens> statements = new ArrayList<>();
    List<SqlToken> rest = SqlLexer.tokens(text);
    while (!rest.isEmpty()) {
      List<SqlToken> one = new ArrayList<>();
      int passed = addStatement(one, rest);
      statements.add(typed(text, one, cursor));
      rest = rest.subList(Math.min(passed + 1, rest.size()), rest.size());
    }
    return statements;
  }

  private static TypedTokens typed(String text, List<SqlToken> statement, OptionalInt cursor) {
    int at = cursor.orElse(-1);
    int standIn = -1;
    for (int i = 0; i < statement.size(); i++) {
      SqlToken token = statement.get(i);
      if (isName(token) && token.begin() <= at && at <= token.end()) {
        standIn = i;
      } else if (token.isSymbol(".") && token.end() == at) {
        // Nothing is typed behind the dot yet.
        statement.add(i + 1, new SqlToken(TokenKind.WORD, "", at, at));
        standIn = i + 1;
        break;
      }
    }
    return new TypedTokens(text, List.copyOf(statement), standIn);
  }

  private static int addStatement(List<SqlToken> to, List<SqlToken> from) {
    int at = 0;
    while (at < from.size() && !from.get(at).isSymbol(";")) {
      if (!from.get(at).kind().isComment()) {
        to.add(from.get(at));
      }
      at++;
    }
    return at;
  }

  /** An identifier whose quote is still open would take all that follows for its name. */
  private static List<SqlToken> lexedFrom(String text, int cursor) {
    return SqlLexer.tokens(text.substring(cursor)).stream()
        .map(t -> new SqlToken(t.kind(), t.text(), t.begin() + cursor, t.end() + cursor))
        .toList();
  }

  private static boolean isName(SqlToken token) {
    return token.kind().isIdentifier() || token.kind() == TokenKind.OPEN_IDENTIFIER;
  }

  private static boolean isClosedTo(SqlToken token, int cursor) {
    return switch (token.kind()) {
      case OPERATOR, SYMBOL -> false;
      case BLOCK_COMMENT, UNKNOWN -> token.end() > cursor;
      default -> true;
    };
  }

  /** What stands for a name where there is none. */
  static Identifier noName() {
    return STAND_IN;
  }

  /** Where the token begins in the text; the end of the last one after all of them. */
  int offset() {
    return next < tokens.size()
        ? tokens.get(next).begin()
        : tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
  }

  /** What was typed from there to the last token that is passed. */
  String textFrom(int begin) {
    int end = next > 0 ? tokens.get(next - 1).end() : 0;
    return end <= begin ? "" : text.substring(begin, end);
  }

  /** How many tokens are passed. */
  int position() {
    return next;
  }

  boolean atEnd() {
    return next >= tokens.size();
  }

  void pass() {
    next = Math.min(next + 1, tokens.size());
  }

  /** Goes back, or on, to a token that was told by {@link #position}. */
  void moveTo(int position) {
    next = position;
  }

  /** Whether the name that comes next is being typed, in any of its parts. */
  boolean atCursor() {
    int at = next;
    while (at < tokens.size() && at != standIn && tokens.get(at).kind().isIdentifier()) {
      if (at + 1 >= tokens.size() || !tokens.get(at + 1).isSymbol(".")) {
        return false;
      }
      at += 2;
    }
    return standIn >= 0 && at == standIn;
  }

  /** The folded word that comes next, empty where that is no word. */
  String word() {
    return word(0);
  }

  String word(int ahead) {
    int at = next + ahead;
    return at >= 0 && at < words.length ? words[at] : "";
  }

  boolean at(String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!word(i).equals(expected[i])) {
        return false;
      }
    }
    return true;
  }

  boolean accept(String... expected) {
    boolean there = at(expected);
    next += there ? expected.length : 0;
    return there;
  }

  boolean atSymbol(String symbol) {
    return symbolAt(0, symbol);
  }

  boolean symbolAt(int ahead, String symbol) {
    int at = next + ahead;
    return at >= 0 && at < tokens.size() && at != standIn && tokens.get(at).isSymbol(symbol);
  }

  boolean acceptSymbol(String symbol) {
    boolean there = atSymbol(symbol);
    next += there ? 1 : 0;
    return there;
  }

  TokenKind kind() {
    return next < tokens.size() ? tokens.get(next).kind() : TokenKind.END;
  }

  /** Whether a bracket closes here, or all is passed. */
  boolean atClose() {
    return atEnd() || atSymbol(")") || atSymbol("]");
  }

  boolean atIdentifier() {
    return identifierAt(next).isPresent();
  }

  private Optional<Identifier> identifierAt(int at) {
    if (at == standIn) {
      return Optional.of(STAND_IN);
    }
    return at < tokens.size() ? tokens.get(at).identifier() : Optional.empty();
  }

  /** Passes the names joined by dots that come next, if any do. */
  Optional<Name> name() {
    List<Identifier> parts = new ArrayList<>();
    List<Integer> begins = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    boolean quoted = atIdentifier() && words[next].isEmpty() && next != standIn;
    int cursorPart = -1;
    boolean dot = true;
    while (dot && atIdentifier()) {
      cursorPart = next == standIn ? parts.size() : cursorPart;
      parts.add(identifierAt(next).orElseThrow());
      begins.add(tokens.get(next).begin());
      ends.add(tokens.get(next).end());
      next++;
      dot = acceptSymbol(".");
    }
    boolean star = dot && !parts.isEmpty() && acceptSymbol("*");
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Name(parts, cursorPart, begins, ends, star, quoted));
  }

  /** The same without passing them. */
  Optional<Name> peekName() {
    int here = next;
    Optional<Name> name = name();
    next = here;
    return name;
  }

  /** Passes all up to the bracket that closes around the cursor. */
  void passInside() {
    int depth = 0;
    while (!atEnd() && (depth > 0 || !atClose())) {
      depth += atSymbol("(") || atSymbol("[") ? 1 : atClose() ? -1 : 0;
      next++;
    }
  }
}
