package io.linkspan.completion;

import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.RelationName;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that can stand at a place. */
final class ColumnWords {
  private final Scope scope;
  private final Words words;

  ColumnWords(Scope scope, Words words) {
    this.scope = scope;
    this.words = words;
  }

  /** What the level sees by its bare name, with its source's name where that is not enough. */
  void visible(Place place) {
    if (place.spot().clause().seesOutputs()) {
      outputs(place.level());
    }
    assigned(place);
    boolean own = true;
    Set<Identifier> nearer = new HashSet<>();
    for (List<Source> sources : Scope.seen(place.level())) {
      List<Source> fewFirst =
          sources.stream().sorted(Comparator.comparingInt(this::width)).toList();
      Map<Identifier, Integer> counts = counts(fewFirst);
      for (Source source : own ? inOrder(place, sources, fewFirst) : fewFirst) {
        for (NamedColumn column : scope.columns(source).all()) {
          boolean plain =
              counts.getOrDefault(column.name(), 0) == 1 && !nearer.contains(column.name());
          words.column(plain ? column.name().quoted() : qualified(source, column), column);
        }
      }
      nearer.addAll(counts.keySet());
      own = false;
    }
  }

  /** An upsert mostly gives a column the value that would have been inserted. */
  private void assigned(Place place) {
    if (isUpsert(place)) {
      target(place.level()).stream()
          .filter(column -> place.listed().contains(column.name()))
          .forEach(column -> words.column("excluded." + column.name().quoted(), column));
    }
  }

  private static boolean isUpsert(Place place) {
    return place.level().inserted && place.spot().clause() == Clause.SET;
  }

  /** The values that an upsert would have inserted go before those that are there. */
  private static List<Source> inOrder(Place place, List<Source> typed, List<Source> fewFirst) {
    return isUpsert(place) ? typed : fewFirst;
  }

  private int width(Source source) {
    return scope.columns(source).all().size();
  }

  private Map<Identifier, Integer> counts(List<Source> sources) {
    Map<Identifier, Integer> counts = new HashMap<>();
    for (Source source : sources) {
      scope.columns(source).all().forEach(column -> counts.merge(column.name(), 1, Integer::sum));
    }
    return counts;
  }

  private static String qualified(Source source, NamedColumn column) {
    return source.name().quoted() + "." + column.name().quoted();
  }

  /** What is selected is mostly what rows are grouped and ordered by. */
  private void outputs(Level level) {
    for (Output output : level.outputs) {
      if (output instanceof Output.Named named) {
        Optional<NamedColumn> column = named.column().flatMap(name -> scope.column(level, name));
        if (column.filter(c -> c.name().equals(named.name())).isPresent()) {
          words.column(spelled(named.column().orElseThrow()), column.get());
        } else {
          words.add(named.name().quoted(), "in the select list", "Columns", true);
        }
      }
    }
  }

  private static String spelled(Name name) {
    return String.join(".", name.parts().stream().map(Identifier::quoted).toList());
  }

  /** The names of the sources, for the columns behind them. */
  void aliases(Level level) {
    for (List<Source> sources : Scope.seen(level)) {
      for (Source source : sources) {
        String described =
            source.content() instanceof Source.Content.OfTable table ? table.name().quoted() : "";
        words.add(source.name().quoted() + ".", described, "Aliases", false);
      }
    }
  }

  /**
   * The columns of what stands before the dot: a source, or a table that is not in FROM yet.
   *
   * @return whether that is known
   */
  boolean qualified(Level level, List<Identifier> qualifier) {
    Optional<Source> source = Scope.named(level, qualifier);
    List<NamedColumn> columns =
        source.map(s -> scope.columns(s).all()).or(() -> ofRelation(qualifier)).orElse(List.of());
    columns.forEach(column -> words.column(column.name().quoted(), column));
    return source.isPresent() || !columns.isEmpty();
  }

  private Optional<List<NamedColumn>> ofRelation(List<Identifier> qualifier) {
    int size = qualifier.size();
    Optional<Identifier> schema =
        size > 1 ? Optional.of(qualifier.get(size - 2)) : Optional.empty();
    return scope
        .names()
        .relation(new QualifiedName(schema, qualifier.get(size - 1)))
        .map(scope.names()::columns);
  }

  /** The columns of the table that is written, those that need a value first. */
  void target(Place place) {
    List<NamedColumn> free =
        target(place.level()).stream()
            .filter(column -> !place.listed().contains(column.name()))
            .toList();
    boolean set = place.spot().clause() == Clause.SET;
    if (set && place.level().inserted) {
      free.forEach(this::fromExcluded);
    }
    free.stream()
        .sorted(Comparator.comparing(column -> set || !column.notNull()))
        .forEach(column -> words.column(column.name().quoted(), column));
  }

  private void fromExcluded(NamedColumn column) {
    if (column.keyMark() != NamedColumn.KeyMark.PRIMARY) {
      String name = column.name().quoted();
      words.column(name + " = excluded." + name, column);
    }
  }

  /** The columns by which rows may clash: whole keys, then each column of one. */
  void conflicting(Place place) {
    Optional<RelationName> table = place.level().target.flatMap(scope::relation);
    ClashColumns clash =
        new ClashColumns(
            target(place.level()),
            table.map(scope.names()::keys).orElse(List.of()),
            place.listed());
    clash.keys().forEach(key -> words.add(ClashColumns.list(key), "unique key", "Columns", true));
    clash.columns().forEach(column -> words.column(column.name().quoted(), column));
  }

  /** The whole list of the table's columns. */
  void list(Level level) {
    List<NamedColumn> columns = target(level);
    if (!columns.isEmpty()) {
      List<String> texts = columns.stream().map(c -> c.name().quoted()).toList();
      words.add("(" + String.join(", ", texts) + ")", "all columns", "Columns", true);
    }
  }

  private List<NamedColumn> target(Level level) {
    return level.target.map(source -> scope.columns(source).all()).orElse(List.of());
  }
}
