package io.linkspan.transcript;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables that scripts create, those of one name taken together. */
final class CreatedTables {
  private static final Set<String> CONSTRAINTS =
      Set.of("constraint", "primary", "unique", "check", "foreign", "exclude", "like");

  private final Map<QualifiedName, Map<Identifier, NamedColumn>> columns = new TreeMap<>();

  void read(String script) {
    Tokens tokens = Tokens.of(script);
    while (!tokens.atEnd()) {
      if (tokens.acceptWord("create") && table(tokens)) {
        tokens.acceptWord("if", "not", "exists");
        if (!tokens.atEnd()) {
          add(tokens);
        }
      } else {
        tokens.next();
      }
    }
  }

  private static boolean table(Tokens tokens) {
    while (Set.of("temp", "temporary", "unlogged", "foreign").contains(tokens.peek().word())) {
      tokens.next();
    }
    return tokens.acceptWord("table");
  }

  private void add(Tokens tokens) {
    QualifiedName written = tokens.expectName("a table");
    QualifiedName name =
        written.schema().isPresent() ? written : QualifiedName.of("public", written.name().name());
    Map<Identifier, NamedColumn> known =
        columns.computeIfAbsent(name, missing -> new LinkedHashMap<>());
    if (tokens.atSymbol("(")) {
      for (Slice item : tokens.within(tokens.expectParentheses()).splitTopLevel(",")) {
        Tokens column = tokens.within(item);
        if (!CONSTRAINTS.contains(column.peek().word()) && !column.atEnd()) {
          Identifier named = column.expectIdentifier("a column");
          known.put(named, new NamedColumn(named, "", false, NamedColumn.KeyMark.NONE));
        }
      }
    }
  }

  NameIndex index() {
    List<RelationName> relations = new ArrayList<>();
    Map<QualifiedName, List<NamedColumn>> all = new LinkedHashMap<>();
    columns.forEach(
        (name, named) -> {
          boolean visible = name.schema().orElseThrow().name().equals("public");
          relations.add(new RelationName(name, Table.Kind.TABLE, -1, visible));
          all.put(name, List.copyOf(named.values()));
        });
    return new NameIndex(
        relations, all, List.of(new Identifier("public")), List.of(), List.of(), List.of());
  }
}
