package io.linkspan.completion;

import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Candidates in the order in which they are added, each text once. */
final class Words {
  private final Map<String, Completion> words = new LinkedHashMap<>();

  List<Completion> list() {
    return List.copyOf(words.values());
  }

  void add(String text, String description, String group, boolean complete) {
    // What has no name of its own, such as the word at the cursor, cannot be offered.
    if (text.indexOf(TypedTokens.NO_NAME) < 0) {
      words.putIfAbsent(text, new Completion(text, description, group, complete));
    }
  }

  void keywords(Collection<String> texts) {
    texts.forEach(text -> add(text, "", "Keywords", !text.endsWith("(")));
  }

  void column(String text, NamedColumn column) {
    add(text, described(column), "Columns", true);
  }

  void schema(Identifier schema) {
    add(schema.quoted() + ".", "schema", "Schemas", false);
  }

  void relation(RelationName relation, boolean qualified) {
    String text = qualified ? relation.name().quoted() : relation.name().name().quoted();
    add(text, described(relation), "Tables", true);
  }

  static String described(NamedColumn column) {
    String mark =
        switch (column.keyMark()) {
          case PRIMARY -> "primary key";
          case UNIQUE -> column.notNull() ? "unique, not null" : "unique";
          case NONE -> column.notNull() ? "not null" : "";
        };
    String between = mark.isEmpty() || column.typeSql().isEmpty() ? "" : ", ";
    return column.typeSql() + between + mark;
  }

  static String described(RelationName relation) {
    String kind =
        switch (relation.kind()) {
          case TABLE -> "table";
          case PARTITIONED_TABLE -> "partitioned table";
          case VIEW -> "view";
          case MATERIALIZED_VIEW -> "materialized view";
          case FOREIGN_TABLE -> "foreign table";
        };
    long rows = relation.estimatedRows();
    boolean counted = rows >= 0 && relation.kind() != Table.Kind.VIEW;
    return counted ? kind + ", about " + commas(rows) + (rows == 1 ? " row" : " rows") : kind;
  }

  /** By hand, because a database may have ten thousand tables to describe at a keystroke. */
  private static String commas(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
