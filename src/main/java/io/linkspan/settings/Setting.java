package io.linkspan.settings;

import io.linkspan.settings.Values.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything that the user may set; where psql has the same, it is named as {@code \pset} does. */
public enum Setting {
  FORMAT(
      Group.RESULTS,
      "format",
      Choice.of("table", "unaligned", "csv", "json", "markdown"),
      "table",
      "how the rows of a result are written"),
  EXPANDED(
      Group.RESULTS,
      "expanded",
      Choice.of("on", "off", "auto"),
      "auto",
      "one line a column instead of one line a row; auto: where a row is wider than the terminal"),
  NULL(Group.RESULTS, "null", new Values.Text(), "", "what stands for NULL in a table"),
  BORDER(
      Group.RESULTS,
      "border",
      new Values.Whole(0, 2),
      "1",
      "lines of a table: 0 none, 1 between columns, 2 around it too"),
  TUPLES_ONLY(
      Group.RESULTS, "tuples_only", Choice.of("on", "off"), "off", "no heads, no counts of rows"),
  FOOTER(Group.RESULTS, "footer", Choice.of("on", "off"), "on", "the count of rows below a result"),
  FIELDSEP(
      Group.RESULTS,
      "fieldsep",
      new Values.Text(),
      "|",
      "what stands between the values of unaligned rows"),
  RECORDSEP(
      Group.RESULTS,
      "recordsep",
      new Values.Text(),
      "\n",
      "what stands between unaligned rows; a line end unless it is set"),
  LINESTYLE(
      Group.RESULTS,
      "linestyle",
      Choice.of("ascii", "unicode"),
      "ascii",
      "what the lines of a table are drawn with"),
  TITLE(Group.RESULTS, "title", new Values.Text(), "", "a line above each table"),
  COLUMNS(
      Group.RESULTS,
      "columns",
      new Values.Whole(0, 10_000),
      "0",
      "the width that expanded auto compares with; 0: that of the terminal"),
  PAGER(
      Group.RESULTS,
      "pager",
      Choice.of("on", "off", "always"),
      "on",
      "results go through a pager: on, where they are longer than the terminal is high"),
  TIMING(Group.RESULTS, "timing", Choice.of("on", "off"), "off", "how long each statement took"),
  COLOUR(
      Group.TERMINAL,
      "colour",
      Choice.of("auto", "on", "off"),
      "auto",
      "colours; auto: where the terminal has them and NO_COLOR is not set"),
  KEYS(Group.TERMINAL, "keys", Choice.of("emacs", "vi"), "emacs", "keys of the line editor"),
  HINTS(
      Group.TERMINAL,
      "hints",
      Choice.of("on", "off"),
      "on",
      "what may be typed next, dim behind the cursor"),
  PLAIN(
      Group.TERMINAL,
      "plain",
      Choice.of("on", "off"),
      "off",
      "for screen readers: nothing is drawn over, nothing stands beside the cursor"),
  HISTORY_SIZE(
      Group.TERMINAL,
      "history_size",
      new Values.Whole(0, 1_000_000),
      "10000",
      "how many inputs the history of each route keeps; 0 keeps none"),
  CONFIRM(
      Group.CARE,
      "confirm",
      Choice.of("production", "always", "never"),
      "production",
      "where a dangerous statement is asked about first");

  /** The headings under which settings are listed; each is a section of the settings file. */
  public enum Group {
    RESULTS("results"),
    TERMINAL("terminal"),
    CARE("care");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** The heading, which is the section's name too. */
    public String title() {
      return title;
    }
  }

  private final Group group;
  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Each of them copies its list.
  private final Values values;

  private final String standard;
  private final String summary;

  Setting(Group group, String label, Values values, String standard, String summary) {
    this.group = group;
    this.label = label;
    this.values = values;
    this.standard = standard;
    this.summary = summary;
  }

  public Group group() {
    return group;
  }

  /** The name that is typed. */
  public String label() {
    return label;
  }

  /** The value where nobody said otherwise. */
  public String standard() {
    return standard;
  }

  /** What it does, in a few words. */
  public String summary() {
    return summary;
  }

  /** What may be typed for it, such as {@code on, off}. */
  public String described() {
    return values.described();
  }

  /** The words that it takes; empty where it takes others. */
  public List<String> words() {
    return values.words();
  }

  /** Whether it takes the words on and off alone. */
  public boolean isSwitch() {
    return values.words().equals(List.of("on", "off"));
  }

  /** Whether it takes numbers. */
  public boolean isNumber() {
    return values instanceof Values.Whole;
  }

  /** What it takes, as a sentence. */
  public String takes() {
    return "It takes " + values.described() + ".";
  }

  /** The value as it is kept; empty where the setting does not take it. */
  Optional<String> read(String typed) {
    return values.read(typed);
  }

  /** The setting of that name. */
  public static Optional<Setting> named(String label) {
    return Arrays.stream(values()).filter(setting -> setting.label.equals(label)).findFirst();
  }
}
