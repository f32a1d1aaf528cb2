package io.linkspan.completion;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.NamedColumn.KeyMark;
import io.linkspan.catalog.NamedReference;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RoutineName;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small shop, for pure tests of completion. */
public final class NameSamples {
  private static final Map<QualifiedName, List<NamedColumn>> COLUMNS = new HashMap<>();
  private static final List<RelationName> RELATIONS = new ArrayList<>();

  static {
    table("public", "orders", 25_000, true, "id bigint pk, user_id bigint nn, placed_at date");
    table(
        "public",
        "users",
        1200,
        true,
        "id bigint pk, email text uq, name text nn, note text, created_at timestamptz");
    table("public", "items", 3, true, "order_id bigint pk, line int pk, sku text");
    table("crm", "people", -1, false, "id bigint pk, first_name text, \"Last Name\" text");
    table("crm", "calls", 0, false, "id bigint pk, person_id bigint nn");
  }

  private NameSamples() {}

  /** Tables users, orders and items that are visible, and people and calls in schema crm. */
  public static NameIndex shop() {
    return new NameIndex(
        RELATIONS,
        COLUMNS,
        List.of(new Identifier("crm"), new Identifier("public")),
        List.of(
            routine("crm", "greet", false, "person text", "text"),
            routine("pg_catalog", "count", true, "\"any\"", "bigint"),
            routine("pg_catalog", "generate_series", true, "integer, integer", "SETOF integer"),
            routine("pg_catalog", "lower", true, "text", "text"),
            routine("pg_catalog", "now", true, "", "timestamp with time zone"),
            routine("pg_catalog", "textin", true, "cstring", "text"),
            routine("public", "shout", true, "text", "text")),
        List.of(
            QualifiedName.unqualified(new Identifier("mood")), QualifiedName.of("crm", "level")),
        List.of(
            reference("public.orders", "user_id", "public.users", "id"),
            reference("public.items", "order_id", "public.orders", "id"),
            reference("crm.calls", "person_id", "crm.people", "id")),
        List.of(),
        Map.of(
            name("public.items"),
            List.of(List.of(new Identifier("order_id"), new Identifier("line")))));
  }

  /** The relation of that name. */
  public static RelationName relation(String name) {
    return RELATIONS.stream()
        .filter(r -> r.name().name().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void table(
      String schema, String name, long rows, boolean visible, String columns) {
    QualifiedName qualified = QualifiedName.of(schema, name);
    RELATIONS.add(new RelationName(qualified, Table.Kind.TABLE, rows, visible));
    List<NamedColumn> named = new ArrayList<>();
    for (String column : columns.split(", ", -1)) {
      named.add(column(column));
    }
    COLUMNS.put(qualified, List.copyOf(named));
  }

  private static NamedColumn column(String text) {
    String name = text.startsWith("\"") ? text.substring(1, text.lastIndexOf('"')) : "";
    String[] words = (name.isEmpty() ? text : text.substring(name.length() + 2)).split(" ", -1);
    KeyMark mark =
        text.endsWith(" pk")
            ? KeyMark.PRIMARY
            : text.endsWith(" uq") ? KeyMark.UNIQUE : KeyMark.NONE;
    boolean notNull = text.endsWith(" pk") || text.endsWith(" nn");
    return new NamedColumn(
        new Identifier(name.isEmpty() ? words[0] : name), words[1], notNull, mark);
  }

  private static RoutineName routine(
      String schema, String name, boolean visible, String arguments, String result) {
    return new RoutineName(
        new QualifiedName(Optional.of(new Identifier(schema)), new Identifier(name)),
        visible,
        RoutineName.Kind.FUNCTION,
        arguments,
        result);
  }

  private static NamedReference reference(String from, String column, String to, String key) {
    return new NamedReference(
        name(from), List.of(new Identifier(column)), name(to), List.of(new Identifier(key)));
  }

  private static QualifiedName name(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    return QualifiedName.of(parts[0], parts[1]);
  }
}
