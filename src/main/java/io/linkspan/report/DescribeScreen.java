package io.linkspan.report;

import io.linkspan.catalog.ForeignKey;
import io.linkspan.catalog.Rule;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableDetails;
import io.linkspan.catalog.Trigger;
import io.linkspan.report.Section.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All about one table or view. */
public final class DescribeScreen {
  private final Table table;
  private final TableDetails details;
  private final Page page;
  private final List<Line> lines = new ArrayList<>();

  private DescribeScreen(Table table, TableDetails details, Page page) {
    this.table = table;
    this.details = details;
    this.page = page;
  }

  /**
   * The table's columns first, then keys, checks, triggers and what else matters to a copy; what
   * the table does not have is not mentioned.
   *
   * @param connection the name of the connection that it is on
   */
  public static List<Line> render(String connection, Table table, Page page) {
    return render(connection, table, TableDetails.NONE, page);
  }

  /** The same, with more of what psql shows; how its columns are kept, where that was read. */
  public static List<Line> render(String connection, Table table, TableDetails details, Page page) {
    DescribeScreen screen = new DescribeScreen(table, details, page);
    screen.head(connection);
    screen.lines.addAll(ColumnsGrid.render(table, page));
    screen.sections();
    screen.notes();
    screen.lines.addAll(DetailsLines.query(details));
    return List.copyOf(screen.lines);
  }

  private void head(String connection) {
    lines.add(
        Line.of(Style.HEADING, KindName.of(table.kind()) + " ")
            .plus(Style.NAME, "\"" + rawName() + "\"")
            .plus(Style.HEADING, " on " + connection));
    table.comment().ifPresent(comment -> sentence(Style.DIM, comment));
    sentence(Style.PLAIN, "owner " + table.owner().quoted() + rows());
    lines.add(Line.EMPTY);
  }

  /** The name as messages show it: without quotes of its own. */
  private String rawName() {
    return table.name().schema().map(schema -> schema.name() + ".").orElse("")
        + table.name().name().name();
  }

  private String rows() {
    if (table.kind() == Table.Kind.VIEW) {
      return "";
    }
    String rows =
        table.estimatedRows() < 0
            ? "rows not counted yet (never analyzed)"
            : "about " + Quantity.count(table.estimatedRows(), "row");
    return ", " + rows + ", " + Quantity.size(table.bytes());
  }

  private void sections() {
    add("Keys", table.keys().stream().map(k -> new Entry(k.name().quoted(), KeyText.of(k))));
    add("Foreign keys", table.foreignKeys().stream().map(DescribeScreen::outgoing));
    add("Referenced by", table.referencedBy().stream().map(DescribeScreen::incoming));
    add("Checks", table.checks().stream().map(c -> new Entry(c.name().quoted(), c.definition())));
    add("Triggers", table.triggers().stream().map(DescribeScreen::trigger));
    add("Rules", table.rules().stream().map(DescribeScreen::rule));
    lines.addAll(DetailsLines.sections(details, page));
  }

  private void add(String heading, Stream<Entry> entries) {
    lines.addAll(new Section(heading, entries.toList()).render(page));
  }

  private static Entry outgoing(ForeignKey key) {
    return new Entry(
        key.name().quoted(),
        KeyText.columns(key.columns())
            + " -> "
            + key.references().quoted()
            + " "
            + KeyText.columns(key.referencedColumns())
            + (key.deferrable() ? ", deferrable" : ""));
  }

  private static Entry incoming(ForeignKey key) {
    return new Entry(
        key.name().quoted(),
        key.table().quoted()
            + " "
            + KeyText.columns(key.columns())
            + " -> "
            + KeyText.columns(key.referencedColumns())
            + (key.deferrable() ? ", deferrable" : ""));
  }

  /** The definition says the name again in its head, up to the event. */
  private static Entry trigger(Trigger trigger) {
    String event = trigger.definition().replaceFirst("^CREATE (CONSTRAINT )?TRIGGER ", "");
    String quoted = trigger.name().quoted();
    String text = event.startsWith(quoted + " ") ? event.substring(quoted.length() + 1) : event;
    return new Entry(quoted, text + (trigger.fires() ? "" : ", disabled"));
  }

  private static Entry rule(Rule rule) {
    int as = rule.definition().indexOf(" AS");
    return new Entry(
        rule.name().quoted(), as < 0 ? rule.definition() : rule.definition().substring(as + 3));
  }

  private void notes() {
    lines.add(Line.EMPTY);
    table.partitioning().ifPresent(parts -> sentence(Style.PLAIN, "partitioned by " + parts.key()));
    if (table.isPartition() && details.parents().isEmpty()) {
      sentence(Style.PLAIN, "a partition of another table");
    }
    if (table.hasChildren() && details.children().isEmpty()) {
      sentence(Style.PLAIN, "other tables inherit from it");
    }
    DetailsLines.notes(details).forEach(note -> sentence(Style.PLAIN, note));
    Table.RowSecurity security = table.rowSecurity();
    if (security.enabled()) {
      sentence(
          security.applies() ? Style.WARNING : Style.PLAIN,
          "row security is on"
              + (security.forced() ? ", for its owner too" : "")
              + (security.applies()
                  ? ": you see only rows that a policy lets you"
                  : ": not for you"));
    }
    sentence(Style.PLAIN, PrivilegesText.of(table));
  }

  private void sentence(Style style, String text) {
    Wrapping.wrap(text, page.width(), page).forEach(part -> lines.add(Line.of(style, part)));
  }
}
