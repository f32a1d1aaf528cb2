package io.linkspan.completion;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.RelationName;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/** Words for a place inside SQL, likeliest first, not yet chosen by what is typed of the word. */
public final class SqlCompletion {
  /** More tables than these have too many columns to offer before one of them is named. */
  private static final int FEW_TABLES = 200;

  private static final List<String> BEFORE_VALUE =
      List.of(
          "case",
          "not",
          "exists (",
          "null",
          "true",
          "false",
          "cast(",
          "coalesce(",
          "nullif(",
          "greatest(",
          "least(",
          "extract(",
          "array[",
          "current_date",
          "current_timestamp",
          "current_user",
          "interval",
          "date",
          "timestamp");

  private final Scope scope;
  private final Words words = new Words();
  private final ColumnWords columns;
  private final JoinWords joins;
  private final ObjectWords objects;

  private SqlCompletion(NameIndex names) {
    this.scope = new Scope(names);
    this.columns = new ColumnWords(scope, words);
    this.joins = new JoinWords(scope, words);
    this.objects = new ObjectWords(names, words);
  }

  /** Words for the cursor inside SQL typed on a connection; none in a string or a comment. */
  public static List<Completion> inStatement(String sql, int cursor, NameIndex names) {
    return TypedTokens.around(sql, cursor)
        .flatMap(tokens -> StatementReader.read(tokens).place())
        .map(place -> new SqlCompletion(names).at(place))
        .orElse(List.of());
  }

  /**
   * Words inside an expression or condition over these relations, such as {@code where lower(}.
   *
   * @param text may begin with the word of its clause
   */
  public static List<Completion> inExpression(
      String text, int cursor, NameIndex names, List<RelationName> scope) {
    return TypedTokens.around(text, cursor)
        .flatMap(tokens -> ClauseReader.read(tokens, scope).place())
        .map(place -> new SqlCompletion(names).at(place))
        .orElse(List.of());
  }

  /**
   * The same words with key words in capitals, where the user types them so: the word at the cursor
   * decides, else the last key word before it.
   *
   * @param before what is typed up to the cursor
   */
  public static List<Completion> casedLike(String before, List<Completion> completions) {
    return TypedCase.isUpper(before)
        ? completions.stream().map(TypedCase::inCapitals).toList()
        : completions;
  }

  private List<Completion> at(Place place) {
    switch (place.kind()) {
      case OPERAND -> operand(place);
      case OPERATOR -> {
        words.keywords(place.words());
        words.keywords(FollowingWords.afterValue(place.level(), place.spot()));
      }
      case TABLE -> table(place);
      case RELATION -> {
        objects.relations(place.qualifier(), ObjectWords::isTable);
        objects.relations(place.qualifier(), ObjectWords::isView);
      }
      case VIEW -> objects.relations(place.qualifier(), ObjectWords::isView);
      case SCHEMA -> scope.names().schemas().forEach(this::schema);
      case ROUTINE -> objects.functions(place.qualifier(), routine -> true);
      case AFTER_TABLE -> words.keywords(FollowingWords.afterTable(place.level()));
      case AFTER_JOINED -> afterJoined(place);
      case USING_COLUMN -> joins.using(place, "", "");
      case TARGET_COLUMN -> columns.target(place);
      case CONFLICT_COLUMN -> columns.conflicting(place);
      case AFTER_INSERT_TABLE -> {
        columns.list(place.level());
        words.keywords(List.of("(", "values (", "select", "default values", "as", "with"));
      }
      case TYPE -> objects.types(place.qualifier());
      case PARAMETER ->
          ServerSettings.names().forEach(name -> words.add(name, "", "Settings", true));
      case KEYWORD, NOTHING -> {}
    }
    if (place.qualifier().isEmpty()) {
      words.keywords(place.words());
    }
    return words.list();
  }

  private void schema(Identifier schema) {
    words.add(schema.quoted(), "schema", "Schemas", true);
  }

  private void operand(Place place) {
    List<Identifier> qualifier = place.qualifier();
    if (!qualifier.isEmpty()) {
      if (columns.qualified(place.level(), qualifier)) {
        star(place, "*");
      } else {
        objects.relations(qualifier, relation -> true);
        objects.functions(qualifier, ObjectWords::givesValue);
      }
      return;
    }
    if (place.spot().clause() == Clause.ON && place.spot().first()) {
      joins.conditions(place, "");
    }
    columns.visible(place);
    if (place.level().verb == Level.Verb.SELECT && place.level().sources.isEmpty()) {
      ofAllTables();
    }
    columns.aliases(place.level());
    clauseWords(place);
    words.keywords(BEFORE_VALUE);
    objects.functions(List.of(), ObjectWords::givesValue);
    objects.schemas();
  }

  private void star(Place place, String text) {
    if (place.spot().clause() == Clause.TARGETS || place.spot().clause() == Clause.RETURNING) {
      words.add(text, "all columns", "Columns", true);
    }
  }

  private void clauseWords(Place place) {
    if (place.spot().first() && !place.spot().nested()) {
      star(place, "*");
    }
    words.keywords(place.words());
    switch (place.spot().clause()) {
      case VALUES, SET -> words.keywords(List.of("default"));
      default -> {}
    }
    if (place.spot().nested()) {
      words.keywords(List.of("select"));
    }
  }

  /** Before FROM is typed, a column of any table may be meant. */
  private void ofAllTables() {
    List<RelationName> visible =
        scope.names().relations().stream()
            .filter(RelationName::visible)
            .limit(FEW_TABLES + 1)
            .toList();
    if (visible.size() > FEW_TABLES) {
      return;
    }
    for (RelationName relation : visible) {
      for (NamedColumn column : scope.names().columns(relation)) {
        String of = " of " + relation.name().name().quoted();
        words.add(column.name().quoted(), column.typeSql() + of, "Columns", true);
      }
    }
  }

  private void table(Place place) {
    if (place.qualifier().isEmpty()) {
      definitions(place.level());
      if (place.spot().first()) {
        joins.tables(place);
      }
    }
    objects.relations(place.qualifier(), relation -> true);
    objects.functions(place.qualifier(), ObjectWords::givesRows);
    if (place.qualifier().isEmpty()) {
      words.keywords(List.of("(select", "lateral", "only"));
    }
  }

  private void definitions(Level level) {
    Optional<Level> at = Optional.of(level);
    while (at.isPresent()) {
      at.get()
          .definitions
          .forEach(with -> words.add(with.name.quoted(), "query of with", "Tables", true));
      at = at.get().parent;
    }
  }

  private void afterJoined(Place place) {
    joins.conditions(place, "on ");
    joins.using(place, "using (", ")");
    words.keywords(List.of("on", "using (", "as"));
  }
}
