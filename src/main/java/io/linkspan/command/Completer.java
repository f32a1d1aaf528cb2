package io.linkspan.command;

import io.linkspan.check.CheckId;
import io.linkspan.completion.Completion;
import io.linkspan.completion.SqlCompletion;
import io.linkspan.journal.JournaledRun;
import io.linkspan.settings.Setting;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import io.linkspan.trouble.Trouble;
import io.linkspan.trouble.Troubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Words for the place at the cursor, from the names that were read in the background. */
final class Completer {
  private final Surroundings around;
  private final Registry registry;

  Completer(Surroundings around, Registry registry) {
    this.around = around;
    this.registry = registry;
  }

  /** The words, the likeliest first; which of them fit what is typed is not looked at. */
  List<Completion> complete(String typed, int cursor) {
    List<Completion> words = words(typed, cursor);
    return isBracketOpen(typed.substring(0, cursor))
        ? words.stream().map(Completer::tight).toList()
        : words;
  }

  /** In brackets a comma or the closing one follows a column as often as a blank. */
  private static Completion tight(Completion word) {
    return word.group().equals("Columns")
        ? new Completion(word.text(), word.description(), word.group(), false)
        : word;
  }

  private static boolean isBracketOpen(String before) {
    int open = 0;
    for (SqlToken token : SqlLexer.tokens(before)) {
      open += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
    }
    return open > 0;
  }

  private List<Completion> words(String typed, int cursor) {
    String before = typed.substring(0, cursor);
    CompletionPlace place = CompletionPlace.of(before);
    TableWords tables = new TableWords(around);
    return switch (place.kind()) {
      case COMMAND ->
          SqlCompletion.casedLike(before, new LineStartWords(registry, around).of(before));
      case CONNECTION -> with(connections(name -> name), words(place.words(), "SQL"));
      case AT_CONNECTION -> connections(name -> "@" + name);
      case SAVED_CONNECTION -> saved(around.saved(), "Connections");
      case SAVED_PLAN -> saved(around.plans(), "Plans");
      case SIDE -> connections(name -> name + ":");
      case SOURCE_TABLE ->
          with(tables.of(around.source(), before), words(place.words(), "A query"));
      case TARGET_TABLE -> likeSource(place, tables.of(around.target(), before));
      case ANY_TABLE -> tables.of(around.current(), before);
      case LISTED -> tables.listed(place.subject().orElseThrow(), before);
      case CLAUSE -> with(clauses(place.words()), new ColumnWords(around, place).goingOn());
      case TARGET_COLUMN -> new ColumnWords(around, place).target();
      case MAP_COLUMN -> new ColumnWords(around, place).toMap();
      case KEY_COLUMN -> new ColumnWords(around, place).ofKeys();
      case SOURCE_EXPRESSION -> new ColumnWords(around, place).sourceExpression();
      case DISTINCT_EXPRESSION -> new ColumnWords(around, place).distinctExpression();
      case CONFLICT_EXPRESSION -> new ColumnWords(around, place).conflictExpression();
      case SQL ->
          with(
              words(place.words(), "Parts"),
              SqlCompletion.casedLike(place.text(), sql(place, typed.substring(cursor))));
      case VARIABLE -> variables(":" + place.text(), place.text());
      case VARIABLE_NAME -> variables("", "");
      case RUN -> with(runs(), words(place.words(), ""));
      case FILE ->
          with(new LocalFiles(around).of(place.text(), false), words(place.words(), "Words"));
      case FOLDER -> new LocalFiles(around).of(place.text(), true);
      case TOPIC -> topics();
      case SETTING -> settings(place, typed.substring(cursor));
      case WORDS -> words(place.words(), "");
      case NOTHING -> List.of();
    };
  }

  private static List<Completion> with(List<Completion> first, List<Completion> second) {
    List<Completion> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static List<Completion> words(List<String> words, String group) {
    return words.stream().map(word -> word(word, "", group)).toList();
  }

  private static Completion word(String word, String description, String group) {
    boolean goesOn = word.endsWith("(") || word.endsWith("\"");
    return new Completion(word, description, group, !goesOn);
  }

  private List<Completion> clauses(List<String> words) {
    return words.stream()
        .map(word -> word(word, clause(word).map(Usage::summary).orElse(""), "Clauses"))
        .toList();
  }

  private Optional<Usage> clause(String word) {
    return registry.find(word.split(" ", 2)[0]).map(Command::usage);
  }

  private List<Completion> connections(Function<String, String> spelling) {
    List<Completion> words = new ArrayList<>();
    around
        .open()
        .forEach(
            (name, where) -> {
              String text = spelling.apply(name);
              words.add(new Completion(text, where, "Connections", !text.endsWith(":")));
            });
    return words;
  }

  private static List<Completion> saved(List<String> names, String group) {
    return names.stream().map(name -> new Completion(name, "saved", group, true)).toList();
  }

  /** A table is mostly copied into one of its name, or of a part of it. */
  private static List<Completion> likeSource(CompletionPlace place, List<Completion> tables) {
    if (place.ends().source().isEmpty()) {
      return tables;
    }
    String source = place.ends().source().orElseThrow().name().name().name();
    List<Completion> all = new ArrayList<>(tables.size());
    tables.stream().filter(word -> isLike(word.text(), source)).forEach(all::add);
    if (!all.isEmpty()) {
      tables.stream().filter(word -> !isLike(word.text(), source)).forEach(all::add);
    }
    return all.isEmpty() ? tables : all;
  }

  private static boolean isLike(String table, String source) {
    return !table.isEmpty() && (source.contains(table) || table.contains(source));
  }

  private List<Completion> sql(CompletionPlace place, String after) {
    // A query in a plan is read on the source.
    Optional<String> connection =
        place.subject().isEmpty()
            ? around.current()
            : place.subject().filter(String::isEmpty).isPresent()
                ? around.source()
                : place.subject();
    int end = after.indexOf(';');
    String sql = place.text() + (end < 0 ? after : after.substring(0, end));
    int cursor = place.text().length();
    Optional<RemoteText> remote = RemoteText.at(sql, cursor);
    if (remote.isPresent()) {
      return remote(remote.get());
    }
    return connection
        .flatMap(around::names)
        .map(names -> SqlCompletion.inStatement(sql, cursor, names))
        .orElse(List.of());
  }

  private List<Completion> remote(RemoteText remote) {
    return remote
        .connection(around)
        .flatMap(around::names)
        .map(names -> SqlCompletion.inStatement(remote.sql(), remote.cursor(), names))
        .map(words -> SqlCompletion.casedLike(remote.sql().substring(0, remote.cursor()), words))
        .orElse(List.of())
        .stream()
        .map(remote::spelled)
        .toList();
  }

  private List<Completion> variables(String before, String after) {
    return around.variables().stream()
        .map(name -> new Completion(before + name + after, "", "Variables", true))
        .toList();
  }

  private List<Completion> runs() {
    return around.runs().stream().map(Completer::run).toList();
  }

  private static Completion run(JournaledRun run) {
    String state = run.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return new Completion(
        String.valueOf(run.number()),
        "%s -> %s, %s".formatted(run.entry().reading(), run.entry().into(), state),
        "Runs",
        true);
  }

  private List<Completion> topics() {
    List<Completion> words = new ArrayList<>();
    for (Command command : registry.commands()) {
      Usage usage = command.usage();
      words.add(new Completion(usage.name(), usage.summary(), "Commands", true));
    }
    words.add(new Completion("troubles", "what goes wrong with dblink", "Commands", true));
    for (CheckId check : CheckId.values()) {
      words.add(new Completion(check.text(), check.finds(), "Checks", true));
    }
    for (Trouble trouble : Troubles.all()) {
      words.add(new Completion(trouble.id(), trouble.title(), "Troubles", true));
    }
    return words;
  }

  private List<Completion> settings(CompletionPlace place, String after) {
    List<Completion> words = new ArrayList<>();
    Arrays.stream(Setting.values())
        .map(each -> new Completion(each.label(), each.summary(), "Settings", true))
        .forEach(words::add);
    if (!place.text().isEmpty()) {
      words.addAll(sql(place, after));
    }
    return words;
  }
}
