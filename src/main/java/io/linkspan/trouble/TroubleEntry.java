package io.linkspan.trouble;

import io.linkspan.pg.SqlState;
import io.linkspan.trouble.Found.When;
import io.linkspan.trouble.Scene.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry as its file has it, line by line. {@code seen 13-15 2F003 TEXT} begins a wording, {@code
 * detail} and {@code hint} belong to the one before; {@code alone} lists SQLSTATEs; {@code found}
 * is {@code before CHECK…}, {@code afterwards} or {@code never REASON}.
 */
final class TroubleEntry {
  private final String id;
  private final String theme;
  private final List<Seen> seen = new ArrayList<>();
  private final List<SqlState> alone = new ArrayList<>();
  private final List<String> next = new ArrayList<>();
  private final List<String> hand = new ArrayList<>();
  private String title = "";
  private Side side = Side.NEITHER;
  private Optional<Place> place = Optional.empty();
  private Optional<Pattern> typed = Optional.empty();
  private boolean anywhere;
  private String silent = "";
  private String cause = "";
  private Found found = new Found(When.AFTERWARDS, List.of(), "Explained when it has come up.");
  private String notProduced = "";

  TroubleEntry(String id, String theme) {
    this.id = id;
    this.theme = theme;
  }

  void put(String key, String value) {
    switch (key) {
      case "title" -> title = value;
      case "seen" -> seen.add(seen(value));
      case "detail" -> seen.set(seen.size() - 1, detailed(seen.get(seen.size() - 1), value));
      case "hint" -> seen.set(seen.size() - 1, hinted(seen.get(seen.size() - 1), value));
      case "alone" -> List.of(value.split(" ")).forEach(code -> alone.add(new SqlState(code)));
      case "side" -> side = Side.valueOf(value.toUpperCase(Locale.ROOT));
      case "place" -> place = Optional.of(Place.valueOf(value.toUpperCase(Locale.ROOT)));
      case "typed" -> typed = Optional.of(Pattern.compile(value, Pattern.CASE_INSENSITIVE));
      case "anywhere" -> anywhere = true;
      case "silent" -> silent = value;
      case "cause" -> cause = value;
      case "next" -> next.add(value);
      case "hand" -> hand.add(value);
      case "found" -> found = found(value);
      case "unproduced" -> notProduced = value;
      default -> throw new IllegalArgumentException(id + ": no such key: " + key);
    }
  }

  private static Seen seen(String value) {
    String[] parts = value.split(" ", 3);
    String[] range = parts[0].equals("*") ? new String[] {"13", "18"} : parts[0].split("-", 2);
    int since = Integer.parseInt(range[0]);
    int until = range.length == 1 ? since : Integer.parseInt(range[1]);
    return new Seen(since, until, new SqlState(parts[1]), parts[2], "", "");
  }

  private static Seen detailed(Seen of, String detail) {
    return new Seen(of.since(), of.until(), of.state(), of.message(), detail, of.hint());
  }

  private static Seen hinted(Seen of, String hint) {
    return new Seen(of.since(), of.until(), of.state(), of.message(), of.detail(), hint);
  }

  private Found found(String value) {
    int blank = value.indexOf(' ');
    String when = blank < 0 ? value : value.substring(0, blank);
    String rest = blank < 0 ? "" : value.substring(blank).strip();
    return switch (when) {
      case "before" -> {
        List<String> checks = List.of(rest.split(", *"));
        yield new Found(
            When.BEFORE, checks, "Found before a run by `" + String.join("`, `", checks) + "`.");
      }
      case "never" -> never(rest);
      default -> new Found(When.AFTERWARDS, List.of(), "Explained when it has come up.");
    };
  }

  /** Why linkspan's own statements never show it; in brackets, the checks of typed ones. */
  private static Found never(String text) {
    int bracket = text.indexOf(" [");
    if (bracket < 0) {
      return new Found(When.NEVER, List.of(), "Cannot happen in a copy: " + text);
    }
    List<String> checks = List.of(text.substring(bracket + 2, text.length() - 1).split(", *"));
    return new Found(
        When.NEVER,
        checks,
        "Cannot happen in a copy: "
            + text.substring(0, bracket)
            + ". In a statement of your own, found by `"
            + String.join("`, `", checks)
            + "`.");
  }

  Trouble trouble() {
    return new Trouble(
        id,
        theme,
        title,
        new Signs(seen, alone, side, place, typed, anywhere, silent),
        new Advice(cause, next, hand),
        found,
        notProduced);
  }
}
