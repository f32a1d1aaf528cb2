package io.linkspan.report;

import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a run of the journal is put into words. */
public final class RunWords {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private RunWords() {}

  /** The moment in that zone, such as {@code 2025-01-01 12:00:00}. */
  public static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  /** The same without the seconds. */
  static String minute(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }

  /** From where to where. */
  public static String copy(RunEntry entry) {
    return entry.source() + ":" + entry.reading() + " -> " + into(entry);
  }

  static String into(RunEntry entry) {
    return entry.target() + ":" + entry.into();
  }

  /** How far it came, in a word. */
  public static String state(JournaledRun run) {
    return run.state().name().toLowerCase(Locale.ROOT);
  }

  static Style style(JournaledRun run) {
    return switch (run.state()) {
      case RUNNING -> Style.NAME;
      case INTERRUPTED -> Style.WARNING;
      case FINISHED -> Style.GOOD;
      case UNDONE -> Style.DIM;
    };
  }

  /** The commands that make sense next, such as {@code resume 7}. */
  static List<String> next(JournaledRun run) {
    List<String> commands = new ArrayList<>();
    boolean inserted = run.counts().inserted() > 0;
    switch (run.state()) {
      case RUNNING -> commands.add("runs");
      case INTERRUPTED -> commands.add("resume");
      case FINISHED -> commands.add("verify");
      case UNDONE -> {
        return List.of();
      }
    }
    boolean ended = !commands.contains("runs");
    if (ended && inserted && run.counts().updated() == 0) {
      commands.add("undo");
    }
    return commands.stream().map(command -> command + " " + run.number()).toList();
  }

  /** How the run was divided; an unknown word stands as it is. */
  public static String division(String text) {
    String[] words = text.split(" ", 2);
    String number = words.length > 1 ? counted(words[1]) : "";
    return switch (words[0]) {
      case "whole" -> "one statement in one transaction";
      case "pages" -> "ranges of " + number + " pages, each in a transaction of its own";
      case "keys" -> "ranges of about " + number + " rows by key, each in a transaction of its own";
      case "fetches" -> "one transaction, fetched by " + number + " rows";
      default -> text;
    };
  }

  private static String counted(String number) {
    return number.matches("\\d{1,18}") ? Quantity.count(Long.parseLong(number)) : number;
  }
}
