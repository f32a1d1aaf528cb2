package io.linkspan.report;

import java.util.List;
import java.util.Set;

/**
 * What psql prints for a statement without rows, such as {@code INSERT 0 5} or {@code CREATE
 * TABLE}, found from the statement's own words since the driver does not hand the server's on.
 */
public final class CommandTag {
  private static final int WORDS = 400;
  private static final Set<String> COUNTED =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "COPY", "MOVE", "FETCH", "SELECT", "VALUES");
  private static final Set<String> MODIFIERS =
      Set.of("OR", "REPLACE", "TEMP", "TEMPORARY", "GLOBAL", "LOCAL", "UNLOGGED", "UNIQUE");
  private static final Set<String> MADE = Set.of("CREATE", "ALTER", "DROP");

  /** First words of the kinds of object that take two words. */
  private static final Set<String> TWO_WORDS =
      Set.of("MATERIALIZED", "FOREIGN", "EVENT", "ACCESS", "OPERATOR", "DEFAULT", "TEXT", "LARGE");

  private CommandTag() {}

  /** The tag of a statement that touched so many rows. */
  public static String of(String sql, long affected) {
    List<String> words = SqlWords.of(sql, WORDS);
    String verb = words.isEmpty() ? "" : words.get(0);
    if (verb.equals("WITH")) {
      verb = words.stream().skip(1).filter(COUNTED::contains).findFirst().orElse("SELECT");
    }
    if (verb.equals("INSERT")) {
      return "INSERT 0 " + affected;
    }
    if (COUNTED.contains(verb)) {
      return verb + " " + affected;
    }
    if (MADE.contains(verb)) {
      return affected > 0 && words.contains("AS") ? "SELECT " + affected : made(verb, words);
    }
    return utility(verb, words);
  }

  private static String made(String verb, List<String> words) {
    List<String> kind = words.stream().skip(1).dropWhile(MODIFIERS::contains).limit(2).toList();
    if (kind.isEmpty()) {
      return verb;
    }
    String first = kind.get(0);
    boolean mapping = first.equals("USER") && kind.contains("MAPPING");
    if (kind.size() == 2 && (mapping || TWO_WORDS.contains(first))) {
      return verb + " " + first + " " + kind.get(1);
    }
    boolean role = first.equals("USER") || first.equals("GROUP");
    return verb + " " + (role ? "ROLE" : first);
  }

  private static String utility(String verb, List<String> words) {
    String second = words.size() > 1 ? words.get(1) : "";
    return switch (verb) {
      case "END" -> "COMMIT";
      case "ABORT" -> "ROLLBACK";
      case "START" -> "START TRANSACTION";
      case "TRUNCATE" -> "TRUNCATE TABLE";
      case "LOCK" -> "LOCK TABLE";
      case "REFRESH" -> "REFRESH MATERIALIZED VIEW";
      case "IMPORT" -> "IMPORT FOREIGN SCHEMA";
      case "SECURITY" -> "SECURITY LABEL";
      case "CLOSE" -> "CLOSE CURSOR";
      case "DECLARE" -> "DECLARE CURSOR";
      case "REASSIGN" -> "REASSIGN OWNED";
      case "DISCARD" -> "DISCARD " + second;
      case "COMMIT", "ROLLBACK", "PREPARE" ->
          words.contains("PREPARED") || (verb.equals("PREPARE") && second.equals("TRANSACTION"))
              ? verb + (verb.equals("PREPARE") ? " TRANSACTION" : " PREPARED")
              : verb;
      case "SET" -> second.equals("CONSTRAINTS") ? "SET CONSTRAINTS" : "SET";
      case "" -> "OK";
      default -> verb;
    };
  }
}
