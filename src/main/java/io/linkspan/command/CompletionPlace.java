package io.linkspan.command;

import io.linkspan.pg.Identifier;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the word at the cursor can be.
 *
 * @param ends the tables that the line names, if it does
 * @param words fixed words that are possible, besides those of the kind
 * @param taken columns that stand in the same list already
 * @param subject the column that is filled, or the connection that is meant
 * @param text the expression, statement or path up to the cursor
 */
record CompletionPlace(
    Kind kind,
    CopyEnds ends,
    List<String> words,
    List<Identifier> taken,
    Optional<String> subject,
    String text) {

  /** The sorts of words. */
  enum Kind {
    /** The begin of the line. */
    COMMAND,
    CONNECTION,
    /** {@code @NAME}. */
    AT_CONNECTION,
    SAVED_CONNECTION,
    SAVED_PLAN,
    SOURCE_TABLE,
    TARGET_TABLE,
    ANY_TABLE,
    /** What the list that is the subject shows. */
    LISTED,
    /** A connection with a colon, or nothing but a pattern. */
    SIDE,
    /** The clauses of a copy that are not given yet, and the end of an expression. */
    CLAUSE,
    TARGET_COLUMN,
    /** A target column that an expression is to fill. */
    MAP_COLUMN,
    /** A target column of a unique key. */
    KEY_COLUMN,
    SOURCE_EXPRESSION,
    /** Over the mapped values. */
    DISTINCT_EXPRESSION,
    /** Over the target's row and the one proposed. */
    CONFLICT_EXPRESSION,
    SQL,
    /** {@code :NAME}, in the quotes that are the text. */
    VARIABLE,
    VARIABLE_NAME,
    RUN,
    FILE,
    FOLDER,
    TOPIC,
    SETTING,
    WORDS,
    NOTHING
  }

  private static final Pattern VARIABLE =
      Pattern.compile("(?<![A-Za-z0-9_:\"'\\])]):(['\"]?)[A-Za-z0-9_]*$");

  CompletionPlace {
    words = List.copyOf(words);
    taken = List.copyOf(taken);
  }

  static CompletionPlace of(Kind kind) {
    return new CompletionPlace(kind, CopyEnds.UNKNOWN, List.of(), List.of(), Optional.empty(), "");
  }

  static CompletionPlace words(String... words) {
    return of(Kind.WORDS).offering(List.of(words));
  }

  CompletionPlace offering(List<String> offered) {
    return new CompletionPlace(kind, ends, offered, taken, subject, text);
  }

  CompletionPlace without(List<Identifier> columns) {
    return new CompletionPlace(kind, ends, words, columns, subject, text);
  }

  CompletionPlace about(String meant) {
    return new CompletionPlace(kind, ends, words, taken, Optional.of(meant), text);
  }

  CompletionPlace after(String typed) {
    return new CompletionPlace(kind, ends, words, taken, subject, typed);
  }

  CompletionPlace between(CopyEnds tables) {
    return new CompletionPlace(kind, tables, words, taken, subject, text);
  }

  /** The place at the end of what is typed so far. */
  static CompletionPlace of(String before) {
    Matcher variable = VARIABLE.matcher(before);
    if (variable.find()) {
      return of(Kind.VARIABLE).after(variable.group(1));
    }
    Input input = Input.of(before);
    if (input instanceof Input.OfSql sql) {
      return sql(sql, before);
    }
    if (!(input instanceof Input.OfCommand command)) {
      return of(Kind.COMMAND);
    }
    boolean open = Character.isWhitespace(before.charAt(before.length() - 1));
    if (command.rest().isEmpty() && !open) {
      return of(Kind.COMMAND);
    }
    String typed = open ? command.rest() + " " : command.rest();
    return CommandPlaces.of(command.word(), typed, finished(typed));
  }

  private static CompletionPlace sql(Input.OfSql sql, String before) {
    boolean word = before.strip().chars().noneMatch(Character::isWhitespace);
    boolean open = Character.isWhitespace(before.charAt(before.length() - 1));
    if (before.stripLeading().startsWith("@") && word && !open) {
      return of(Kind.AT_CONNECTION);
    }
    if (word && !open) {
      return of(Kind.COMMAND);
    }
    CompletionPlace place =
        new CompletionPlace(
            Kind.SQL,
            CopyEnds.UNKNOWN,
            List.of(),
            List.of(),
            sql.connection(),
            lastStatement(sql.text() + (open && sql.text().isEmpty() ? " " : "")));
    return sql.connection().isEmpty() ? SettingPlaces.besideSql(place) : place;
  }

  /** What is typed after the last semicolon. */
  private static String lastStatement(String text) {
    int begin = 0;
    for (SqlToken token : SqlLexer.tokens(text)) {
      begin = token.isSymbol(";") ? token.end() : begin;
    }
    return text.substring(begin);
  }

  /** The text without the name that is being typed, quoted or not, its schema included. */
  private static String finished(String typed) {
    List<SqlToken> tokens = SqlLexer.tokens(typed);
    int end = typed.length();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      SqlToken token = tokens.get(i);
      if (token.end() != end || !isNamePart(token)) {
        break;
      }
      end = token.begin();
    }
    return typed.substring(0, end);
  }

  private static boolean isNamePart(SqlToken token) {
    return switch (token.kind()) {
      case WORD,
          QUOTED_IDENTIFIER,
          OPEN_IDENTIFIER,
          NUMBER,
          VARIABLE,
          VARIABLE_IDENTIFIER,
          OPEN_STRING ->
          true;
      default -> token.isSymbol(".") || token.isSymbol(":");
    };
  }
}
