package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two tables side by side: their columns by name, then what their keys differ in. */
public final class CompareScreen {
  private final Side<Table> left;
  private final Side<Table> right;
  private final List<List<Grid.Cell>> rows = new ArrayList<>();

  private CompareScreen(Side<Table> left, Side<Table> right) {
    this.left = left;
    this.right = right;
  }

  /** The columns in the left table's order, then those that only the right one has. */
  public static List<Line> render(Side<Table> left, Side<Table> right, Page page) {
    CompareScreen screen = new CompareScreen(left, right);
    left.found().columns().forEach(screen::addLeft);
    right.found().columns().stream()
        .filter(column -> left.found().column(column.name()).isEmpty())
        .forEach(screen::addRight);
    List<Line> lines = new ArrayList<>();
    lines.add(screen.head());
    lines.add(Line.EMPTY);
    lines.addAll(screen.grid().render(page));
    lines.addAll(screen.keys().render(page));
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
      add(column.name(), spelled(column), "", only(column.name(), left, right, ""));
    }
  }

  private void addRight(Column column) {
    String needs = column.mayBeLeftOut() ? "" : ", needs a value";
    add(column.name(), "", spelled(column), only(column.name(), right, left, needs));
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

  /** Says where the column is, and which unmatched column of the other side may be meant. */
  private static Grid.Cell only(Identifier name, Side<Table> has, Side<Table> lacks, String needs) {
    List<String> unmatched =
        lacks.found().columnNames().stream()
            .filter(other -> has.found().column(other).isEmpty())
            .map(Identifier::name)
            .toList();
    String guess =
        NearestName.of(name.name(), unmatched).map(n -> ", like \"" + n + "\"").orElse("");
    return new Grid.Cell(Style.WARNING, "only on " + has.connection() + needs + guess);
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
