package io.linkspan.command;

import io.linkspan.pg.Identifier;
import io.linkspan.sql.LeadingBlanks;
import io.linkspan.sql.Tokens;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a typed text is: a command of linkspan, or SQL for one of the connections. */
sealed interface Input {
  /** Nothing but blanks and comments. */
  record Nothing() implements Input {}

  /**
   * A command.
   *
   * @param word what it begins with, folded unless it begins with a backslash
   * @param rest the text after the word, without a closing semicolon
   */
  record OfCommand(String word, String rest) implements Input {}

  /**
   * SQL.
   *
   * @param connection named by {@code @NAME} before it
   */
  record OfSql(Optional<String> connection, String text) implements Input {}

  /** Words that begin a statement of PostgreSQL's (manual, part VI, "SQL Commands"). */
  Set<String> VERBS =
      Set.of(
          "abort",
          "alter",
          "analyse",
          "analyze",
          "begin",
          "call",
          "checkpoint",
          "close",
          "cluster",
          "comment",
          "commit",
          "copy",
          "create",
          "deallocate",
          "declare",
          "delete",
          "discard",
          "do",
          "drop",
          "end",
          "execute",
          "explain",
          "fetch",
          "grant",
          "import",
          "insert",
          "listen",
          "load",
          "lock",
          "merge",
          "move",
          "notify",
          "prepare",
          "reassign",
          "refresh",
          "reindex",
          "release",
          "reset",
          "revoke",
          "rollback",
          "savepoint",
          "security",
          "select",
          "set",
          "show",
          "start",
          "table",
          "truncate",
          "unlisten",
          "update",
          "vacuum",
          "values",
          "with");

  Pattern AT = Pattern.compile("@([A-Za-z_][A-Za-z0-9_-]*)\\s*(.*)", Pattern.DOTALL);
  Pattern WORD =
      Pattern.compile("(\\\\[A-Za-z?!]+\\+?|\\\\\\S|[A-Za-z_][A-Za-z0-9_]*)(.*)", Pattern.DOTALL);

  /** Tells what the text is. */
  static Input of(String typed) {
    String text = LeadingBlanks.removed(typed);
    if (text.isBlank() || text.strip().equals(";")) {
      return new Nothing();
    }
    Matcher at = AT.matcher(text);
    if (at.matches()) {
      return new OfSql(Optional.of(at.group(1)), at.group(2));
    }
    Matcher word = WORD.matcher(text);
    if (!word.matches()) {
      return new OfSql(Optional.empty(), text);
    }
    String first =
        word.group(1).startsWith("\\") ? word.group(1) : Identifier.folded(word.group(1)).name();
    String rest = word.group(2);
    boolean ours =
        switch (first) {
          case "truncate" -> isClause(Tokens.of(rest));
          case "explain" -> ExplainWords.areCommand(rest);
          case "set" -> SetWords.areCommand(rest);
          case "refresh" -> !Tokens.of(rest).at("materialized");
          default -> false;
        };
    ours &= !beginsStatement(word.group(1), rest);
    if (VERBS.contains(first) && !ours) {
      return new OfSql(Optional.empty(), text);
    }
    return new OfCommand(first, withoutSemicolon(rest.strip()));
  }

  /**
   * Whether a word alone, in the capitals that SQL is written in, begins a statement of which the
   * next line brings more.
   */
  private static boolean beginsStatement(String word, String rest) {
    return word.length() > 1
        && word.equals(word.toUpperCase(Locale.ROOT))
        && LeadingBlanks.removed(rest).isEmpty();
  }

  /** Whether TRUNCATE has no table behind it, so that it is the clause of a plan. */
  private static boolean isClause(Tokens rest) {
    rest.acceptWord("off");
    rest.acceptSymbol(";");
    return rest.atEnd();
  }

  /** The text without the semicolon that a person types out of habit. */
  static String withoutSemicolon(String rest) {
    return rest.endsWith(";") ? rest.substring(0, rest.length() - 1).stripTrailing() : rest;
  }
}
