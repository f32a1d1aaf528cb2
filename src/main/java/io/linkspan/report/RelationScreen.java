package io.linkspan.report;

import io.linkspan.catalog.IndexDetails;
import io.linkspan.catalog.RowTypeReader;
import io.linkspan.catalog.SequenceDetails;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** All about one relation that is no table: an index, a sequence, a composite type. */
public final class RelationScreen {
  private RelationScreen() {}

  /** The index's columns, its table and what sets it apart. */
  public static List<Line> ofIndex(
      String connection, QualifiedName name, String kind, IndexDetails index, Page page) {
    List<Line> lines = new ArrayList<>(head(connection, name, kind));
    List<Grid.Head> heads =
        List.of(
            Grid.Head.cutting("Column"),
            Grid.Head.wrapping("Type"),
            Grid.Head.of("Key?"),
            Grid.Head.wrapping("Definition"));
    lines.addAll(
        new Grid(
                heads,
                index.parts().stream()
                    .map(
                        part ->
                            List.of(
                                new Grid.Cell(Style.NAME, part.column()),
                                Grid.Cell.of(part.type()),
                                Grid.Cell.of(part.key() ? "yes" : "no"),
                                Grid.Cell.of(part.definition())))
                    .toList())
            .fitted(page));
    lines.add(Line.EMPTY);
    List<String> marks = new ArrayList<>(index.marks());
    marks.add(index.method());
    marks.add("on " + index.table());
    index.predicate().ifPresent(predicate -> marks.add("where " + predicate));
    boolean invalid = index.marks().contains("invalid");
    wrapped(lines, invalid ? Style.WARNING : Style.PLAIN, String.join(", ", marks), page);
    wrapped(lines, Style.SQL, index.definition() + ";", page);
    return List.copyOf(lines);
  }

  /** The sequence's numbers and the column that it belongs to. */
  public static List<Line> ofSequence(
      String connection, QualifiedName name, SequenceDetails sequence, Page page) {
    List<Line> lines = new ArrayList<>(head(connection, name, "sequence"));
    List<Grid.Head> heads =
        List.of(
            Grid.Head.of("Type"),
            Grid.Head.number("Start"),
            Grid.Head.number("Minimum"),
            Grid.Head.number("Maximum"),
            Grid.Head.number("Increment"),
            Grid.Head.of("Cycles?"),
            Grid.Head.number("Cache"));
    List<Grid.Cell> row =
        List.of(
            Grid.Cell.of(sequence.type()),
            Grid.Cell.of(sequence.start()),
            Grid.Cell.of(sequence.minimum()),
            Grid.Cell.of(sequence.maximum()),
            Grid.Cell.of(sequence.increment()),
            Grid.Cell.of(sequence.cycles() ? "yes" : "no"),
            Grid.Cell.of(sequence.cache()));
    lines.addAll(new Grid(heads, List.of(row)).fitted(page));
    sequence
        .owner()
        .ifPresent(
            owner -> {
              lines.add(Line.EMPTY);
              wrapped(
                  lines,
                  Style.PLAIN,
                  (sequence.identity() ? "of identity column " : "owned by ") + owner,
                  page);
            });
    return List.copyOf(lines);
  }

  /** The columns alone. */
  public static List<Line> ofRowType(
      String connection,
      QualifiedName name,
      String kind,
      List<RowTypeReader.Field> fields,
      Page page) {
    List<Line> lines = new ArrayList<>(head(connection, name, kind));
    List<Grid.Head> heads = List.of(Grid.Head.cutting("Column"), Grid.Head.wrapping("Type"));
    lines.addAll(
        new Grid(
                heads,
                fields.stream()
                    .map(
                        field ->
                            List.of(
                                new Grid.Cell(Style.NAME, field.name()),
                                Grid.Cell.of(field.type())))
                    .toList())
            .fitted(page));
    return List.copyOf(lines);
  }

  private static List<Line> head(String connection, QualifiedName name, String kind) {
    String raw =
        name.schema().map(Identifier::name).map(schema -> schema + ".").orElse("")
            + name.name().name();
    return List.of(
        Line.of(Style.HEADING, kind + " ")
            .plus(Style.NAME, "\"" + raw + "\"")
            .plus(Style.HEADING, " on " + connection),
        Line.EMPTY);
  }

  private static void wrapped(List<Line> lines, Style style, String text, Page page) {
    Wrapping.wrap(text, page.width(), page).forEach(part -> lines.add(Line.of(style, part)));
  }
}
