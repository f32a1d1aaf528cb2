package io.linkspan.command;

import io.linkspan.command.CompletionPlace.Kind;
import io.linkspan.pg.Identifier;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can stand among the clauses of a copy: the last of them decides. */
final class ClausePlaces {
  private static final List<String> CLAUSES =
      List.of(
          "map",
          "where",
          "distinct",
          "distinct on (",
          "on conflict",
          "truncate",
          "batch",
          "workers",
          "columns (");

  private final String line;
  private final Set<String> given = new TreeSet<>();

  /** The tokens of the last clause, its word first. */
  private final List<SqlToken> clause = new ArrayList<>();

  private int depth;

  private ClausePlaces(String line) {
    this.line = line;
  }

  /**
   * The place at the end of the clauses.
   *
   * @param tokens at the first of them, without the name that is being typed
   * @param line what the tokens are of, to the cursor
   * @param afterTarget whether a list of columns may come first
   */
  static CompletionPlace of(Tokens tokens, String line, CopyEnds ends, boolean afterTarget) {
    ClausePlaces places = new ClausePlaces(line);
    while (!tokens.atEnd()) {
      places.take(tokens);
    }
    boolean list = afterTarget && places.clause.isEmpty();
    return (list ? places.next(List.of("(")) : places.place()).between(ends);
  }

  private void take(Tokens tokens) {
    SqlToken token = tokens.next();
    depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
    depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
    boolean list = clause.isEmpty() && token.isSymbol("(");
    if (list || (depth == 0 && begins(token, tokens.peek()))) {
      clause.clear();
      given.add(list ? "columns" : token.word());
    }
    clause.add(token);
  }

  private boolean begins(SqlToken token, SqlToken next) {
    SqlToken before = clause.isEmpty() ? token : clause.get(clause.size() - 1);
    return switch (token.word()) {
      case "map", "columns", "truncate", "batch", "workers" -> clause.isEmpty() || ended(before);
      case "where" -> !is("on") || !has("set");
      case "distinct" -> !before.isWord("is") && !before.isWord("not");
      case "on" -> next.isWord("conflict") || !is("distinct");
      default -> false;
    };
  }

  private boolean is(String word) {
    return !clause.isEmpty() && clause.get(0).isWord(word);
  }

  private boolean has(String word) {
    return clause.stream().anyMatch(token -> token.isWord(word));
  }

  private SqlToken last() {
    return clause.get(clause.size() - 1);
  }

  /** Whether an expression can end with the token. */
  private static boolean ended(SqlToken token) {
    return switch (token.kind()) {
      case OPERATOR -> false;
      case SYMBOL -> token.isSymbol(")") || token.isSymbol("]");
      case WORD ->
          !Set.of("and", "or", "not", "where", "map", "is", "in", "like", "ilike", "between", "by")
              .contains(token.word());
      default -> true;
    };
  }

  private CompletionPlace place() {
    if (clause.isEmpty()) {
      return next(List.of());
    }
    return switch (clause.get(0).word()) {
      case "map" -> map();
      case "where" -> expression(Kind.SOURCE_EXPRESSION, 1, List.of("and", "or"));
      case "distinct" -> distinct();
      case "on" -> conflict();
      case "truncate" -> next(List.of());
      case "batch" -> number(List.of("10000 rows", "50000 rows", "off", "auto"), "rows");
      case "workers" -> number(List.of("2", "4", "auto"), "");
      default -> columns();
    };
  }

  /** The clauses that are not given yet. */
  private CompletionPlace next(List<String> before) {
    List<String> words = new ArrayList<>(before);
    CLAUSES.stream().filter(each -> !given.contains(each.split(" ", 2)[0])).forEach(words::add);
    return CompletionPlace.of(Kind.CLAUSE).offering(words);
  }

  private CompletionPlace number(List<String> first, String unit) {
    return clause.size() == 1
        ? CompletionPlace.of(Kind.WORDS).offering(first)
        : next(
            clause.size() == 2 && last().kind() == TokenKind.NUMBER && !unit.isEmpty()
                ? List.of(unit)
                : List.of());
  }

  private CompletionPlace columns() {
    if (depth > 0) {
      return CompletionPlace.of(Kind.TARGET_COLUMN).without(names(clause));
    }
    return clause.size() == 1 && !last().isSymbol(")")
        ? CompletionPlace.words("(", "off")
        : next(List.of());
  }

  private static List<Identifier> names(List<SqlToken> tokens) {
    return tokens.stream().flatMap(token -> token.identifier().stream()).toList();
  }

  private CompletionPlace map() {
    return assignment(1, Kind.MAP_COLUMN, Kind.SOURCE_EXPRESSION, List.of());
  }

  /** {@code COLUMN = EXPRESSION, …}, from that token of the clause on. */
  private CompletionPlace assignment(int from, Kind column, Kind expression, List<String> after) {
    List<Identifier> filled = new ArrayList<>();
    int begin = from;
    int nesting = 0;
    for (int i = from; i < clause.size(); i++) {
      SqlToken token = clause.get(i);
      nesting += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
      nesting -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
      if (nesting == 0 && token.isSymbol(",")) {
        clause.get(begin).identifier().ifPresent(filled::add);
        begin = i + 1;
      }
    }
    if (begin == clause.size()) {
      return CompletionPlace.of(column).without(filled);
    }
    if (begin + 1 == clause.size()) {
      return CompletionPlace.words("=");
    }
    String subject = clause.get(begin).identifier().map(Identifier::name).orElse("");
    CompletionPlace place = expression(expression, begin + 2, after);
    return subject.isEmpty() ? place : place.about(subject);
  }

  /** An expression that begins at that token; where it may have ended, the clauses as well. */
  private CompletionPlace expression(Kind kind, int from, List<String> goesOn) {
    int begin = clause.get(from - 1).end();
    String text = line.substring(Math.min(begin, line.length())).stripLeading();
    boolean open = clause.size() == from || depth > 0 || !ended(last());
    if (open) {
      return CompletionPlace.of(kind).after(text);
    }
    return next(goesOn).after(kind == Kind.SOURCE_EXPRESSION ? text : "");
  }

  private CompletionPlace distinct() {
    if (clause.size() == 1) {
      return next(List.of("on ("));
    }
    if (depth > 0) {
      return CompletionPlace.of(Kind.DISTINCT_EXPRESSION)
          .after(afterLast("("))
          .without(names(clause.subList(2, clause.size())));
    }
    if (last().isWord("on")) {
      return CompletionPlace.words("(");
    }
    if (last().isWord("order")) {
      return CompletionPlace.words("by");
    }
    if (last().isWord("by") || last().isSymbol(",") || last().kind() == TokenKind.OPERATOR) {
      return CompletionPlace.of(Kind.DISTINCT_EXPRESSION).after(afterLast("by"));
    }
    return next(
        !has("order")
            ? List.of("order by")
            : last().isWord("desc") || last().isWord("asc")
                ? List.of("nulls first", "nulls last")
                : List.of("desc", "asc"));
  }

  private String afterLast(String word) {
    for (int i = clause.size() - 1; i >= 0; i--) {
      if (clause.get(i).isSymbol(word) || clause.get(i).isWord(word)) {
        return line.substring(clause.get(i).end()).stripLeading();
      }
    }
    return "";
  }

  private CompletionPlace conflict() {
    if (has("set")) {
      int set = indexOf("set");
      int where = indexOf("where");
      return where > set
          ? expression(Kind.CONFLICT_EXPRESSION, where + 1, List.of("and", "or"))
          : assignment(set + 1, Kind.TARGET_COLUMN, Kind.CONFLICT_EXPRESSION, List.of("where"));
    }
    if (depth > 0) {
      return CompletionPlace.of(Kind.KEY_COLUMN).without(names(clause.subList(2, clause.size())));
    }
    return switch (last().word()) {
      case "on" -> CompletionPlace.words("conflict");
      case "conflict" ->
          CompletionPlace.words(
              "preserve", "overwrite", "fail", "do nothing", "(", "on constraint");
      case "do" -> CompletionPlace.words("nothing", "update set");
      case "update" -> CompletionPlace.words("set");
      default ->
          last().isSymbol(")")
              ? CompletionPlace.words("overwrite", "do nothing", "do update set")
              : next(List.of());
    };
  }

  private int indexOf(String word) {
    for (int i = 0; i < clause.size(); i++) {
      if (clause.get(i).isWord(word)) {
        return i;
      }
    }
    return -1;
  }
}
