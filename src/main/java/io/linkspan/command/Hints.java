package io.linkspan.command;

import io.linkspan.sql.Completeness;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may follow a typed text, in the words of help; no part of the text. */
final class Hints {
  /** Statements that are often one word long. */
  private static final Set<String> SHORT =
      Set.of("begin", "commit", "rollback", "end", "abort", "checkpoint");

  /** Without one of these behind its verb, a statement is hardly finished. */
  private static final Set<String> FURTHER =
      Set.of("from", "values", "set", "into", "table", "view", "index", "schema", "on", "to");

  /** What people type who want to leave a text that is not finished. */
  private static final Set<String> OUT = Set.of("quit", "exit", "\\q", "help");

  private final Registry registry;

  Hints(Registry registry) {
    this.registry = registry;
  }

  /** The hint for a cursor at the end of the text; begins with a blank where one is missing. */
  String after(String typed) {
    if (wantsOut(typed)) {
      return "  (the text above is not finished; Ctrl-C drops it)";
    }
    Input input = Input.of(typed);
    if (input instanceof Input.OfSql sql) {
      return semicolon(sql.text());
    }
    if (!(input instanceof Input.OfCommand command) || typed.endsWith(";")) {
      return "";
    }
    Optional<Command> called = registry.find(command.word());
    boolean blank = Character.isWhitespace(typed.charAt(typed.length() - 1));
    boolean wordAlone = command.rest().isEmpty() && !blank;
    if (called.isEmpty() || !(blank || wordAlone || typed.endsWith(")"))) {
      return "";
    }
    String hint = ofCommand(called.get().usage(), command);
    return hint.isEmpty() || blank ? hint : " " + hint;
  }

  /** Whether the last line of several is a word by which people leave or ask for help. */
  private static boolean wantsOut(String typed) {
    int line = typed.lastIndexOf('\n');
    return line >= 0 && OUT.contains(typed.substring(line + 1).strip().toLowerCase(Locale.ROOT));
  }

  private static String ofCommand(Usage usage, Input.OfCommand command) {
    if (ClauseHints.CLAUSES.contains(command.word())) {
      return ClauseHints.after(Tokens.of(command.word() + " " + command.rest()));
    }
    if (command.word().equals("plan")) {
      Optional<String> clauses = ofCopy(Tokens.of(command.rest()));
      if (clauses.isPresent()) {
        return clauses.get();
      }
    }
    List<String> typed = UsageForm.words(command.rest());
    return UsageForm.of(usage).stream()
        .map(form -> form.restAfter(typed))
        .flatMap(Optional::stream)
        .filter(rest -> !rest.isEmpty())
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  /** What may follow the target of {@code plan copy}; empty where the text is not so far. */
  private static Optional<String> ofCopy(Tokens tokens) {
    if (!tokens.acceptWord("copy")) {
      return Optional.empty();
    }
    tokens.textUntil(t -> t.atSymbol("->"));
    if (!tokens.acceptSymbol("->") || tokens.atEnd()) {
      return Optional.empty();
    }
    do {
      tokens.next();
    } while (tokens.acceptSymbol(".") || tokens.acceptSymbol(":"));
    if (tokens.acceptSymbol("(")) {
      tokens.textUntil(t -> false);
      if (!tokens.acceptSymbol(")")) {
        return Optional.of("");
      }
    }
    return Optional.of(ClauseHints.after(tokens));
  }

  /** The semicolon that is missing, where the statement looks finished. */
  private static String semicolon(String sql) {
    Tokens tokens = Tokens.of(sql);
    String verb = tokens.next().word();
    boolean further = SHORT.contains(verb) && tokens.atEnd();
    SqlToken last = tokens.peek(-1);
    while (!tokens.atEnd()) {
      last = tokens.next();
      further |= FURTHER.contains(last.word()) && !tokens.atEnd();
    }
    boolean ends =
        last.kind().isIdentifier()
            || last.kind().isString()
            || last.kind() == TokenKind.NUMBER
            || last.isSymbol(")");
    return further && ends && Completeness.ofSql(sql) == Completeness.NO_SEMICOLON ? ";" : "";
  }
}
