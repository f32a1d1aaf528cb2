package io.linkspan.command;

import io.linkspan.pg.UserException;
import java.util.Map;
import java.util.Optional;

/** Words of psql's that are not here, with the way to what they do. */
final class LeftOutWords {
  private static final String PARAMETERS = "Write the value: :'name' stands for a variable.";
  private static final String LARGE = "Functions do it: lo_get, lo_put, lo_from_bytea, lo_unlink";

  private static final Map<String, String> WAYS =
      Map.ofEntries(
          Map.entry(
              "\\copy",
              "Between two databases: plan copy A -> B. To a file: select … \\g (format=csv) FILE. From a file: psql's \\copy"),
          Map.entry(
              "\\password", "It is changed in psql, which sends it hashed: psql -c '\\password'"),
          Map.entry("\\H", "There is no HTML here: \\pset format markdown"),
          Map.entry("\\html", "There is no HTML here: \\pset format markdown"),
          Map.entry("\\T", "There is no HTML here: \\pset format markdown"),
          Map.entry("\\crosstabview", "Turn the rows in SQL: sum(…) filter (where …)"),
          Map.entry("\\bind", PARAMETERS),
          Map.entry("\\parse", "Prepare it in SQL: prepare NAME as …;"),
          Map.entry("\\bind_named", "Execute it in SQL: execute NAME(…);"),
          Map.entry("\\close_prepared", "Drop it in SQL: deallocate NAME;"),
          Map.entry("\\setenv", "Set it before the start: NAME=VALUE linkspan"),
          Map.entry("\\copyright", "linkspan has a license of its own: the file LICENSE"),
          Map.entry("\\lo_export", LARGE),
          Map.entry("\\lo_import", LARGE),
          Map.entry("\\lo_list", LARGE),
          Map.entry("\\lo_unlink", LARGE),
          Map.entry("\\startpipeline", "Statements are sent one after another."),
          Map.entry("\\endpipeline", "Statements are sent one after another."),
          Map.entry("\\syncpipeline", "Statements are sent one after another."),
          Map.entry("\\sendpipeline", "Statements are sent one after another."),
          Map.entry("\\flush", "Statements are sent one after another."),
          Map.entry("\\flushrequest", "Statements are sent one after another."),
          Map.entry("\\getresults", "Statements are sent one after another."),
          Map.entry("\\restrict", "A dump of pg_dump is restored by psql."),
          Map.entry("\\unrestrict", "A dump of pg_dump is restored by psql."),
          Map.entry("\\;", "End each with a semicolon alone; in one transaction: begin; … commit;"),
          Map.entry(
              "\\ef",
              "Show the function, change and send it: select pg_get_functiondef('NAME'::regproc);"),
          Map.entry(
              "\\ev",
              "Show the view, change and send it: select pg_get_viewdef('NAME'::regclass);"));

  private LeftOutWords() {}

  /** Whether psql knows the word and linkspan does not. */
  static boolean have(String word) {
    return WAYS.containsKey(word);
  }

  /** The error that says so. */
  static UserException refusal(String word) {
    return UserException.usage(word + " is not here", way(word));
  }

  /** How to do what the word does in psql. */
  static String way(String word) {
    return Optional.ofNullable(WAYS.get(word)).orElse("See all: help");
  }
}
