package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.util.List;

/** {@code \pset}. */
final class PsetCommand implements AsPsql {
  private final Workspace workspace;

  PsetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\pset"),
        List.of("\\pset", "\\pset NAME [VALUE]"),
        "shows or sets how results are shown",
        "Formats are aligned, unaligned, csv, json and markdown. The names are those of set.",
        List.of("\\pset format csv", "\\pset null (null)", "\\pset border 2"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    Settings settings = workspace.settings();
    List<String> words = PsqlWords.arguments(typed, workspace, 2);
    if (words.isEmpty()) {
      return new Outcome.Shown(
          DisplayOptions.all().stream().map(setting -> shown(settings, setting)).toList());
    }
    Setting setting = DisplayOptions.require(words.get(0));
    DisplayOptions.set(settings, setting, words.stream().skip(1).findFirst());
    return Outcome.line(DisplayOptions.told(settings, setting));
  }

  private static Line shown(Settings settings, Setting setting) {
    String value = settings.text(setting);
    boolean text = setting.words().isEmpty() && !value.matches("[0-9]+");
    return Line.of(Style.NAME, "%-12s ".formatted(setting.label()))
        .plus(text ? "'" + value.replace("\n", "\\n") + "'" : value);
  }
}
