package io.linkspan.completion;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.RelationName;
import java.util.List;

/** Words inside SQL. */
public final class SqlCompletion {
  private SqlCompletion() {}

  /** Words for the cursor inside one SQL statement typed on a connection. */
  public static List<Completion> inStatement(String sql, int cursor, NameIndex names) {
    return names.relations().stream()
        .map(each -> new Completion(spelling(each), "table", "Tables", true))
        .toList();
  }

  /** Words inside an expression or condition over these relations. */
  public static List<Completion> inExpression(
      String text, int cursor, NameIndex names, List<RelationName> scope) {
    return scope.stream().flatMap(each -> names.columns(each).stream()).map(SqlCompletion::column).toList();
  }

  private static Completion column(NamedColumn column) {
    return new Completion(column.name().quoted(), column.typeSql(), "Columns", true);
  }

  private static String spelling(RelationName relation) {
    return relation.visible() ? relation.name().name().quoted() : relation.name().quoted();
  }
}
