package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.NamedColumn.KeyMark;
import io.linkspan.catalog.RelationName;
import io.linkspan.completion.ClashColumns;
import io.linkspan.completion.Completion;
import io.linkspan.completion.SqlCompletion;
import io.linkspan.pg.Identifier;
import io.linkspan.request.TableReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** The columns of a copy's tables as words, the likeliest first. */
final class ColumnWords {
  private final Surroundings around;
  private final CompletionPlace place;
  private final Side source;
  private final Side target;

  /** A table of a copy, with the names of its connection. */
  private record Side(Optional<NameIndex> names, Optional<RelationName> relation) {
    List<NamedColumn> columns() {
      return names.flatMap(index -> relation.map(index::columns)).orElse(List.of());
    }

    List<List<Identifier>> keys() {
      return names.flatMap(index -> relation.map(index::keys)).orElse(List.of());
    }
  }

  ColumnWords(Surroundings around, CompletionPlace place) {
    this.around = around;
    this.place = place;
    CopyEnds ends = place.ends().or(around.planned());
    this.source = side(ends.source(), around.source());
    this.target = side(ends.target(), around.target());
  }

  private Side side(Optional<TableReference> table, Optional<String> route) {
    Optional<NameIndex> names =
        table.flatMap(TableReference::connection).or(() -> route).flatMap(around::names);
    return new Side(
        names, names.flatMap(index -> table.map(TableReference::name).flatMap(index::relation)));
  }

  /** The target's columns that the list does not have yet. */
  List<Completion> target() {
    return ranked(target.columns(), column -> 0, "");
  }

  /** The same, those first that nothing fills yet. */
  List<Completion> toMap() {
    Set<Identifier> matched = new HashSet<>();
    source.columns().forEach(column -> matched.add(column.name()));
    return ranked(
        target.columns(),
        column -> {
          if (matched.contains(column.name())) {
            return 3;
          }
          // A key of its own is mostly drawn from a sequence.
          boolean needed = column.notNull() && column.keyMark() != KeyMark.PRIMARY;
          return needed ? 0 : column.notNull() ? 2 : 1;
        },
        "");
  }

  /** Unique keys of the target that go with what the list has. */
  List<Completion> ofKeys() {
    ClashColumns clash = new ClashColumns(target.columns(), target.keys(), place.taken());
    List<Completion> words = new ArrayList<>();
    clash
        .keys()
        .forEach(
            key ->
                words.add(new Completion(ClashColumns.list(key), "unique key", "Columns", true)));
    clash.columns().forEach(column -> words.add(word(column, "")));
    return words;
  }

  /** What an expression over the source's columns can go on with. */
  List<Completion> sourceExpression() {
    List<Completion> words = new ArrayList<>();
    if (place.subject().isPresent() && isBegin()) {
      words.addAll(likely(place.subject().orElseThrow()));
      words.add(new Completion("default", "what the target fills in", "Words", true));
    }
    words.addAll(expression(source));
    return distinct(words);
  }

  /** The words of an expression after which other things are possible as well. */
  List<Completion> goingOn() {
    return place.text().isBlank() ? List.of() : expression(source);
  }

  /** What decides between equal rows: the mapped columns, then the source's. */
  List<Completion> distinctExpression() {
    List<Completion> words = new ArrayList<>(isBegin() ? target() : List.of());
    words.addAll(expression(source));
    return distinct(words);
  }

  /** What a row of the target can be given where its key is there already. */
  List<Completion> conflictExpression() {
    List<Completion> words = new ArrayList<>();
    place
        .subject()
        .ifPresent(
            name ->
                words.add(
                    new Completion(
                        "excluded." + new Identifier(name).quoted(),
                        "the row that is copied",
                        "Columns",
                        true)));
    words.addAll(expression(target));
    words.addAll(ranked(target.columns(), column -> 0, "excluded."));
    return distinct(words);
  }

  private boolean isBegin() {
    return place.text().chars().noneMatch(c -> c == '(' || Character.isWhitespace(c) || c == ',');
  }

  /** The source's columns of like name and type first. */
  private List<Completion> likely(String filled) {
    Optional<NamedColumn> column =
        target.columns().stream().filter(each -> each.name().name().equals(filled)).findFirst();
    return ranked(source.columns(), each -> distance(each, filled, column), "");
  }

  private static int distance(NamedColumn each, String filled, Optional<NamedColumn> column) {
    String name = each.name().name();
    boolean alike = name.contains(filled) || filled.contains(name);
    boolean sameType =
        column.filter(c -> base(c.typeSql()).equals(base(each.typeSql()))).isPresent();
    return name.equals(filled) ? 0 : (alike ? 0 : 2) + (sameType ? 1 : 2);
  }

  /** The kind of a type: lengths and the two names for text say nothing. */
  private static String base(String type) {
    int bracket = type.indexOf('(');
    String base = bracket < 0 ? type : type.substring(0, bracket);
    return base.equals("character varying") ? "text" : base;
  }

  private static List<Completion> expression(Side side, CompletionPlace place) {
    return side.names()
        .map(
            names ->
                SqlCompletion.inExpression(
                    place.text(), place.text().length(), names, side.relation().stream().toList()))
        .orElse(List.of());
  }

  private List<Completion> expression(Side side) {
    return expression(side, place);
  }

  private List<Completion> ranked(
      List<NamedColumn> columns, ToIntFunction<NamedColumn> rank, String before) {
    Set<Identifier> taken = new HashSet<>(place.taken());
    return columns.stream()
        .filter(column -> !taken.contains(column.name()))
        .sorted(Comparator.comparingInt(rank))
        .map(column -> word(column, before))
        .toList();
  }

  private static Completion word(NamedColumn column, String before) {
    return new Completion(before + column.name().quoted(), described(column), "Columns", true);
  }

  private static String described(NamedColumn column) {
    String mark =
        switch (column.keyMark()) {
          case PRIMARY -> ", primary key";
          case UNIQUE -> column.notNull() ? ", unique, not null" : ", unique";
          case NONE -> column.notNull() ? ", not null" : "";
        };
    return column.typeSql() + mark;
  }

  /** Each word once, where it stands first. */
  private static List<Completion> distinct(List<Completion> words) {
    Set<String> seen = new HashSet<>();
    return words.stream().filter(word -> seen.add(word.text())).toList();
  }
}
