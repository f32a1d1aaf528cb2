package io.linkspan.command;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RelationReader;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The message for a table that a database does not have. */
final class UnknownTable {
  /** In which part of a command the table was named. */
  enum Place {
    SOURCE,
    TARGET,
    CONNECTION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final OpenConnections connections;

  UnknownTable(OpenConnections connections) {
    this.connections = connections;
  }

  /** The error, with the nearest names, and the other database where it has that very name. */
  UserException error(QualifiedName name, Catalog catalog, Place place) {
    List<String> hints = new ArrayList<>();
    near(name, catalog.relations()).ifPresent(hints::add);
    elsewhere(name, catalog.connection())
        .ifPresent(other -> hints.add(hint(other, name.quoted(), place)));
    return error(name, catalog, place, hints);
  }

  /** The same with the nearest names alone, where both ends were given that name. */
  static UserException ofBothEnds(QualifiedName name, Catalog catalog, Place place) {
    return error(name, catalog, place, near(name, catalog.relations()).stream().toList());
  }

  private static UserException error(
      QualifiedName name, Catalog catalog, Place place, List<String> hints) {
    String wanted = name.schema().isEmpty() ? name.name().name() : name.quoted();
    String hint =
        hints.isEmpty()
            ? "See what there is: tables " + catalog.connection() + ":*"
            : String.join(" ", hints);
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(
                "relation \"%s\" does not exist on %s \"%s\""
                    .formatted(wanted, place, catalog.connection()))
            .withSqlState(SqlState.UNDEFINED_TABLE)
            .withHint(hint));
  }

  /**
   * The hint with the nearest of those relations. A bare name may be one of a schema that the
   * search path leaves out.
   */
  static Optional<String> near(QualifiedName wanted, List<RelationName> relations) {
    boolean bare = wanted.schema().isEmpty();
    List<RelationName> near =
        bare
            ? NearestName.several(wanted.name().name(), relations, r -> r.name().name().name())
            : NearestName.several(plain(wanted), relations, r -> plain(r.name()));
    return NearestName.perhaps(
            near.stream()
                .map(relation -> bare ? typed(relation) : relation.name().quoted())
                .map(NearestName::inQuotes)
                .toList())
        .map(hint -> hint + quotes(wanted, near.get(0)));
  }

  /** What to type for a relation. */
  private static String typed(RelationName relation) {
    return relation.visible() ? relation.name().name().quoted() : relation.name().quoted();
  }

  private static String plain(QualifiedName name) {
    return name.schema().map(schema -> schema.name() + ".").orElse("") + name.name().name();
  }

  private static String quotes(QualifiedName wanted, RelationName near) {
    boolean missed = wanted.name().isPlain() && !near.name().name().isPlain();
    return missed ? " Type it with its quotes." : "";
  }

  /** The other open connection whose database has a relation of that name. */
  private Optional<String> elsewhere(QualifiedName name, String missing) {
    return connections.all().stream()
        .filter(connection -> !connection.name().equals(missing))
        .filter(connection -> has(connection, name))
        .map(OpenConnection::name)
        .findFirst();
  }

  /** A database that cannot be asked now is none that could help. */
  private static boolean has(OpenConnection connection, QualifiedName name) {
    try {
      return !connection.isLost()
          && connection.session().transactionStatus() != TransactionStatus.FAILED
          && RelationReader.read(connection.session()).stream()
              .anyMatch(r -> r.name().name().equals(name.name()) && inSchema(r, name));
    } catch (UserException e) {
      return false;
    }
  }

  private static boolean inSchema(RelationName relation, QualifiedName name) {
    return name.schema().isEmpty()
        ? relation.visible()
        : relation.name().schema().equals(name.schema());
  }

  private static String hint(String other, String name, Place place) {
    return switch (place) {
      case SOURCE ->
          "\"%s\" has it, and data moves along the arrow: plan copy … -> %s:%s"
              .formatted(other, other, name);
      case TARGET ->
          "\"%s\" has it, and data moves along the arrow: plan copy %s:%s -> …"
              .formatted(other, other, name);
      case CONNECTION -> "\"%s\" has it: %s:%s".formatted(other, other, name);
    };
  }
}
