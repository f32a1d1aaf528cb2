package io.linkspan.completion;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One query of a statement, without those inside it. Filled while the text is read. */
final class Level {
  /** What kind of query it is. */
  enum Verb {
    SELECT,
    VALUES,
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    /** An expression that is not part of a statement. */
    EXPRESSION,
    /** Any other statement, and the brackets around queries. */
    OTHER
  }

  /** A query that WITH names. */
  static final class Definition {
    final Identifier name;
    final List<Identifier> columns;
    Optional<Level> body = Optional.empty();

    Definition(Identifier name, List<Identifier> columns) {
      this.name = name;
      this.columns = List.copyOf(columns);
    }
  }

  final Optional<Level> parent;
  final Optional<Level> visible;
  final Verb verb;
  final List<Source> sources = new ArrayList<>();
  final List<Definition> definitions = new ArrayList<>();
  final List<Output> outputs = new ArrayList<>();
  final Set<Clause> clauses = new HashSet<>();

  /** Whether other queries are united with it, so that its ORDER BY speaks of all of them. */
  boolean united;

  /** Whether its rows are inserted by the statement around it. */
  boolean inserted;

  /** The column that SET gives a value to, while its value is read. */
  List<Identifier> assigned = List.of();

  /** The table that the statement writes. */
  Optional<Source> target = Optional.empty();

  private Level(Optional<Level> parent, Optional<Level> visible, Verb verb) {
    this.parent = parent;
    this.visible = visible;
    this.verb = verb;
  }

  static Level outermost(Verb verb) {
    return new Level(Optional.empty(), Optional.empty(), verb);
  }

  /** A query within this one that sees its sources. */
  Level inside(Verb verb) {
    return new Level(Optional.of(this), Optional.of(this), verb);
  }

  /** A query within this one that does not see its sources, but what this one sees around it. */
  Level beside(Verb verb) {
    return new Level(Optional.of(this), visible, verb);
  }

  /** The query that WITH gave this name, here or around. */
  Optional<Definition> definition(Identifier wanted) {
    Optional<Level> level = Optional.of(this);
    while (level.isPresent()) {
      for (Definition definition : level.get().definitions) {
        if (definition.name.equals(wanted)) {
          return Optional.of(definition);
        }
      }
      level = level.get().parent;
    }
    return Optional.empty();
  }
}
