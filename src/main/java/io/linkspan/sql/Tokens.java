package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.TextPlace;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A cursor over the tokens of a line, comments left out. What it takes out of the line are slices
 * of what was typed, and its errors tell the position in the line.
 */
public final class Tokens {
  private final String line;
  private final List<SqlToken> tokens;
  private final BitSet labels;
  private final int end;
  private int next;

  private Tokens(String line, List<SqlToken> tokens, int end) {
    this.line = line;
    this.tokens = tokens;
    this.labels = labels(tokens);
    this.end = end;
  }

  /** A cursor at the begin of the line. */
  public static Tokens of(String line) {
    List<SqlToken> tokens =
        SqlLexer.tokens(line).stream().filter(t -> !t.kind().isComment()).toList();
    return new Tokens(line, tokens, line.length());
  }

  /** A cursor over a part of the same line; positions stay those of the line. */
  public Tokens within(Slice part) {
    List<SqlToken> inside =
        tokens.subList(
            indexFrom(part.begin()), Math.max(indexFrom(part.begin()), indexFrom(part.end())));
    return new Tokens(line, inside, part.end());
  }

  /** The next token, of kind {@code END} after the last one. */
  public SqlToken peek() {
    return peek(0);
  }

  /**
   * A token further on.
   *
   * @param ahead 0 for the next token, -1 for the one before
   */
  public SqlToken peek(int ahead) {
    int index = next + ahead;
    return index >= 0 && index < tokens.size()
        ? tokens.get(index)
        : new SqlToken(TokenKind.END, "", end, end);
  }

  /** The next token, which the cursor passes. */
  public SqlToken next() {
    SqlToken token = peek();
    next = Math.min(next + 1, tokens.size());
    return token;
  }

  /** Whether all tokens are passed. */
  public boolean atEnd() {
    return next >= tokens.size();
  }

  /** Whether these words come next, as words and not as a name after a dot or AS. */
  public boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    return !labels.get(next);
  }

  /** Whether this symbol or operator comes next. */
  public boolean atSymbol(String symbol) {
    return peek().isSymbol(symbol);
  }

  /** Passes these words if they come next, all of them or none. */
  public boolean acceptWord(String... words) {
    boolean there = at(words);
    next += there ? words.length : 0;
    return there;
  }

  /** Passes this symbol if it comes next. */
  public boolean acceptSymbol(String symbol) {
    boolean there = atSymbol(symbol);
    next += there ? 1 : 0;
    return there;
  }

  /** Passes these words, or fails at what stands there instead. */
  public void expectWord(String... words) {
    if (!acceptWord(words)) {
      throw unexpected('"' + String.join(" ", words) + '"', words);
    }
  }

  /** Passes this symbol, or fails at what stands there instead. */
  public void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw unexpected('"' + symbol + '"');
    }
  }

  /** Passes the end of the line, or fails at what stands there instead. */
  public void expectEnd() {
    if (!atEnd()) {
      throw unexpected("end of line");
    }
  }

  /** Passes an identifier if one comes next. */
  public Optional<Identifier> acceptIdentifier() {
    Optional<Identifier> name = peek().identifier();
    next += name.isPresent() ? 1 : 0;
    return name;
  }

  /**
   * Passes an identifier, or fails.
   *
   * @param what what it names, for the message: {@code column name}
   */
  public Identifier expectIdentifier(String what) {
    return acceptIdentifier().orElseThrow(() -> unexpected(what));
  }

  /** Passes a name with or without schema, or fails. */
  public QualifiedName expectName(String what) {
    Identifier first = expectIdentifier(what);
    return acceptSymbol(".")
        ? new QualifiedName(Optional.of(first), expectIdentifier(what))
        : QualifiedName.unqualified(first);
  }

  /**
   * Passes what comes before the first place outside of brackets where the condition holds, or
   * before the bracket that closes around the cursor, or before the end.
   *
   * @param stop looks at the cursor; not asked at a name after a dot or AS
   */
  public Slice textUntil(Predicate<Tokens> stop) {
    int first = next;
    int depth = 0;
    while (!atEnd()) {
      if (depth == 0 && (closes(peek()) || (!labels.get(next) && stop.test(this)))) {
        break;
      }
      depth += opens(peek()) ? 1 : closes(peek()) ? -1 : 0;
      next++;
    }
    return slice(first, next);
  }

  /** Passes what is left. */
  public Slice rest() {
    int first = next;
    next = tokens.size();
    return slice(first, next);
  }

  /** Passes a pair of parentheses, or fails, and gives what is between them. */
  public Slice expectParentheses() {
    expectSymbol("(");
    Slice inside = textUntil(t -> false);
    expectSymbol(")");
    return inside;
  }

  /**
   * Passes what is left and cuts it at a symbol outside of brackets; no parts if nothing is left.
   */
  public List<Slice> splitTopLevel(String separator) {
    List<Slice> parts = new ArrayList<>();
    if (atEnd()) {
      return parts;
    }
    do {
      parts.add(textUntil(t -> t.atSymbol(separator)));
    } while (acceptSymbol(separator));
    if (!atEnd()) {
      Slice last = parts.remove(parts.size() - 1);
      int stop = rest().end();
      parts.add(new Slice(line.substring(last.begin(), stop), last.begin(), stop));
    }
    return parts;
  }

  /**
   * The mistake that the next token is, to be thrown.
   *
   * @param words that may stand there; the nearest is offered, if one is near
   */
  public UserException unexpected(String expected, String... words) {
    return Mistakes.unexpected(expected, peek(), place(peek().begin()), List.of(words));
  }

  /** A place of the line, for an error to point at. */
  public TextPlace place(int offset) {
    return new TextPlace(line, offset);
  }

  static boolean opens(SqlToken token) {
    return token.isSymbol("(") || token.isSymbol("[");
  }

  static boolean closes(SqlToken token) {
    return token.isSymbol(")") || token.isSymbol("]");
  }

  /** Whether the token at the cursor is a name after a dot or AS, whatever key word it spells. */
  boolean atLabel() {
    return labels.get(next);
  }

  /** The tokens not yet passed. */
  List<SqlToken> remaining() {
    return tokens.subList(next, tokens.size());
  }

  private Slice slice(int first, int after) {
    if (after <= first) {
      int at = first < tokens.size() ? tokens.get(first).begin() : end;
      return new Slice("", at, at);
    }
    int begin = tokens.get(first).begin();
    int stop = tokens.get(after - 1).end();
    return new Slice(line.substring(begin, stop), begin, stop);
  }

  private int indexFrom(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).begin() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Which of the tokens are names after a dot or AS. */
  static BitSet labels(List<SqlToken> tokens) {
    BitSet labels = new BitSet();
    for (int i = 1; i < tokens.size(); i++) {
      SqlToken before = tokens.get(i - 1);
      boolean label = before.isSymbol(".") || (before.isWord("as") && !labels.get(i - 1));
      labels.set(i, label && tokens.get(i).kind() == TokenKind.WORD);
    }
    return labels;
  }
}
