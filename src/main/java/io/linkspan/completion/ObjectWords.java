package io.linkspan.completion;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RoutineName;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tables, schemas, functions and types of the database. */
final class ObjectWords {
  private static final List<String> COMMON_TYPES =
      List.of(
          "text",
          "integer",
          "bigint",
          "numeric",
          "boolean",
          "timestamp with time zone",
          "timestamptz",
          "timestamp",
          "date",
          "uuid",
          "jsonb",
          "varchar(",
          "numeric(",
          "smallint",
          "double precision",
          "real",
          "json",
          "bytea",
          "interval",
          "time",
          "char(",
          "int",
          "serial",
          "bigserial",
          "inet",
          "text[]",
          "integer[]");

  private final NameIndex names;
  private final Words words;

  ObjectWords(NameIndex names, Words words) {
    this.names = names;
    this.words = words;
  }

  static boolean isTable(RelationName relation) {
    return !isView(relation);
  }

  static boolean isView(RelationName relation) {
    return relation.kind() == Table.Kind.VIEW || relation.kind() == Table.Kind.MATERIALIZED_VIEW;
  }

  /** Relations, those that the search path finds first, then schemas. */
  void relations(List<Identifier> qualifier, Predicate<RelationName> wanted) {
    Optional<Identifier> schema = last(qualifier);
    if (schema.isPresent()) {
      names.relations().stream()
          .filter(relation -> relation.name().schema().equals(schema) && wanted.test(relation))
          .forEach(relation -> words.relation(relation, false));
      return;
    }
    names.relations().stream()
        .filter(relation -> relation.visible() && wanted.test(relation))
        .forEach(relation -> words.relation(relation, false));
    schemas();
    names.relations().stream()
        .filter(relation -> !relation.visible() && wanted.test(relation))
        .forEach(relation -> words.relation(relation, true));
  }

  void schemas() {
    names.schemas().forEach(words::schema);
  }

  private static Optional<Identifier> last(List<Identifier> qualifier) {
    return qualifier.isEmpty()
        ? Optional.empty()
        : Optional.of(qualifier.get(qualifier.size() - 1));
  }

  /** Functions that can be called, each name once. */
  void functions(List<Identifier> qualifier, Predicate<RoutineName> wanted) {
    Optional<Identifier> schema = last(qualifier);
    Map<QualifiedName, List<RoutineName>> byName = new LinkedHashMap<>();
    for (RoutineName routine : names.routines()) {
      boolean here =
          schema.isPresent() ? routine.name().schema().equals(schema) : routine.visible();
      if (here && wanted.test(routine) && isMeantForPeople(routine)) {
        byName.computeIfAbsent(routine.name(), name -> new ArrayList<>()).add(routine);
      }
    }
    byName.values().stream().filter(r -> !isSystem(r.get(0))).forEach(this::function);
    List<List<RoutineName>> system =
        byName.values().stream().filter(r -> isSystem(r.get(0))).toList();
    system.stream()
        .filter(r -> CommonFunctions.rank(r.get(0)) < CommonFunctions.NONE)
        .sorted(Comparator.comparingInt(r -> CommonFunctions.rank(r.get(0))))
        .forEach(this::function);
    system.forEach(this::function);
  }

  private void function(List<RoutineName> overloads) {
    RoutineName first = Collections.min(overloads, Comparator.comparingInt(ObjectWords::rarity));
    boolean bare = overloads.stream().allMatch(routine -> routine.arguments().isEmpty());
    String more = overloads.size() == 1 ? "" : ", +" + (overloads.size() - 1);
    String result = first.resultSql().isEmpty() ? "" : " → " + first.resultSql();
    words.add(
        first.name().name().quoted() + (bare ? "()" : "("),
        "(" + first.arguments() + ")" + result + more,
        "Functions",
        bare);
  }

  /** Of several forms of a function the one is shown that most people mean. */
  private static int rarity(RoutineName routine) {
    String arguments = routine.arguments();
    return arguments.contains("any") ? 2 : arguments.contains("text") ? 0 : 1;
  }

  private static boolean isSystem(RoutineName routine) {
    return routine.name().schema().filter(s -> s.name().equals("pg_catalog")).isPresent();
  }

  /** Left out are those that only the server itself calls. */
  private static boolean isMeantForPeople(RoutineName routine) {
    String result = routine.resultSql();
    return !routine.arguments().contains("internal")
        && !routine.arguments().contains("cstring")
        && !result.equals("internal")
        && !result.equals("cstring")
        && !result.endsWith("trigger")
        && !result.endsWith("_handler");
  }

  /** Whether a function can stand in FROM. */
  static boolean givesRows(RoutineName routine) {
    String result = routine.resultSql();
    return routine.kind() == RoutineName.Kind.FUNCTION
        && (result.regionMatches(true, 0, "setof ", 0, 6)
            || result.regionMatches(true, 0, "table(", 0, 6));
  }

  static boolean givesValue(RoutineName routine) {
    return routine.kind() != RoutineName.Kind.PROCEDURE;
  }

  void types(List<Identifier> qualifier) {
    Optional<Identifier> schema = last(qualifier);
    if (schema.isEmpty()) {
      COMMON_TYPES.forEach(type -> words.add(type, "", "Types", !type.endsWith("(")));
    }
    for (QualifiedName type : names.types()) {
      if (schema.isEmpty() || type.schema().equals(schema)) {
        String text = schema.isEmpty() ? type.quoted() : type.name().quoted();
        words.add(text, "", "Types", true);
      }
    }
  }
}
