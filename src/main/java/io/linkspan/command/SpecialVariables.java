package io.linkspan.command;

import io.linkspan.pg.UserException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Variables by which psql is steered (psql manual, "Variables"): none is taken and then ignored.
 */
final class SpecialVariables {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}_0-9]+");

  /**
   * A variable of psql's.
   *
   * @param here the values, in lower case, of which linkspan does what they say
   * @param way what to type instead of the others
   */
  private record Special(Set<String> here, String way) {}

  private static final Set<String> ON = Set.of("on", "true", "yes", "1", "");
  private static final Set<String> OFF = Set.of("off", "false", "no", "0");
  private static final Set<String> ON_OR_OFF =
      Set.of("on", "true", "yes", "1", "", "off", "false", "no", "0");

  private static final Map<String, Special> SPECIAL =
      Map.ofEntries(
          Map.entry(
              "ON_ERROR_STOP",
              new Special(ON_OR_OFF, "Type: on error stop, or: on error continue")),
          Map.entry(
              "AUTOCOMMIT", new Special(ON, "Begin a transaction where you want one: begin;")),
          Map.entry("ON_ERROR_ROLLBACK", new Special(OFF, "Set one yourself: savepoint NAME;")),
          Map.entry(
              "VERBOSITY", new Special(Set.of("default"), "All of the last error: \\errverbose")),
          Map.entry("SHOW_CONTEXT", new Special(Set.of("always"), "CONTEXT is always shown.")),
          Map.entry("SHOW_ALL_RESULTS", new Special(ON, "All results are shown.")),
          Map.entry("ECHO", new Special(Set.of("none"), "Start linkspan so: linkspan --echo FILE")),
          Map.entry("ECHO_HIDDEN", new Special(OFF, "The queries of \\d are not shown here.")),
          Map.entry("PROMPT1", prompt()),
          Map.entry("PROMPT2", prompt()),
          Map.entry("PROMPT3", prompt()),
          Map.entry("FETCH_COUNT", new Special(Set.of(), "Rows always come in parts here.")),
          Map.entry("HISTSIZE", new Special(Set.of(), "Type: set history_size 1000")),
          Map.entry("HISTFILE", new Special(Set.of(), "Each route has a history of its own.")),
          Map.entry("HISTCONTROL", new Special(Set.of(), "Type: set history_size 1000")),
          Map.entry("SINGLELINE", new Special(OFF, "SQL ends with a semicolon, or with \\g.")),
          Map.entry("SINGLESTEP", new Special(OFF, "Type the script's lines at the prompt.")),
          Map.entry("IGNOREEOF", new Special(Set.of("0"), "Ctrl-D leaves; a copy asks first.")),
          Map.entry("QUIET", new Special(OFF, "Rows alone: \\pset tuples_only on")));

  private SpecialVariables() {}

  private static Special prompt() {
    return new Special(Set.of(), "The prompt shows the route, the plan and the transaction.");
  }

  /** Fails where no variable can have that name. */
  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw UserException.usage(
          "invalid variable name: \"%s\"".formatted(name),
          "A name has letters, digits and underscores.");
    }
  }

  /** Fails where the value would have to steer linkspan and does not. */
  static void requireValue(String name, String value) {
    Special special = SPECIAL.get(name);
    if (special != null && !special.here().contains(value.toLowerCase(Locale.ROOT))) {
      throw UserException.usage(
          "variable %s cannot be \"%s\" here".formatted(name, value), special.way());
    }
  }
}
