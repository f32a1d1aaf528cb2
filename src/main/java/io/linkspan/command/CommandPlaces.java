package io.linkspan.command;

import io.linkspan.anatomy.PartWord;
import io.linkspan.command.CompletionPlace.Kind;
import io.linkspan.lesson.BuiltInLessons;
import io.linkspan.pg.UserException;
import io.linkspan.request.CopyParser;
import io.linkspan.request.TableReference;
import io.linkspan.settings.Setting;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can stand after the word of a command. */
final class CommandPlaces {
  private static final Pattern SKIPPED_TO = Pattern.compile("(?is).*\\bskipped\\s+to\\s(.*)");

  private static final Set<String> LISTS = Set.of("\\da", "\\dn", "\\dT", "\\du", "\\dg", "\\dx");
  private static final Pattern REPORT_TO = Pattern.compile("(?is)run\\s+(?:\\d+\\s+)?to\\s+(.*)");

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
      case "save" -> save(typed);
      case "forget" -> forget(typed);
      case "compare" -> compare(tokens);
      case "plan" -> plan(tokens, typed);
      case "map", "where", "distinct", "on", "truncate", "columns", "batch", "workers" ->
          ClausePlaces.of(
              Tokens.of(word + " " + finished), word + " " + typed, CopyEnds.UNKNOWN, false);
      case "run" -> run(typed);
      case "report" -> report(typed);
      case "check" -> check(tokens, typed);
      case "explain" -> explain(tokens, typed);
      case "resume", "undo", "verify", "runs" -> first(tokens, Kind.RUN);
      case "replay", "\\i", "\\ir", "\\o", "\\e", "\\w", "\\g", "record" ->
          CompletionPlace.of(Kind.FILE).after(typed.stripLeading());
      case "\\cd" -> CompletionPlace.of(Kind.FOLDER).after(typed.stripLeading());
      case "let", "\\set", "unset", "\\unset" -> first(tokens, Kind.VARIABLE_NAME);
      case "trace" -> trace(tokens);
      case "install" -> words(tokens, "dblink");
      case "sandbox" -> words(tokens, "reset", "events");
      case "learn" -> learn(typed);
      case "help", "\\?", "\\h" -> oneWord(typed, Kind.TOPIC);
      case "expect" -> expect(tokens);
      case "if", "elif" -> condition(tokens);
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

  private static CompletionPlace trace(Tokens tokens) {
    return tokens.acceptWord("on") ? words(tokens, "all") : words(tokens, "on", "off");
  }

  /** The lists and what tells of one table. */
  private static CompletionPlace looking(String word, Tokens tokens) {
    if (!tokens.atEnd()) {
      return CompletionPlace.of(Kind.NOTHING);
    }
    return switch (word) {
      case "tables", "privileges", "\\dp", "\\z" -> CompletionPlace.of(Kind.ANY_TABLE);
      case "servers", "databases", "\\l", "\\list", "\\db" -> CompletionPlace.of(Kind.SIDE);
      default -> listed(word);
    };
  }

  private static CompletionPlace listed(String word) {
    String list =
        switch (word) {
          case "describe" -> "\\d";
          case "views", "\\sv" -> "\\dv";
          case "indexes" -> "\\di";
          case "sequences" -> "\\ds";
          case "relations" -> "\\dtvmsiE";
          case "functions", "\\sf" -> "\\df";
          case "schemas" -> "\\dn";
          case "types" -> "\\dT";
          case "roles" -> "\\du";
          case "extensions" -> "\\dx";
          default -> word.replace("+", "").replace("S", "");
        };
    boolean ofRelations = list.matches("\\\\d[tvmsiE]*");
    boolean ofOthers = list.startsWith("\\df") || LISTS.contains(list);
    String stem = list.startsWith("\\df") ? "\\df" : list;
    return ofRelations || ofOthers
        ? CompletionPlace.of(Kind.LISTED).about(stem)
        : CompletionPlace.of(list.startsWith("\\de") ? Kind.SIDE : Kind.NOTHING);
  }

  /** One word that may hold hyphens, which SQL would take for minus signs. */
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

  /** A lesson by name, or by number once a digit stands there; a team's own lie in files. */
  private static CompletionPlace learn(String typed) {
    String text = typed.stripLeading();
    boolean again = text.matches("(?is)again\\s.*");
    String lesson = again ? text.substring("again".length()).stripLeading() : text;
    if (lesson.chars().anyMatch(Character::isWhitespace)) {
      return CompletionPlace.of(Kind.NOTHING);
    }
    if (!again && lesson.matches("[./~\"'].*|.*/.*")) {
      return CompletionPlace.of(Kind.FILE).after(lesson);
    }
    List<String> names = BuiltInLessons.names();
    List<String> words = new ArrayList<>(names);
    if (!again) {
      words.addAll(List.of("hint", "next", "skip", "again", "quit"));
    }
    if (lesson.matches("\\d+")) {
      words = IntStream.rangeClosed(1, names.size()).mapToObj(String::valueOf).toList();
    }
    return CompletionPlace.of(Kind.WORDS).offering(words);
  }

  private static CompletionPlace connectionNamed(String typed, Kind kind) {
    String[] words = typed.stripLeading().split("\\s+", 2);
    return words.length == 2 ? oneWord(words[1], kind) : CompletionPlace.words("connection");
  }

  private static CompletionPlace forget(String typed) {
    String[] words = typed.stripLeading().split("\\s+", 2);
    if (words.length < 2) {
      return CompletionPlace.words("connection", "plan");
    }
    return oneWord(words[1], words[0].equals("plan") ? Kind.SAVED_PLAN : Kind.SAVED_CONNECTION);
  }

  private static CompletionPlace save(String typed) {
    if (typed.isBlank()) {
      return CompletionPlace.words("connection", "settings");
    }
    if (typed.strip().equalsIgnoreCase("settings")) {
      return CompletionPlace.of(Kind.NOTHING);
    }
    return typed.stripLeading().startsWith("connection ")
        ? connectionNamed(typed, Kind.CONNECTION)
        : CompletionPlace.of(Kind.FILE)
            .after(typed.stripLeading())
            .offering(List.of("connection", "settings"));
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
      if (tokens.acceptWord("sql")) {
        return tokens.acceptWord("to")
            ? CompletionPlace.of(Kind.FILE).after(typed.replaceFirst("^\\s*\\w+\\s+\\w+\\s*", ""))
            : words(tokens, "to");
      }
      boolean load = tokens.acceptWord("load");
      return load
          ? oneWord(typed.stripLeading().substring(4), Kind.SAVED_PLAN)
          : words(tokens, "copy", "sql", "back", "save", "load");
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

  private static CompletionPlace report(String typed) {
    String given = typed.stripLeading();
    Matcher file = REPORT_TO.matcher(given);
    if (file.matches()) {
      return CompletionPlace.of(Kind.FILE).after(file.group(1));
    }
    if (given.matches("(?is)run\\s+\\d+\\s+\\w*")) {
      return CompletionPlace.words("to");
    }
    return given.matches("(?is)run\\s+\\w*")
        ? CompletionPlace.of(Kind.RUN).offering(List.of("to"))
        : CompletionPlace.of(Kind.FILE).after(given).offering(List.of("run to", "run"));
  }

  private static CompletionPlace check(Tokens tokens, String typed) {
    return tokens.acceptWord("insert")
        ? CompletionPlace.of(Kind.SQL).after(typed.stripLeading())
        : words(tokens, "rows", "insert into");
  }

  /** A part of the plan's statement, or SQL. */
  private static CompletionPlace explain(Tokens tokens, String typed) {
    List<String> parts = tokens.atEnd() ? PartWord.texts() : List.of();
    return CompletionPlace.of(Kind.SQL).after("explain " + typed.stripLeading()).offering(parts);
  }

  private static CompletionPlace condition(Tokens tokens) {
    if (tokens.acceptWord("defined")) {
      return first(tokens, Kind.VARIABLE_NAME);
    }
    if (tokens.acceptWord("connected")) {
      return first(tokens, Kind.CONNECTION);
    }
    tokens.acceptWord("not");
    List<String> words = new ArrayList<>(List.of("(select", "defined", "connected"));
    words.addAll(RunFields.names());
    return tokens.atEnd()
        ? CompletionPlace.of(Kind.WORDS).offering(words)
        : CompletionPlace.of(Kind.NOTHING);
  }

  private static CompletionPlace expect(Tokens tokens) {
    if (tokens.atEnd()) {
      return CompletionPlace.of(Kind.WORDS).offering(RunFields.names());
    }
    if (tokens.at("skipped") && tokens.peek(1).end() == tokens.peek(1).begin()) {
      return CompletionPlace.words("=", "<>", "<", "<=", ">", ">=", "by");
    }
    tokens.next();
    return words(tokens, "=", "<>", "<", "<=", ">", ">=");
  }
}
