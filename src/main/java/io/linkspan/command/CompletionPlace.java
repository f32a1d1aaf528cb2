package io.linkspan.command;

import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import io.linkspan.request.CopyParser;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the word at the cursor can be.
 *
 * @param source the source table that the line names, if it does
 * @param target the target table that the line names, if it does
 * @param words fixed words, of kind {@code WORDS}
 */
record CompletionPlace(
    Kind kind, Optional<QualifiedName> source, Optional<QualifiedName> target, List<String> words) {

  /** The sorts of words. */
  enum Kind {
    COMMAND,
    CONNECTION,
    SAVED_CONNECTION,
    PLAN_WORD,
    SOURCE_TABLE,
    TARGET_TABLE,
    ANY_TABLE,
    CLAUSE,
    CONFLICT_RULE,
    SOURCE_COLUMN,
    TARGET_COLUMN,
    SQL,
    ARROW,
    WORDS,
    NOTHING
  }

  private static final Set<String> CLAUSES =
      Set.of("map", "where", "distinct", "on", "truncate", "columns");

  private static CompletionPlace of(Kind kind) {
    return new CompletionPlace(kind, Optional.empty(), Optional.empty(), List.of());
  }

  private static CompletionPlace words(String... words) {
    return new CompletionPlace(Kind.WORDS, Optional.empty(), Optional.empty(), List.of(words));
  }

  /** The place at the end of what is typed so far. */
  static CompletionPlace of(String before) {
    Input input = Input.of(before);
    if (input instanceof Input.OfSql) {
      return of(Kind.SQL);
    }
    if (!(input instanceof Input.OfCommand command)) {
      return of(Kind.COMMAND);
    }
    boolean blankAfterWord = !command.rest().isEmpty() || before.endsWith(" ");
    if (!blankAfterWord) {
      return of(Kind.COMMAND);
    }
    Tokens tokens = Tokens.of(finished(command.rest(), before));
    return switch (command.word()) {
      case "use" -> arrow(tokens, Kind.CONNECTION, Kind.CONNECTION);
      case "disconnect" -> tokens.atEnd() ? of(Kind.CONNECTION) : of(Kind.NOTHING);
      case "connect", "\\c" ->
          tokens.atEnd()
              ? of(Kind.SAVED_CONNECTION)
              : words("as source", "as target", "read only", "reached by");
      case "save", "forget" ->
          tokens.acceptWord("connection") ? of(Kind.CONNECTION) : words("connection");
      case "describe", "\\d" -> tokens.atEnd() ? of(Kind.ANY_TABLE) : of(Kind.NOTHING);
      case "compare" -> arrow(tokens, Kind.SOURCE_TABLE, Kind.TARGET_TABLE);
      case "plan" -> plan(tokens);
      case "run" -> words("dry", "skipped to", "without journal");
      case "check" -> tokens.atEnd() ? words("rows", "insert") : of(Kind.NOTHING);
      case "install" -> words("dblink");
      case "sandbox" -> words("reset", "events");
      case "help" -> of(Kind.COMMAND);
      case "expect" -> words(RunCommand.receiptFields().toArray(String[]::new));
      case "map", "where", "distinct", "on", "truncate", "columns" ->
          clauses(Tokens.of(command.word() + " " + finished(command.rest(), before)));
      default -> of(Kind.NOTHING);
    };
  }

  /** The text without the word that is being typed. */
  private static String finished(String rest, String before) {
    if (before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1))) {
      return rest;
    }
    int end = rest.length();
    while (end > 0 && isWordCharacter(rest.charAt(end - 1))) {
      end--;
    }
    return rest.substring(0, end);
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '"' || c == '.' || c == ':' || c == '*';
  }

  private static CompletionPlace arrow(Tokens tokens, Kind left, Kind right) {
    if (tokens.atEnd()) {
      return of(left);
    }
    tokens.textUntil(t -> t.atSymbol("->"));
    if (!tokens.acceptSymbol("->")) {
      return of(Kind.ARROW);
    }
    return tokens.atEnd() ? of(right) : of(Kind.NOTHING);
  }

  private static CompletionPlace plan(Tokens tokens) {
    if (!tokens.acceptWord("copy")) {
      return of(Kind.PLAN_WORD);
    }
    if (tokens.atEnd()) {
      return of(Kind.SOURCE_TABLE);
    }
    Optional<QualifiedName> source = table(tokens);
    tokens.textUntil(t -> t.atSymbol("->"));
    if (!tokens.acceptSymbol("->")) {
      return of(Kind.ARROW);
    }
    if (tokens.atEnd()) {
      return of(Kind.TARGET_TABLE);
    }
    Optional<QualifiedName> target = table(tokens);
    CompletionPlace place =
        tokens.atSymbol("(") && !closes(tokens) ? of(Kind.TARGET_COLUMN) : clauses(tokens);
    return new CompletionPlace(place.kind(), source, target, place.words());
  }

  private static Optional<QualifiedName> table(Tokens tokens) {
    try {
      return Optional.of(CopyParser.tableReference(tokens, "a table").name());
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  private static boolean closes(Tokens tokens) {
    tokens.next();
    tokens.textUntil(t -> false);
    return tokens.acceptSymbol(")");
  }

  /** The place after the clauses typed so far: the last clause word decides. */
  private static CompletionPlace clauses(Tokens tokens) {
    String clause = "";
    SqlToken last = tokens.peek(-1);
    int depth = 0;
    while (!tokens.atEnd()) {
      last = tokens.next();
      depth += last.isSymbol("(") ? 1 : last.isSymbol(")") ? -1 : 0;
      boolean distinctOn =
          last.isWord("on") && clause.equals("distinct") && !tokens.peek().isWord("conflict");
      if (depth == 0 && CLAUSES.contains(last.word()) && !distinctOn) {
        clause = last.word();
      }
    }
    if (clause.isEmpty()) {
      return of(Kind.CLAUSE);
    }
    boolean open = last.isSymbol("(") || last.isSymbol(",") || last.kind() == TokenKind.OPERATOR;
    return switch (clause) {
      case "map" ->
          last.isWord("map") || (last.isSymbol(",") && depth == 0)
              ? of(Kind.TARGET_COLUMN)
              : last.isSymbol("=") || open ? of(Kind.SOURCE_COLUMN) : of(Kind.CLAUSE);
      case "where" -> of(Kind.SOURCE_COLUMN);
      case "columns" -> of(Kind.TARGET_COLUMN);
      case "distinct" ->
          last.isSymbol("(") || last.isSymbol(",") || last.isWord("by")
              ? of(Kind.TARGET_COLUMN)
              : last.isWord("distinct")
                  ? words("on (")
                  : last.isSymbol(")") ? words("order by") : of(Kind.CLAUSE);
      case "on" ->
          last.isWord("on")
              ? words("conflict")
              : last.isWord("conflict")
                  ? of(Kind.CONFLICT_RULE)
                  : last.isSymbol(")")
                      ? words("overwrite", "do nothing", "do update set")
                      : open || last.isWord("set") ? of(Kind.TARGET_COLUMN) : of(Kind.CLAUSE);
      default -> of(Kind.CLAUSE);
    };
  }
}
