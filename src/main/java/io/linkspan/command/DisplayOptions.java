package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** psql's {@code \pset} options by their names. */
final class DisplayOptions {
  /** Options of psql's that are not here, with what is. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("csv_fieldsep", "CSV has commas; \\pset format unaligned has \\pset fieldsep."),
          Map.entry("fieldsep_zero", "Another separator: \\pset fieldsep '\\\\t'"),
          Map.entry("recordsep_zero", "Another separator: \\pset recordsep TEXT"),
          Map.entry("numericlocale", "The server writes numbers: to_char(…)"),
          Map.entry("pager_min_lines", "A result goes through the pager when it is too long."),
          Map.entry("tableattr", "There is no HTML here: \\pset format markdown"),
          Map.entry("T", "There is no HTML here: \\pset format markdown"),
          Map.entry("unicode_border_linestyle", "Single lines: \\pset linestyle unicode"),
          Map.entry("unicode_column_linestyle", "Single lines: \\pset linestyle unicode"),
          Map.entry("unicode_header_linestyle", "Single lines: \\pset linestyle unicode"));

  private static final Map<String, String> SHORT =
      Map.of("x", "expanded", "vertical", "expanded", "t", "tuples_only");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private DisplayOptions() {}

  /**
   * The option of that name.
   *
   * @throws UserException where it is none, or not here
   */
  static Setting require(String name) {
    String asked = SHORT.getOrDefault(name, name);
    return Setting.named(asked)
        .filter(setting -> setting.group() == Setting.Group.RESULTS)
        .orElseThrow(() -> unknown(asked));
  }

  private static UserException unknown(String name) {
    String others =
        all().stream().map(Setting::label).collect(Collectors.joining(", ", "Here are: ", ""));
    return LEFT_OUT.containsKey(name)
        ? UserException.usage("\\pset %s is not here".formatted(name), LEFT_OUT.get(name))
        : UserException.usage("unknown option \"%s\"".formatted(name), others);
  }

  /** All that are here, in the order of their names. */
  static List<Setting> all() {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.group() == Setting.Group.RESULTS)
        .filter(setting -> setting != Setting.TIMING)
        .sorted(java.util.Comparator.comparing(Setting::label))
        .toList();
  }

  /** Sets an option; without a value, what is a switch is turned over, as psql does. */
  static void set(Settings settings, Setting setting, Optional<String> value) {
    if (value.isPresent()) {
      settings.set(setting, spelled(setting, value.get()));
    } else if (setting == Setting.EXPANDED || setting.isSwitch()) {
      settings.set(setting, settings.on(setting) ? "off" : "on");
    } else if (setting == Setting.PAGER) {
      settings.set(setting, settings.text(setting).equals("off") ? "on" : "off");
    } else if (setting == Setting.TITLE) {
      settings.reset(setting);
    }
  }

  private static String spelled(Setting setting, String value) {
    if (setting == Setting.FORMAT) {
      return format(value);
    }
    boolean number = setting == Setting.PAGER && value.equals("2");
    return number ? "always" : value;
  }

  private static String format(String value) {
    if (value.isEmpty()) {
      return value;
    }
    if ("aligned".startsWith(value)) {
      return "table";
    }
    if (List.of("asciidoc", "html", "latex", "latex-longtable", "troff-ms", "wrapped")
        .contains(value)) {
      throw UserException.usage(
          "format \"%s\" is not here".formatted(value),
          "Here are: aligned, unaligned, csv, json, markdown");
    }
    return Setting.FORMAT.words().stream()
        .filter(word -> word.startsWith(value))
        .findFirst()
        .orElse(value);
  }

  /** What psql says of an option's value. */
  static String told(Settings settings, Setting setting) {
    String value = settings.text(setting);
    boolean on = settings.on(setting);
    return switch (setting) {
      case FORMAT -> "Output format is " + (value.equals("table") ? "aligned" : value) + ".";
      case EXPANDED ->
          value.equals("auto")
              ? "Expanded display is used automatically."
              : "Expanded display is " + value + ".";
      case NULL -> "Null display is \"" + value + "\".";
      case BORDER -> "Border style is " + value + ".";
      case TUPLES_ONLY -> "Tuples only is " + value + ".";
      case FOOTER -> "Default footer is " + value + ".";
      case FIELDSEP -> "Field separator is \"" + value + "\".";
      case RECORDSEP ->
          value.equals("\n")
              ? "Record separator is <newline>."
              : "Record separator is \"" + value + "\".";
      case LINESTYLE -> "Line style is " + value + ".";
      case TITLE -> value.isEmpty() ? "Title is unset." : "Title is \"" + value + "\".";
      case COLUMNS ->
          value.equals("0") ? "Target width is unset." : "Target width is " + value + ".";
      case PAGER ->
          switch (value) {
            case "always" -> "Pager is always used.";
            case "on" -> "Pager is used for long output.";
            default -> "Pager usage is off.";
          };
      case TIMING -> "Timing is " + (on ? "on" : "off") + ".";
      default -> setting.label() + " is " + value + ".";
    };
  }

  /**
   * The way to show results that such options make: {@code format=csv footer=off}.
   *
   * @throws UserException where one of them is none
   */
  static Display display(Settings now, String options) {
    Settings copy = now.copy();
    for (String option : BLANKS.split(options.strip(), -1)) {
      if (!option.isEmpty()) {
        int equals = option.indexOf('=');
        Setting setting = require(equals < 0 ? option : option.substring(0, equals));
        Optional<String> value =
            equals < 0 ? Optional.empty() : Optional.of(unquoted(option.substring(equals + 1)));
        set(copy, setting, value);
      }
    }
    return Display.of(copy);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
