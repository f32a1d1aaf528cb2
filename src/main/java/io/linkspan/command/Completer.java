package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.RelationName;
import io.linkspan.completion.Completion;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.SavedConnection;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words for the place at the cursor, from the names that were read in the background. */
final class Completer {
  private final Workspace workspace;
  private final Registry registry;

  Completer(Workspace workspace, Registry registry) {
    this.workspace = workspace;
    this.registry = registry;
  }

  List<Completion> complete(String typed, int cursor) {
    CompletionPlace place = CompletionPlace.of(typed.substring(0, cursor));
    return switch (place.kind()) {
      case COMMAND -> commands();
      case CONNECTION -> connections();
      case SAVED_CONNECTION -> saved();
      case PLAN_WORD -> words("copy", "sql", "back");
      case SOURCE_TABLE -> tables(workspace.connections().source());
      case TARGET_TABLE -> tables(workspace.connections().target());
      case ANY_TABLE -> tables(current());
      case CLAUSE ->
          words(
              "map", "where", "distinct", "distinct on (", "on conflict", "truncate", "columns (");
      case CONFLICT_RULE -> words("preserve", "overwrite", "fail", "do nothing", "(");
      case SOURCE_COLUMN -> sourceColumns(place);
      case TARGET_COLUMN -> targetColumns(place);
      case SQL -> sql();
      case ARROW -> words("->");
      case WORDS -> words(place.words().toArray(String[]::new));
      case NOTHING -> List.of();
    };
  }

  private List<Completion> commands() {
    List<Completion> words = new ArrayList<>();
    for (Command command : registry.commands()) {
      Usage usage = command.usage();
      String name = usage.name().equals("on") ? "on conflict" : usage.name();
      words.add(new Completion(name, usage.summary(), usage.group().title(), true));
    }
    Stream.of("select", "insert into", "update", "delete from", "with", "explain", "begin")
        .forEach(verb -> words.add(new Completion(verb, "", "SQL", true)));
    return words;
  }

  private static List<Completion> words(String... words) {
    return Stream.of(words).map(word -> new Completion(word, "", "", !word.endsWith("("))).toList();
  }

  private List<Completion> connections() {
    return workspace.connections().all().stream()
        .map(open -> new Completion(open.name(), open.settings().toString(), "Connections", true))
        .toList();
  }

  private List<Completion> saved() {
    try {
      return workspace.saved().all().stream()
          .map(SavedConnection::name)
          .map(name -> new Completion(name, "saved", "Connections", true))
          .toList();
    } catch (UserException e) {
      // An unreadable configuration file is told by the command that needs it, not by TAB.
      return List.of();
    }
  }

  private Optional<OpenConnection> current() {
    return workspace.connections().all().isEmpty()
        ? Optional.empty()
        : Optional.of(workspace.connections().current());
  }

  private List<Completion> tables(Optional<OpenConnection> connection) {
    return connection
        .flatMap(open -> workspace.names().of(open.name()).map(index -> tables(open, index)))
        .orElse(List.of());
  }

  private static List<Completion> tables(OpenConnection open, NameIndex index) {
    return index.relations().stream()
        .map(relation -> new Completion(spelling(relation), kind(relation), open.name(), true))
        .toList();
  }

  private static String spelling(RelationName relation) {
    return relation.visible() ? relation.name().name().quoted() : relation.name().quoted();
  }

  private static String kind(RelationName relation) {
    String kind = relation.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return relation.estimatedRows() < 0 ? kind : kind + ", ~" + relation.estimatedRows() + " rows";
  }

  private List<Completion> sourceColumns(CompletionPlace place) {
    return columns(workspace.connections().source(), place.source().or(this::plannedSource));
  }

  private List<Completion> targetColumns(CompletionPlace place) {
    return columns(workspace.connections().target(), place.target().or(this::plannedTarget));
  }

  private Optional<QualifiedName> plannedSource() {
    return workspace
        .plan()
        .current()
        .map(planned -> planned.plan().reading())
        .filter(io.linkspan.plan.Reading.OfTable.class::isInstance)
        .map(reading -> ((io.linkspan.plan.Reading.OfTable) reading).table().name());
  }

  private Optional<QualifiedName> plannedTarget() {
    return workspace.plan().current().map(planned -> planned.plan().into().name());
  }

  private List<Completion> columns(
      Optional<OpenConnection> connection, Optional<QualifiedName> table) {
    Optional<NameIndex> index = connection.flatMap(open -> workspace.names().of(open.name()));
    if (index.isEmpty() || table.isEmpty()) {
      return List.of();
    }
    NameIndex names = index.orElseThrow();
    return names.relation(table.orElseThrow()).map(names::columns).orElse(List.of()).stream()
        .map(Completer::column)
        .toList();
  }

  private static Completion column(NamedColumn column) {
    String key =
        switch (column.keyMark()) {
          case PRIMARY -> ", primary key";
          case UNIQUE -> ", unique";
          case NONE -> column.notNull() ? ", not null" : "";
        };
    return new Completion(column.name().quoted(), column.typeSql() + key, "Columns", true);
  }

  private List<Completion> sql() {
    List<Completion> all = new ArrayList<>(tables(current()));
    current()
        .flatMap(open -> workspace.names().of(open.name()))
        .ifPresent(
            index ->
                index.relations().stream()
                    .filter(RelationName::visible)
                    .flatMap(r -> index.columns(r).stream())
                    .map(NamedColumn::name)
                    .distinct()
                    .map(Identifier::quoted)
                    .forEach(name -> all.add(new Completion(name, "", "Columns", true))));
    return all;
  }
}
