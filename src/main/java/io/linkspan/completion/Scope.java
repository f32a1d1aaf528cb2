package io.linkspan.completion;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.RelationName;
import io.linkspan.completion.Level.Definition;
import io.linkspan.completion.Source.Content;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the levels of a statement see, by the names of the database. */
final class Scope {
  /**
   * The columns of something.
   *
   * @param complete whether it has no others
   */
  record Columns(List<NamedColumn> all, boolean complete) {
    static final Columns UNKNOWN = new Columns(List.of(), false);

    Columns {
      all = List.copyOf(all);
    }

    Optional<NamedColumn> named(Identifier wanted) {
      return all.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }
  }

  private final NameIndex names;
  private final Set<Identifier> changed;
  private final Map<Level, Columns> outputs = new HashMap<>();
  private final Set<Level> inHand = new HashSet<>();

  Scope(NameIndex names) {
    this(names, Set.of());
  }

  /**
   * The same while some tables are other than the names tell.
   *
   * @param changed tables whose columns are not known therefore
   */
  Scope(NameIndex names, Set<Identifier> changed) {
    this.names = names;
    this.changed = changed;
  }

  NameIndex names() {
    return names;
  }

  /** The sources that a level sees: its own, then those of each level around it. */
  static List<List<Source>> seen(Level level) {
    List<List<Source>> seen = new ArrayList<>();
    Optional<Level> at = Optional.of(level);
    while (at.isPresent()) {
      if (!at.get().sources.isEmpty()) {
        seen.add(at.get().sources);
      }
      at = at.get().visible;
    }
    return seen;
  }

  /** The source that a column's qualifier means. */
  static Optional<Source> named(Level level, List<Identifier> qualifier) {
    Identifier wanted = qualifier.get(qualifier.size() - 1);
    for (List<Source> sources : seen(level)) {
      for (Source source : sources) {
        if (source.name().equals(wanted) && (qualifier.size() == 1 || !source.aliased())) {
          return Optional.of(source);
        }
      }
    }
    return Optional.empty();
  }

  /** The relation of the database that a source is. */
  Optional<RelationName> relation(Source source) {
    if (source.content() instanceof Content.OfTable table
        && definition(source.home(), table.name()).isEmpty()) {
      return names.relation(table.name());
    }
    return Optional.empty();
  }

  /** The query of WITH that a table's name means. */
  static Optional<Definition> definition(Level level, QualifiedName table) {
    return table.schema().isPresent() ? Optional.empty() : level.definition(table.name());
  }

  Columns columns(Source source) {
    return renamed(content(source), source.renamed());
  }

  private Columns content(Source source) {
    if (source.content() instanceof Content.Declared declared) {
      return new Columns(declared.columns(), true);
    }
    if (source.content() instanceof Content.OfQuery query) {
      return outputs(query.level());
    }
    if (source.content() instanceof Content.OfTable table) {
      Optional<Definition> definition = definition(source.home(), table.name());
      return definition.isPresent() ? columns(definition.get()) : ofRelation(table.name());
    }
    NamedColumn value = new NamedColumn(source.name(), "", false, NamedColumn.KeyMark.NONE);
    return new Columns(List.of(value), false);
  }

  private Columns ofRelation(QualifiedName name) {
    List<NamedColumn> columns = names.relation(name).map(names::columns).orElse(List.of());
    return new Columns(columns, !columns.isEmpty() && !changed.contains(name.name()));
  }

  private Columns columns(Definition definition) {
    Columns body = definition.body.map(this::outputs).orElse(Columns.UNKNOWN);
    return renamed(body, definition.columns);
  }

  private static Columns renamed(Columns columns, List<Identifier> names) {
    if (names.isEmpty()) {
      return columns;
    }
    List<NamedColumn> renamed = new ArrayList<>();
    for (int i = 0; i < Math.max(names.size(), columns.all().size()); i++) {
      NamedColumn old =
          i < columns.all().size()
              ? columns.all().get(i)
              : new NamedColumn(names.get(i), "", false, NamedColumn.KeyMark.NONE);
      Identifier name = i < names.size() ? names.get(i) : old.name();
      renamed.add(new NamedColumn(name, old.typeSql(), old.notNull(), old.keyMark()));
    }
    return new Columns(renamed, columns.complete());
  }

  /** The columns that a query gives. */
  Columns outputs(Level level) {
    Columns known = outputs.get(level);
    if (known == null) {
      // A recursive query reads itself.
      if (!inHand.add(level)) {
        return Columns.UNKNOWN;
      }
      known = given(level);
      inHand.remove(level);
      outputs.put(level, known);
    }
    return known;
  }

  private Columns given(Level level) {
    List<NamedColumn> given = new ArrayList<>();
    boolean complete = !level.outputs.isEmpty();
    for (Output output : level.outputs) {
      if (output instanceof Output.Named named) {
        given.add(given(level, named));
      } else if (output instanceof Output.Star star) {
        complete &= addStar(level, star, given);
      } else {
        complete = false;
      }
    }
    return new Columns(given, complete);
  }

  private NamedColumn given(Level level, Output.Named named) {
    String type =
        named.column().flatMap(name -> column(level, name)).map(NamedColumn::typeSql).orElse("");
    return new NamedColumn(named.name(), type, false, NamedColumn.KeyMark.NONE);
  }

  private boolean addStar(Level level, Output.Star star, List<NamedColumn> given) {
    List<Source> all =
        star.of().isPresent()
            ? named(level, star.of().get().parts()).stream().toList()
            : level.sources;
    boolean complete = !all.isEmpty();
    for (Source source : all) {
      Columns columns = columns(source);
      given.addAll(columns.all());
      complete &= columns.complete();
    }
    return complete;
  }

  /** The column that a name in an expression of that level means, where it is plain. */
  Optional<NamedColumn> column(Level level, Name name) {
    if (name.parts().size() > 1) {
      return named(level, name.parts().subList(0, name.parts().size() - 1))
          .flatMap(source -> columns(source).named(name.last()));
    }
    return seen(level).stream()
        .flatMap(List::stream)
        .flatMap(source -> columns(source).named(name.last()).stream())
        .findFirst();
  }
}
