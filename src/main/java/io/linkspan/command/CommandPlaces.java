package io.linkspan.command;

import io.linkspan.command.CompletionPlace.Kind;
import io.linkspan.pg.UserException;
import io.linkspan.request.CopyParser;
import io.linkspan.request.TableReference;
import io.linkspan.settings.Setting;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can stand after the word of a command. */
final class CommandPlaces {
  private static final Pattern SKIPPED_TO = Pattern.compile("(?is).*\\bskipped\\s+to\\s(.*)");

  private CommandPlaces() {}

  /**
   * The place at the end.
   *
   * @param word of the command
   * @param typed what stands after it
   * @param finished the same without the name that is being typed
   */
  static CompletionPlace of(String word, String typed, String finished) {
    Tokens tokens = Tokens.of(finished);
    return switch (word) {
      case "use" -> use(typed);
      case "disconnect", "\\refresh", "\\#" -> oneWord(typed, Kind.CONNECTION);
      case "refresh" -> oneWord(typed, Kind.CONNECTION).offering(List.of("materialized view"));
      case "connect", "\\c", "\\connect" -> connect(typed);
      case "save" -> connectionNamed(typed, Kind.CONNECTION);
      case "forget" -> connectionNamed(typed, Kind.SAVED_CONNECTION);
      case "compare" -> compare(tokens);
      case "plan" -> plan(tokens, typed);
      case "map", "where", "distinct", "on", "truncate", "columns", "batch", "workers" ->
          ClausePlaces.of(
              Tokens.of(word + " " + finished), word + " " + typed, CopyEnds.UNKNOWN, false);
      case "run" -> run(typed);
      case "check" -> check(tokens, typed);
      case "resume", "undo", "verify", "runs" -> first(tokens, Kind.RUN);
      case "replay", "\\i", "\\ir", "\\o", "\\e", "\\w", "\\g", "record" ->
          CompletionPlace.of(Kind.FILE).after(typed.stripLeading());
      case "\\cd" -> CompletionPlace.of(Kind.FOLDER).after(typed.stripLeading());
      case "let", "\\set", "unset", "\\unset" -> first(tokens, Kind.VARIABLE_NAME);
      case "install" -> words(tokens, "dblink");
      case "sandbox" -> words(tokens, "reset", "events");
      case "help", "\\?", "\\h" -> oneWord(typed, Kind.TOPIC);
      case "expect" -> expect(tokens);
      case "set", "\\pset", "reset" -> SettingPlaces.of(tokens);
      case "\\x" -> SettingPlaces.of(Setting.EXPANDED, tokens);
      case "\\timing" -> SettingPlaces.of(Setting.TIMING, tokens);
      case "\\t" -> SettingPlaces.of(Setting.TUPLES_ONLY, tokens);
      default -> looking(word, tokens);
    };
  }

  private static CompletionPlace first(Tokens tokens, Kind kind) {
    return CompletionPlace.of(tokens.atEnd() ? kind : Kind.NOTHING);
  }

  private static CompletionPlace words(Tokens tokens, String... words) {
    return tokens.atEnd() ? CompletionPlace.words(words) : CompletionPlace.of(Kind.NOTHING);
  }

  /** The lists and what tells of one table. */
  private static CompletionPlace looking(String word, Tokens tokens) {
    if (!tokens.atEnd()) {
      return CompletionPlace.of(Kind.NOTHING);
    }
    return switch (word) {
      case "describe", "\\d", "\\d+", "tables", "\\dt", "\\dt+", "\\dv", "\\dv+", "\\dm", "\\di" ->
          CompletionPlace.of(Kind.ANY_TABLE);
      case "schemas", "extensions", "\\dn", "\\dx", "\\df", "\\dT", "\\du", "\\des", "\\l" ->
          CompletionPlace.of(Kind.SIDE);
      default -> CompletionPlace.of(Kind.NOTHING);
    };
  }

  /** A word that may hold hyphens, which SQL would take for minus signs. */
  private static CompletionPlace oneWord(String typed, Kind kind) {
    boolean one = typed.stripLeading().chars().noneMatch(Character::isWhitespace);
    return CompletionPlace.of(one ? kind : Kind.NOTHING);
  }

  private static CompletionPlace use(String typed) {
    int arrow = typed.indexOf("->");
    if (arrow >= 0) {
      return oneWord(typed.substring(arrow + 2), Kind.CONNECTION);
    }
    CompletionPlace source = oneWord(typed, Kind.CONNECTION);
    return source.kind() == Kind.CONNECTION ? source : CompletionPlace.words("->");
  }

  private static CompletionPlace connectionNamed(String typed, Kind kind) {
    String[] words = typed.stripLeading().split("\\s+", 2);
    return words.length == 2 ? oneWord(words[1], kind) : CompletionPlace.words("connection");
  }

  private static CompletionPlace compare(Tokens tokens) {
    if (tokens.atEnd()) {
      return CompletionPlace.of(Kind.SOURCE_TABLE);
    }
    Optional<TableReference> source = table(tokens);
    tokens.textUntil(t -> t.atSymbol("->"));
    return tokens.acceptSymbol("->")
        ? first(tokens, Kind.TARGET_TABLE).between(new CopyEnds(source, Optional.empty()))
        : CompletionPlace.words("->");
  }

  private static CompletionPlace connect(String typed) {
    if (oneWord(typed, Kind.SAVED_CONNECTION).kind() == Kind.SAVED_CONNECTION) {
      return CompletionPlace.of(Kind.SAVED_CONNECTION);
    }
    String given = " " + typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (given.matches("(?s).* as [a-z]*")) {
      return CompletionPlace.words("source", "target");
    }
    List<String> words =
        new ArrayList<>(
            List.of("as source", "as target", "read only", "production", "reached by \""));
    words.removeIf(each -> given.contains(" " + each.split(" ", 2)[0] + " "));
    return CompletionPlace.of(Kind.WORDS).offering(words);
  }

  private static CompletionPlace plan(Tokens tokens, String typed) {
    if (!tokens.acceptWord("copy")) {
      return words(tokens, "copy", "sql", "back");
    }
    if (tokens.atEnd()) {
      return CompletionPlace.of(Kind.SOURCE_TABLE).offering(List.of("(select"));
    }
    if (tokens.atSymbol("(") && !closes(Tokens.of(typed.stripLeading().substring(4)))) {
      String query = typed.substring(typed.indexOf('(') + 1);
      return CompletionPlace.of(Kind.SQL).after(query.isEmpty() ? " " : query).about("");
    }
    Optional<TableReference> source = table(tokens);
    tokens.textUntil(t -> t.atSymbol("->"));
    if (!tokens.acceptSymbol("->")) {
      return CompletionPlace.words("->");
    }
    if (tokens.atEnd()) {
      return CompletionPlace.of(Kind.TARGET_TABLE).between(new CopyEnds(source, Optional.empty()));
    }
    Optional<TableReference> target = table(tokens);
    return ClausePlaces.of(tokens, typed, new CopyEnds(source, target), true);
  }

  private static Optional<TableReference> table(Tokens tokens) {
    try {
      return Optional.of(CopyParser.tableReference(tokens, "a table"));
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  private static boolean closes(Tokens tokens) {
    tokens.next();
    tokens.textUntil(t -> false);
    return tokens.acceptSymbol(")");
  }

  private static CompletionPlace run(String typed) {
    Matcher file = SKIPPED_TO.matcher(typed);
    String given = typed.toLowerCase(Locale.ROOT);
    if (file.matches() && !file.group(1).stripLeading().contains(" ")) {
      return CompletionPlace.of(Kind.FILE).after(file.group(1).stripLeading());
    }
    return CompletionPlace.of(Kind.WORDS)
        .offering(
            Stream.of("dry", "skipped to", "without journal")
                .filter(each -> !given.contains(each + " "))
                .toList());
  }

  private static CompletionPlace check(Tokens tokens, String typed) {
    return tokens.acceptWord("insert")
        ? CompletionPlace.of(Kind.SQL).after(typed.stripLeading())
        : words(tokens, "rows", "insert into");
  }

  private static CompletionPlace expect(Tokens tokens) {
    if (tokens.atEnd()) {
      return CompletionPlace.of(Kind.WORDS).offering(RunCommand.receiptFields());
    }
    tokens.next();
    return words(tokens, "=", "<>", "<", "<=", ">", ">=");
  }
}
