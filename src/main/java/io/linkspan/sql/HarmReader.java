package io.linkspan.sql;

import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds what a statement would destroy, also within WITH, EXPLAIN ANALYZE, COPY, PREPARE and CREATE
 * TABLE AS.
 */
final class HarmReader {
  /** Before them, DROP is the name of something else. */
  private static final Set<String> NAMING = Set.of("rename", "column", "to", "add", "constraint");

  /** What can be dropped of a column and set again without a loss. */
  private static final Set<String> HARMLESS_PARTS = Set.of("default", "not");

  /** The clauses SEARCH and CYCLE end in the name of a column after these. */
  private static final Set<String> BEFORE_LAST_NAME = Set.of("set", "using");

  private static final Set<String> ROW_CHANGES = Set.of("delete", "update", "merge");

  private static final Set<String> ANALYZE = Set.of("analyze", "analyse");

  private final String statement;
  private final List<SqlToken> tokens;
  private final BitSet labels;
  private final List<Harm> harms = new ArrayList<>();

  private HarmReader(String statement, List<SqlToken> tokens) {
    this.statement = statement;
    this.tokens = tokens;
    this.labels = Tokens.labels(tokens);
  }

  static List<Harm> read(String statement) {
    Tokens cursor = Tokens.of(statement);
    passWrappers(cursor);
    switch (cursor.peek().word()) {
      case "drop" -> {
        return List.of(Harm.of(cursor.rest()));
      }
      case "truncate" -> {
        return truncated(cursor);
      }
      case "alter" -> {
        return altered(cursor);
      }
      case "with", "select", "values", "table", "insert", "update", "delete", "merge", "copy" -> {
        return rowChanges(statement, cursor);
      }
      case "create" -> {
        return queryAfter("as", statement, pastTable(cursor));
      }
      case "declare" -> {
        return queryAfter("for", statement, cursor);
      }
      default -> {
        return cursor.atSymbol("(") ? rowChanges(statement, cursor) : List.of();
      }
    }
  }

  private static List<Harm> rowChanges(String statement, Tokens cursor) {
    HarmReader reader = new HarmReader(statement, cursor.remaining());
    for (int i = 0; i < reader.tokens.size(); i++) {
      if (ROW_CHANGES.contains(reader.tokens.get(i).word()) && reader.beginsStatement(i)) {
        reader.read(i);
      }
    }
    return List.copyOf(reader.harms);
  }

  /** Passes CREATE … TABLE and its name's words; what else is created carries no query out. */
  private static Tokens pastTable(Tokens cursor) {
    cursor.next();
    while (cursor.at("global")
        || cursor.at("local")
        || cursor.at("temp")
        || cursor.at("temporary")
        || cursor.at("unlogged")) {
      cursor.next();
    }
    if (!cursor.acceptWord("table")) {
      cursor.rest();
    }
    return cursor;
  }

  private static List<Harm> queryAfter(String word, String statement, Tokens cursor) {
    cursor.textUntil(t -> t.at(word));
    cursor.acceptWord(word);
    return rowChanges(statement, cursor);
  }

  /** Passes PREPARE … AS, and EXPLAIN where it carries the statement out. */
  private static void passWrappers(Tokens cursor) {
    if (cursor.acceptWord("prepare")) {
      cursor.textUntil(t -> t.at("as"));
      cursor.acceptWord("as");
    } else if (cursor.at("explain")) {
      cursor.next();
      boolean analyze = cursor.atSymbol("(") ? analyzes(cursor) : analyzeWord(cursor);
      if (!analyze) {
        cursor.rest();
      } else {
        passWrappers(cursor);
      }
    }
  }

  private static boolean analyzeWord(Tokens cursor) {
    boolean analyze =
        cursor.peek().identifier().filter(n -> ANALYZE.contains(n.name())).isPresent();
    if (analyze) {
      cursor.next();
    }
    cursor.acceptWord("verbose");
    return analyze;
  }

  private static boolean analyzes(Tokens cursor) {
    Tokens options = cursor.within(cursor.expectParentheses());
    boolean analyze = false;
    for (Slice option : options.splitTopLevel(",")) {
      Tokens words = Tokens.of(option.text());
      if (analyzeWord(words)) {
        String value = words.atEnd() ? "true" : words.next().text();
        String bare = value.replace("'", "").toLowerCase(Locale.ROOT);
        analyze = !Set.of("off", "false", "0").contains(bare);
      }
    }
    return analyze;
  }

  private static List<Harm> truncated(Tokens cursor) {
    cursor.next();
    cursor.acceptWord("table");
    Slice what = cursor.textUntil(t -> t.at("restart") || t.at("continue") || t.at("cascade"));
    Optional<QualifiedName> one = oneName(what);
    String words = "TRUNCATE empties " + Phrase.of(what.text());
    return List.of(one.map(name -> Harm.to(name, words)).orElse(new Harm(words, one)));
  }

  private static Optional<QualifiedName> oneName(Slice text) {
    Tokens names = Tokens.of(text.text());
    Optional<QualifiedName> name = nameAt(names);
    return name.filter(n -> names.atEnd());
  }

  private static List<Harm> altered(Tokens cursor) {
    List<SqlToken> all = cursor.remaining();
    for (int i = 1; i < all.size(); i++) {
      boolean drops = all.get(i).isWord("drop") && !all.get(i - 1).isSymbol(".");
      String after = i + 1 < all.size() ? all.get(i + 1).word() : "";
      if (drops && !NAMING.contains(all.get(i - 1).word()) && !HARMLESS_PARTS.contains(after)) {
        return List.of(Harm.of(cursor.rest()));
      }
    }
    return List.of();
  }

  /** Whether a statement may begin here: first of all, in parentheses, or after a WITH list. */
  private boolean beginsStatement(int index) {
    if (index == 0) {
      return true;
    }
    SqlToken before = tokens.get(index - 1);
    return before.isSymbol("(")
        || before.isSymbol(")")
        || (index > 1 && BEFORE_LAST_NAME.contains(tokens.get(index - 2).word()));
  }

  private void read(int index) {
    Tokens cursor = Tokens.of(statement.substring(tokens.get(index).begin()));
    if (cursor.acceptWord("delete", "from")) {
      named(cursor)
          .filter(name -> !hasWhere(index))
          .ifPresent(
              name ->
                  harms.add(
                      Harm.to(name, "DELETE without WHERE removes every row of " + name.quoted())));
    } else if (cursor.acceptWord("update")) {
      named(cursor)
          .filter(name -> !hasWhere(index))
          .ifPresent(
              name ->
                  harms.add(
                      Harm.to(name, "UPDATE without WHERE changes every row of " + name.quoted())));
    } else if (cursor.acceptWord("merge", "into")) {
      named(cursor)
          .filter(name -> deletes(index))
          .ifPresent(name -> harms.add(Harm.to(name, "MERGE deletes rows of " + name.quoted())));
    }
  }

  private static Optional<QualifiedName> named(Tokens cursor) {
    cursor.acceptWord("only");
    while (cursor.acceptSymbol("(")) {
      cursor.acceptWord("only");
    }
    return nameAt(cursor);
  }

  private static Optional<QualifiedName> nameAt(Tokens cursor) {
    boolean qualified = cursor.peek(1).isSymbol(".") && cursor.peek(2).identifier().isPresent();
    return cursor
        .acceptIdentifier()
        .map(
            first ->
                qualified && cursor.acceptSymbol(".")
                    ? new QualifiedName(Optional.of(first), cursor.acceptIdentifier().orElse(first))
                    : QualifiedName.unqualified(first));
  }

  /** Whether the statement that begins here has a WHERE of its own that leaves rows out. */
  private boolean hasWhere(int index) {
    OptionalInt where = atItsDepth(index, "where", "");
    return where.isPresent() && !isAlwaysTrue(where.getAsInt() + 1);
  }

  private boolean deletes(int index) {
    return atItsDepth(index, "delete", "then").isPresent();
  }

  /**
   * The word's place in the statement that begins here, outside of brackets.
   *
   * @param before the word that must stand before it; empty for any
   */
  private OptionalInt atItsDepth(int index, String word, String before) {
    int depth = 0;
    for (int i = index; i < tokens.size() && depth >= 0; i++) {
      SqlToken token = tokens.get(i);
      boolean there = i > index && depth == 0 && token.isWord(word) && !labels.get(i);
      if (there && (before.isEmpty() || tokens.get(i - 1).isWord(before))) {
        return OptionalInt.of(i);
      }
      depth += Tokens.opens(token) ? 1 : Tokens.closes(token) ? -1 : 0;
    }
    return OptionalInt.empty();
  }

  /** Whether the condition is TRUE, or an equality of a constant with itself. */
  private boolean isAlwaysTrue(int begin) {
    int depth = 0;
    List<SqlToken> condition = new ArrayList<>();
    for (int i = begin; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      depth += Tokens.opens(token) ? 1 : Tokens.closes(token) ? -1 : 0;
      if (depth < 0 || token.isSymbol(";") || (depth == 0 && token.isWord("returning"))) {
        break;
      }
      if (!token.isSymbol("(") && !token.isSymbol(")")) {
        condition.add(token);
      }
    }
    return switch (condition.size()) {
      case 1 -> condition.get(0).isWord("true");
      case 3 -> isSame(condition.get(0), condition.get(1), condition.get(2));
      default -> false;
    };
  }

  private static boolean isSame(SqlToken left, SqlToken operator, SqlToken right) {
    boolean constant = left.kind() == TokenKind.NUMBER || left.kind().isString();
    return constant && operator.isSymbol("=") && left.text().equals(right.text());
  }
}
