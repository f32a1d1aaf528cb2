package io.linkspan.completion;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.RelationName;
import io.linkspan.completion.Reading.ColumnUse;
import io.linkspan.completion.Reading.TableUse;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.sql.SqlWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a typed text names and the database does not have; nothing while in doubt. */
public final class UnknownNames {
  /** Columns that every table has (manual, section 5.6). */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "oid");

  /** Names of rows that the statement itself brings. */
  private static final Set<String> ROWS = Set.of("excluded", "new", "old");

  private final Scope scope;
  private final NameIndex names;
  private final Set<Identifier> made;
  private final List<Mark> marks = new ArrayList<>();

  private UnknownNames(NameIndex names, Set<Identifier> made) {
    this.names = names;
    this.scope = new Scope(names, made);
    this.made = made;
  }

  /**
   * Tables and columns that the text names and the database does not have.
   *
   * @param cursor the name that it touches is not looked at
   */
  public static List<Mark> inStatement(String sql, NameIndex names, OptionalInt cursor) {
    return inStatement(sql, names, Set.of(), cursor);
  }

  /**
   * The same in a session that made or changed tables after the names were read.
   *
   * @param changed the names of these tables
   */
  public static List<Mark> inStatement(
      String sql, NameIndex names, Set<Identifier> changed, OptionalInt cursor) {
    if (names.relations().isEmpty()) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    Set<Identifier> made = new HashSet<>(changed);
    for (TypedTokens tokens : TypedTokens.statements(sql, cursor)) {
      Reading reading = StatementReader.read(tokens);
      reading.made.forEach(table -> made.add(table.name().last()));
      marks.addAll(new UnknownNames(names, made).of(reading));
      reading.altered.forEach(name -> made.add(name.last()));
    }
    return List.copyOf(marks);
  }

  /** Whether the database has no such table, without doubt. */
  public static boolean lacks(NameIndex names, QualifiedName table) {
    return !names.relations().isEmpty()
        && names.relation(table).isEmpty()
        && new UnknownNames(names, Set.of()).isMissing(table);
  }

  /** The same for an expression or condition over these relations. */
  public static List<Mark> inExpression(
      String text, NameIndex names, List<RelationName> scope, OptionalInt cursor) {
    if (names.relations().isEmpty() || scope.isEmpty()) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    for (TypedTokens tokens : TypedTokens.statements(text, cursor)) {
      marks.addAll(new UnknownNames(names, Set.of()).of(ClauseReader.read(tokens, scope)));
    }
    return List.copyOf(marks);
  }

  private List<Mark> of(Reading reading) {
    reading.tables.forEach(this::table);
    reading.columns.forEach(this::column);
    marks.sort(Comparator.comparingInt(Mark::start));
    return marks;
  }

  private void table(TableUse use) {
    QualifiedName name = use.name().qualified();
    if (names.relation(name).isEmpty()
        && Scope.definition(use.level(), name).isEmpty()
        && !made.contains(name.name())
        && isMissing(name)) {
      int part = use.name().parts().size() - 1;
      mark(
          use.name(),
          Math.max(0, part - (name.schema().isPresent() ? 1 : 0)),
          part,
          "no table \"" + plain(name) + "\"");
    }
  }

  private boolean isMissing(QualifiedName name) {
    if (name.schema().isPresent()) {
      return names.schemas().contains(name.schema().get());
    }
    // The session may have another search path than the one that the names were read with.
    return !name.name().name().startsWith("pg_")
        && names.relations().stream().noneMatch(r -> r.name().name().equals(name.name()));
  }

  private static String plain(QualifiedName name) {
    return name.schema().map(schema -> schema.name() + ".").orElse("") + name.name().name();
  }

  private void mark(Name name, int first, int last, String what) {
    marks.add(new Mark(name.begins().get(first), name.ends().get(last), what));
  }

  private void column(ColumnUse use) {
    Name name = use.name();
    if (use.target()) {
      use.level().target.ifPresent(target -> qualified(name, 0, target));
    } else if (name.isBare()) {
      bare(use);
    } else if (name.star() || name.parts().size() <= 3) {
      qualified(use);
    }
  }

  private void qualified(ColumnUse use) {
    Name name = use.name();
    int qualifiers = name.parts().size() - (name.star() ? 0 : 1);
    List<Identifier> qualifier = name.parts().subList(0, qualifiers);
    Optional<Source> source = Scope.named(use.level(), qualifier);
    if (source.isEmpty()) {
      boolean query = use.level().verb != Level.Verb.EXPRESSION;
      if (query
          && qualifiers == 1
          && isClosed(use.level())
          && !ROWS.contains(qualifier.get(0).name())) {
        mark(name, 0, 0, "no table \"" + qualifier.get(0).name() + "\" in the query");
      }
    } else if (!name.star()) {
      qualified(name, qualifiers, source.get());
    }
  }

  /** Whether the level reads something, and every source that it sees is known. */
  private boolean isClosed(Level level) {
    List<List<Source>> seen = Scope.seen(level);
    return !level.sources.isEmpty()
        && seen.stream().flatMap(List::stream).allMatch(s -> scope.columns(s).complete());
  }

  private void qualified(Name name, int part, Source source) {
    Identifier wanted = name.parts().get(part);
    Scope.Columns columns = scope.columns(source);
    if (columns.complete() && columns.named(wanted).isEmpty() && !isElse(wanted)) {
      mark(name, part, part, "no column \"" + wanted.name() + "\" in " + labelled(source));
    }
  }

  private static String labelled(Source source) {
    return source.content() instanceof Source.Content.OfTable table
            && source.aliased()
            && !ROWS.contains(source.name().name())
        ? table.name().quoted() + " " + source.name().quoted()
        : source.name().quoted();
  }

  /** Whether the name means something that every table has, or a function of a row. */
  private boolean isElse(Identifier name) {
    return SYSTEM_COLUMNS.contains(name.name())
        || names.routines().stream().anyMatch(r -> r.name().name().equals(name));
  }

  private void bare(ColumnUse use) {
    Identifier name = use.name().last();
    boolean word = !use.name().quoted() && isWord(name.name());
    if (word || !isClosed(use.level()) || scope.column(use.level(), use.name()).isPresent()) {
      return;
    }
    boolean row = Scope.named(use.level(), List.of(name)).isPresent();
    boolean output =
        use.clause().seesOutputs()
            && (use.level().united || scope.outputs(use.level()).named(name).isPresent());
    if (!row && !output && !isElse(name)) {
      mark(use.name(), 0, 0, "no column \"" + name.name() + "\"" + where(use.level()));
    }
  }

  private static String where(Level level) {
    return Scope.seen(level).size() == 1 && level.sources.size() == 1
        ? " in " + labelled(level.sources.get(0))
        : "";
  }

  private static boolean isWord(String name) {
    return SqlWords.isReserved(name) || SyntaxWords.contains(name);
  }
}
