package io.linkspan.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Whether a text is one statement that only reads, told by its tokens alone. Rests on PostgreSQL's
 * grammar (gram.y): a data change stands only at the begin of a statement, at the begin of the
 * parenthesis of a WITH item, or after the WITH list; INTO, SELECT and TABLE are reserved and so
 * are names only after a dot or AS. What the functions called do is not looked at.
 */
public final class SingleRead {
  private static final Set<String> QUERY = Set.of("select", "values", "table", "with");
  private static final Set<String> CHANGE = Set.of("insert", "update", "delete", "merge");
  private static final Set<String> OTHER_VERBS =
      Set.of(
          ("abort alter analyze analyse begin call checkpoint close cluster comment commit copy create"
                  + " deallocate declare discard do drop end execute explain fetch grant import"
                  + " listen load lock move notify prepare reassign refresh reindex release reset"
                  + " revoke rollback savepoint security set show start truncate unlisten vacuum")
              .split(" "));

  private final List<ReadProblem> problems = new ArrayList<>();
  private final Deque<WithList> frames = new ArrayDeque<>();
  private boolean atStart = true;
  private boolean ended;

  private SingleRead() {
    frames.push(new WithList(true));
  }

  /** The problems in the order of the text; none where the text is one harmless read. */
  public static List<ReadProblem> problems(String text) {
    SingleRead scan = new SingleRead();
    for (SqlToken token : SqlLexer.tokens(text)) {
      if (token.kind() == TokenKind.OPEN_COMMENT) {
        scan.add(ReadProblem.Kind.UNTERMINATED, "comment", token);
      }
    }
    Tokens cursor = Tokens.of(text);
    while (!cursor.atEnd()) {
      scan.read(cursor);
      cursor.next();
    }
    scan.finish(cursor.peek());
    return List.copyOf(scan.problems);
  }

  private void read(Tokens cursor) {
    SqlToken token = cursor.peek();
    if (token.isSymbol(";")) {
      ended = true;
      return;
    }
    if (ended) {
      add(ReadProblem.Kind.SEVERAL_STATEMENTS, "second statement", token);
      restart();
    }
    if (token.kind().isOpen()) {
      add(ReadProblem.Kind.UNTERMINATED, "quote", token);
    } else if (token.kind() == TokenKind.STRING && token.text().contains("\\'")) {
      add(ReadProblem.Kind.AMBIGUOUS_STRING, "backslash before quote", token);
    }
    if (Tokens.opens(token)) {
      frames.push(frames.element().inner(token, cursor.peek(-1)));
    } else if (Tokens.closes(token)) {
      close(token);
    } else {
      readWord(cursor, token);
    }
    atStart &= token.isSymbol("(");
  }

  private void readWord(Tokens cursor, SqlToken token) {
    String word = token.word();
    boolean change = CHANGE.contains(word);
    if (atStart && !QUERY.contains(word)) {
      String verb = change || OTHER_VERBS.contains(word) ? word : "statement";
      add(ReadProblem.Kind.NOT_A_QUERY, verb, token);
      frames.element().read(token);
      return;
    }
    if (frames.element().read(token) && change) {
      add(ReadProblem.Kind.DATA_CHANGE, word, token);
    }
    if (word.equals("into") && !cursor.atLabel() && !afterChange(cursor.peek(-1))) {
      add(ReadProblem.Kind.INTO, "select into", token);
    }
  }

  private boolean afterChange(SqlToken before) {
    return problems.stream()
        .anyMatch(p -> p.offset() == before.begin() && CHANGE.contains(p.what()));
  }

  private void close(SqlToken token) {
    boolean round = frames.pop().opened("(");
    if (frames.isEmpty() || round != token.isSymbol(")")) {
      add(ReadProblem.Kind.UNBALANCED, "bracket", token);
    }
    if (frames.isEmpty()) {
      frames.push(new WithList(true));
    }
    frames.element().read(token);
  }

  private void restart() {
    ended = false;
    atStart = true;
    frames.clear();
    frames.push(new WithList(true));
  }

  private void finish(SqlToken end) {
    if (atStart && problems.isEmpty()) {
      add(ReadProblem.Kind.EMPTY, "statement", end);
    } else if (frames.size() > 1) {
      add(ReadProblem.Kind.UNBALANCED, "bracket", end);
    }
  }

  private void add(ReadProblem.Kind kind, String what, SqlToken token) {
    problems.add(new ReadProblem(kind, what, token.begin()));
  }
}
