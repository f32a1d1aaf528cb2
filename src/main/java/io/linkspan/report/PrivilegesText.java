package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Column.ColumnPrivileges;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the role may do with a table, in words. */
final class PrivilegesText {
  private PrivilegesText() {}

  static String of(Table table) {
    Table.TablePrivileges whole = table.privileges();
    if (!whole.schemaUsage()) {
      String schema = table.name().schema().map(Identifier::name).orElse("");
      return "you may not look inside schema \"" + schema + "\"";
    }
    List<String> words = new ArrayList<>();
    add(words, "select", whole.select(), columns(table, ColumnPrivileges::select));
    add(words, "insert", whole.insert(), columns(table, ColumnPrivileges::insert));
    add(words, "update", whole.update(), columns(table, ColumnPrivileges::update));
    add(words, "truncate", whole.truncate(), List.of());
    return "you may " + (words.isEmpty() ? "do nothing with it" : String.join(", ", words));
  }

  private static List<Identifier> columns(Table table, Predicate<ColumnPrivileges> allowed) {
    return table.columns().stream()
        .filter(column -> allowed.test(column.privileges()))
        .map(Column::name)
        .toList();
  }

  /** A privilege on the whole table, or on the columns that alone have it. */
  private static void add(
      List<String> words, String privilege, boolean whole, List<Identifier> columns) {
    if (whole) {
      words.add(privilege);
    } else if (!columns.isEmpty()) {
      words.add(privilege + " " + KeyText.columns(columns));
    }
  }
}
