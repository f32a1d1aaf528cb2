package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Rename;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two tables side by side: their columns by name, then what their keys differ in. */
public final class CompareScreen {
  private final Side<Table> left;
  private final Side<Table> right;
  private final List<Rename> renames;
  private final List<List<Grid.Cell>> rows = new ArrayList<>();

  private CompareScreen(Side<Table> left, Side<Table> right, List<Rename> renames) {
    this.left = left;
    this.right = right;
    this.renames = renames;
  }

  /**
   * The columns in the left table's order, then those that only the right one has.
   *
   * @param renames which of those that only one side has likely are one
   */
  public static List<Line> render(
      Side<Table> left, Side<Table> right, List<Rename> renames, Page page) {
    CompareScreen screen = new CompareScreen(left, right, renames);
    left.found().columns().forEach(screen::addLeft);
    right.found().columns().stream()
        .filter(column -> left.found().column(column.name()).isEmpty())
        .forEach(screen::addRight);
    List<Line> lines = new ArrayList<>();
    lines.add(screen.head());
    lines.add(Line.EMPTY);
    lines.addAll(screen.grid().render(page));
    lines.addAll(screen.keys().render(page));
    if (!renames.isEmpty()) {
      lines.add(Line.EMPTY);
      lines.add(
          Line.of(
              renames.size() == 1 ? "These two likely are one:" : "These pairs likely are one:"));
      Wrapping.wrap(Rename.clause(renames), page.width() - 2, page)
          .forEach(part -> lines.add(Line.of(Style.SQL, "  " + part)));
    }
    return List.copyOf(lines);
  }

  private Line head() {
    return Line.of(Style.NAME, full(left)).plus(" -> ").plus(Style.NAME, full(right));
  }

  private static String full(Side<Table> side) {
    return side.connection() + ":" + side.found().name().quoted();
  }

  private Grid grid() {
    return new Grid(
        List.of(
            Grid.Head.cutting("Column"),
            Grid.Head.wrapping(left.connection()),
            Grid.Head.wrapping(right.connection()),
            Grid.Head.wrapping("Difference")),
        rows);
  }

  private void addLeft(Column column) {
    Optional<Column> other = right.found().column(column.name());
    if (other.isPresent()) {
      String difference = ColumnDifference.of(column, other.get(), right.connection());
      boolean same = difference.isEmpty();
      add(
          column.name(),
          spelled(column),
          spelled(other.get()),
          new Grid.Cell(same ? Style.DIM : Style.WARNING, same ? "same" : difference));
    } else {
      add(column.name(), spelled(column), "", only(column, left, ""));
    }
  }

  private void addRight(Column column) {
    String needs = column.mayBeLeftOut() ? "" : ", needs a value";
    add(column.name(), "", spelled(column), only(column, right, needs));
  }

  private void add(Identifier name, String here, String there, Grid.Cell difference) {
    rows.add(
        List.of(
            new Grid.Cell(Style.NAME, name.quoted()),
            Grid.Cell.of(here),
            Grid.Cell.of(there),
            difference));
  }

  private static String spelled(Column column) {
    return column.type().name().sql() + (column.notNull() ? " not null" : "");
  }

  /** Says where the column is, and which column of the other side likely is the same. */
  private Grid.Cell only(Column column, Side<Table> has, String needs) {
    String like =
        renames.stream()
            .flatMap(
                rename ->
                    rename.from().equals(column)
                        ? Stream.of(rename.to())
                        : rename.to().equals(column) ? Stream.of(rename.from()) : Stream.empty())
            .findFirst()
            .map(other -> ", like \"" + other.name().name() + "\"")
            .orElse("");
    return new Grid.Cell(Style.WARNING, "only on " + has.connection() + needs + like);
  }

  private Section keys() {
    List<String> here = left.found().keys().stream().map(KeyText::of).toList();
    List<String> there = right.found().keys().stream().map(KeyText::of).toList();
    List<Section.Entry> entries = new ArrayList<>();
    here.stream()
        .filter(there::contains)
        .forEach(text -> entries.add(new Section.Entry("both", text)));
    addOnly(entries, left, there);
    addOnly(entries, right, here);
    return new Section("Keys", entries);
  }

  private static void addOnly(List<Section.Entry> entries, Side<Table> side, List<String> others) {
    for (Key key : side.found().keys()) {
      String text = KeyText.of(key);
      if (!others.contains(text)) {
        entries.add(
            new Section.Entry(
                "only on " + side.connection(), text + " \"" + key.name().name() + "\""));
      }
    }
  }
}
