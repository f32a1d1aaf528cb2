package io.linkspan.trouble;

import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.UserException;
import io.linkspan.trouble.Scene.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of dblink's troubles. */
public final class Troubles {
  /** Each is a file of entries; of two that fit an error, the first counts. */
  private static final List<String> THEMES =
      List.of(
          "connecting",
          "opening",
          "rights",
          "statement",
          "conflict",
          "value",
          "target",
          "running",
          "silent",
          "quiet");

  private static final List<Trouble> ALL =
      THEMES.stream().flatMap(theme -> TroubleFile.read(theme).stream()).toList();

  private Troubles() {}

  private record Match(Trouble trouble, Map<String, String> names) {}

  /** Every entry, theme by theme. */
  public static List<Trouble> all() {
    return ALL;
  }

  /** The entries that a person asks for: by id, or by SQLSTATE. */
  public static List<Trouble> named(String word) {
    String code = word.toUpperCase(Locale.ROOT);
    return ALL.stream()
        .filter(
            each ->
                each.id().equals(word.toLowerCase(Locale.ROOT))
                    || each.signs().states().contains(code))
        .toList();
  }

  /** A text of the catalogue with words in capitals for the names in it. */
  public static String plain(String text) {
    return Filled.with(Map.of("again", "connect NAME URI"), text);
  }

  /** The entry that an error belongs to. */
  public static Optional<Trouble> find(ErrorFields fields, Scene scene) {
    return match(fields, scene).map(Match::trouble);
  }

  /**
   * The error with its cause and what to type next. What linkspan raised itself has a HINT of its
   * own and stays as it is, and so does what is explained already.
   */
  public static ErrorFields explained(UserException error, Scene scene) {
    return error instanceof ServerException ? explained(error.fields(), scene) : error.fields();
  }

  /** The same of the fields of a server's error. */
  public static ErrorFields explained(ErrorFields fields, Scene scene) {
    if (fields.explanation().isPresent()) {
      return fields;
    }
    return match(fields, scene)
        .map(match -> fields.withExplanation(explanation(match, fields, scene)))
        .orElseGet(() -> fields.withExplanation(unknown(fields, scene)));
  }

  /**
   * The error of a statement that somebody typed: explained where the statement or the error has to
   * do with dblink, and otherwise as it is.
   */
  public static ErrorFields ofTyped(ErrorFields fields, Scene scene) {
    boolean dblink =
        RaisedBy.otherServer(fields)
            || find(fields, scene)
                .filter(each -> scene.namesDblink() || each.signs().anywhere())
                .isPresent();
    return dblink ? explained(fields, scene) : fields;
  }

  private static Optional<Match> match(ErrorFields fields, Scene scene) {
    Stream<Match> byText =
        ALL.stream()
            .filter(each -> fits(each, fields, scene))
            .flatMap(
                each ->
                    each.signs().seen().stream()
                        .flatMap(seen -> seen.match(fields).stream())
                        .map(names -> new Match(each, names)));
    Stream<Match> byState =
        ALL.stream()
            .filter(each -> fits(each, fields, scene))
            .filter(each -> fields.sqlState().filter(each.signs().alone()::contains).isPresent())
            .map(each -> new Match(each, Map.of()));
    return byText.findFirst().or(byState::findFirst);
  }

  private static boolean fits(Trouble trouble, ErrorFields fields, Scene scene) {
    Signs signs = trouble.signs();
    boolean through = RaisedBy.otherServer(fields) || scene.asksSource();
    boolean side =
        switch (signs.side()) {
          case SOURCE -> through;
          case TARGET -> !through && scene.place() != Place.SHELL;
          case LINK -> scene.place() != Place.SHELL;
          case EITHER -> scene.place() != Place.SHELL;
          // A run opens further sessions of its own.
          case SHELL -> scene.place() == Place.SHELL || (scene.place() == Place.COPY && !through);
          case NEITHER -> false;
        };
    return side
        && signs.place().map(scene.place()::equals).orElse(true)
        && signs.typed().map(text -> text.matcher(scene.statement()).find()).orElse(true);
  }

  private static Explanation explanation(Match match, ErrorFields fields, Scene scene) {
    Trouble trouble = match.trouble();
    RaisedBy raised = RaisedBy.of(trouble.signs().side(), fields, scene);
    Map<String, String> names = names(raised, scene);
    names.putAll(match.names());
    Advice advice = trouble.advice();
    boolean typed = scene.place() == Place.TYPED;
    List<String> ways =
        Stream.concat(
                typed ? advice.byHand().stream() : Stream.empty(),
                // run would begin the plan in hand, and no typed statement again.
                advice.next().stream().filter(way -> !typed || !way.endsWith(": run")))
            .toList();
    return new Explanation(
        raised.sentence() + " " + Filled.with(names, advice.cause()),
        Filled.with(names, String.join("\n", ways)));
  }

  private static Map<String, String> names(RaisedBy raised, Scene scene) {
    Map<String, String> names = new HashMap<>();
    scene.source().ifPresent(end -> names.put("source", end.name()));
    scene.target().ifPresent(end -> names.put("target", end.name()));
    names.put("asked", scene.asked());
    names.put("again", scene.again().isEmpty() ? "connect " + scene.asked() : scene.again());
    raised.end().ifPresent(end -> names.put("side", end.name()));
    raised.end().flatMap(Scene.End::role).ifPresent(role -> names.put("role", role.name()));
    return names;
  }

  /** What can be said of an error that no entry knows. */
  private static Explanation unknown(ErrorFields fields, Scene scene) {
    RaisedBy raised = RaisedBy.of(Side.EITHER, fields, scene);
    String next =
        switch (scene.place()) {
          case COPY -> "See the statement that was sent: plan sql";
          case LINK -> "See which part of the way works: ping";
          case TYPED, INSTALL -> "Look at the connections and their servers: connections";
          case SHELL -> "See what is saved under the name: connections";
        };
    return new Explanation(
        raised.sentence() + " It is none of the troubles that linkspan knows of copies.", next);
  }
}
