package io.linkspan.command;

import io.linkspan.catalog.NamePattern;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RelationReader;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.report.KindName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The message for a pattern that no relation of a database fits. */
final class MissingRelation implements ListCommand.Missing {
  private final OpenConnections connections;

  MissingRelation(OpenConnections connections) {
    this.connections = connections;
  }

  /** Fails where a pattern was typed; a database without relations is no error. */
  @Override
  public void found(List<OpenConnection> asked, String word, NamePattern pattern) {
    if (!pattern.isNone()) {
      throw error(asked.get(0), word, pattern);
    }
  }

  /** The error, with the nearest names and the database that has such a relation. */
  UserException error(OpenConnection asked, String word, NamePattern pattern) {
    List<String> hints = new ArrayList<>();
    if (pattern.isOneName()) {
      near(asked, pattern).ifPresent(hints::add);
    }
    connections.all().stream()
        .filter(other -> !other.name().equals(asked.name()))
        .filter(other -> has(other, pattern))
        .map(OpenConnection::name)
        .findFirst()
        .ifPresent(
            other ->
                hints.add(
                    "\"%s\" has it: %s %s:%s".formatted(other, word, other, pattern.typed())));
    String hint =
        hints.isEmpty()
            ? "See what there is: tables " + asked.name() + ":*"
            : String.join(" ", hints);
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(
                "did not find any relation named \"%s\" on \"%s\""
                    .formatted(pattern.shown(), asked.name()))
            .withSqlState(SqlState.UNDEFINED_TABLE)
            .withHint(hint));
  }

  /** A relation of that very name is of a kind that was not asked for. */
  private static Optional<String> near(OpenConnection asked, NamePattern pattern) {
    List<RelationName> relations = relations(asked);
    Identifier wanted = new Identifier(pattern.plainName());
    return fitting(relations, pattern)
        .findFirst()
        .map(
            relation ->
                "It is a %s: describe %s"
                    .formatted(KindName.of(relation.kind()), relation.name().name().quoted()))
        .or(() -> UnknownTable.near(new QualifiedName(Optional.empty(), wanted), relations));
  }

  private static boolean has(OpenConnection connection, NamePattern pattern) {
    return fitting(relations(connection), pattern).findAny().isPresent();
  }

  private static Stream<RelationName> fitting(List<RelationName> relations, NamePattern pattern) {
    return relations.stream()
        .filter(relation -> pattern.schema().isPresent() || relation.visible())
        .filter(
            relation ->
                pattern.fits(
                    relation.name().schema().map(Identifier::name).orElse(""),
                    relation.name().name().name()));
  }

  /** A database that cannot be asked now is none that could help. */
  private static List<RelationName> relations(OpenConnection connection) {
    try {
      return connection.isLost()
              || connection.session().transactionStatus() == TransactionStatus.FAILED
          ? List.of()
          : RelationReader.read(connection.session());
    } catch (UserException e) {
      return List.of();
    }
  }
}
