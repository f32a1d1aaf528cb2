package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.request.CopyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which target columns a request speaks of, and in which order they are filled. */
final class TargetColumns {
  private TargetColumns() {}

  /** The columns as listed, then the rest in the table's order. */
  static List<Column> inOrder(CopyRequest request, Table into) {
    List<Column> ordered = new ArrayList<>();
    request
        .columns()
        .orElse(List.of())
        .forEach(name -> ordered.add(into.column(name).orElseThrow()));
    into.columns().stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
    return ordered;
  }

  /** Whether the column list names the column; without a list, every column is meant. */
  static boolean listed(CopyRequest request, Column column) {
    return request.columns().map(names -> names.contains(column.name())).orElse(true);
  }

  static void requireKnown(CopyRequest request, Table into, String connection) {
    Stream.concat(request.columns().orElse(List.of()).stream(), request.mapping().keySet().stream())
        .filter(name -> into.column(name).isEmpty())
        .findFirst()
        .ifPresent(
            name -> {
              throw unknown(name, into, connection);
            });
    request
        .columns()
        .ifPresent(
            names -> {
              if (names.stream().distinct().count() < names.size()) {
                throw UserException.usage(
                    "a column is listed more than once", "Name each target column once.");
              }
            });
  }

  private static UserException unknown(Identifier name, Table into, String connection) {
    String hint =
        NearestName.hint(name, into.columnNames())
            .orElse("Its columns are " + joined(into.columnNames()) + ".");
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(
                "column \"%s\" of table \"%s\" on target \"%s\" does not exist"
                    .formatted(name.name(), into.name(), connection))
            .withHint(hint));
  }

  static UserException nothingMatches(Reading reading, Table into, List<Rename> renames) {
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(
                "no column of %s matches a column of table \"%s\" by name"
                    .formatted(reading.label(), into.name()))
            .withDetail(
                "It has %s; the target has %s."
                    .formatted(
                        joined(reading.columns().stream().map(Column::name).toList()),
                        joined(into.columnNames())))
            .withHint(
                "%s: plan copy %s -> %s %s"
                    .formatted(
                        renames.isEmpty() ? "Say what fills a column" : "They likely match so",
                        reading instanceof Reading.OfTable of
                            ? of.table().name().quoted()
                            : "(" + ((Reading.OfQuery) reading).sql() + ")",
                        into.name().quoted(),
                        renames.isEmpty() ? "map COLUMN = EXPRESSION" : Rename.clause(renames))));
  }

  private static String joined(List<Identifier> names) {
    return String.join(", ", names.stream().map(Identifier::quoted).toList());
  }
}
