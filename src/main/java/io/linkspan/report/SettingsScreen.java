package io.linkspan.report;

import io.linkspan.report.Grid.Cell;
import io.linkspan.report.Grid.Head;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The settings with their values. */
public final class SettingsScreen {
  private SettingsScreen() {}

  /** All of them, by group. */
  public static List<Line> of(Settings settings, Page page) {
    List<Line> lines = new ArrayList<>();
    for (Setting.Group group : Setting.Group.values()) {
      if (!lines.isEmpty()) {
        lines.add(Line.EMPTY);
      }
      lines.addAll(grid(group, settings).render(page));
    }
    return lines;
  }

  private static Grid grid(Setting.Group group, Settings settings) {
    List<List<Cell>> rows =
        Arrays.stream(Setting.values())
            .filter(setting -> setting.group() == group)
            .map(setting -> row(setting, settings))
            .toList();
    return new Grid(
        List.of(
            Head.of(group.title()),
            Head.of("value"),
            Head.of("standard"),
            Head.wrapping("what it does")),
        rows);
  }

  private static List<Cell> row(Setting setting, Settings settings) {
    boolean changed = settings.isChanged(setting);
    return List.of(
        new Cell(Style.NAME, setting.label()),
        new Cell(changed ? Style.WARNING : Style.PLAIN, value(setting, settings.text(setting))),
        new Cell(Style.DIM, changed ? value(setting, setting.standard()) : ""),
        Cell.of(setting.summary()));
  }

  /** One of them, with the values that it takes. */
  public static List<Line> of(Settings settings, Setting setting, Page page) {
    List<Line> lines = new ArrayList<>();
    Line value =
        Line.of(Style.NAME, setting.label()).plus(" is " + value(setting, settings.text(setting)));
    lines.add(
        settings.isChanged(setting)
            ? value.plus(Style.DIM, ", the standard is " + value(setting, setting.standard()))
            : value);
    lines.addAll(page.wrapped(setting.summary(), 2));
    lines.addAll(page.wrapped("takes " + setting.described(), 2));
    return lines;
  }

  /** A value as it is typed: texts stand in quotes. */
  public static String value(Setting setting, String value) {
    boolean text = setting.words().isEmpty() && !setting.isNumber();
    return text ? Visible.line("'" + value.replace("'", "''") + "'") : value;
  }
}
