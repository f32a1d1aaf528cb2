package io.linkspan.sql;

import java.util.Set;

/**
 * The begin of a statement, or of a parenthesis, as far as a WITH list goes: the place where words
 * such as DELETE can be the verb and not a name.
 */
final class WithList {
  private static final Set<String> INTRODUCE_NAMES =
      Set.of("with", "recursive", "by", "set", "using", "cycle");

  private final boolean verbFirst;
  private final String bracket;
  private SqlToken before = new SqlToken(TokenKind.END, "", 0, 0);
  private boolean first = true;
  private boolean inList;
  private boolean nameNext;

  /**
   * @param verbFirst whether the first word is a verb
   */
  WithList(boolean verbFirst) {
    this(verbFirst, "");
  }

  private WithList(boolean verbFirst, String bracket) {
    this.verbFirst = verbFirst;
    this.bracket = bracket;
  }

  /** What a bracket here opens; a parenthesis after AS or MATERIALIZED holds a WITH item. */
  WithList inner(SqlToken open, SqlToken beforeOpen) {
    boolean item = inList && (beforeOpen.isWord("as") || beforeOpen.isWord("materialized"));
    if (inList && beforeOpen.isSymbol(")")) {
      inList = false;
    }
    first = false;
    return new WithList(item, open.text());
  }

  boolean opened(String symbol) {
    return bracket.equals(symbol);
  }

  /** Reads the next token outside of inner brackets; true where a word there can be the verb. */
  boolean read(SqlToken token) {
    boolean verb = first ? verbFirst : inList && !nameNext;
    boolean name = nameNext;
    if (first) {
      inList = token.isWord("with");
    } else if (token.isWord("select") || token.isWord("table")) {
      inList = false;
    }
    nameNext = introducesName(token, name);
    first = false;
    before = token;
    return verb;
  }

  private boolean introducesName(SqlToken token, boolean isName) {
    if (token.isSymbol(",")) {
      return true;
    }
    boolean recursive = token.isWord("recursive") && before.isWord("with");
    return recursive || (!isName && INTRODUCE_NAMES.contains(token.word()));
  }
}
