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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message for a pattern that no relation of a database fits. */
final class MissingRelation implements ListCommand.Missing {
  private final OpenConnections connections;

  MissingRelation(OpenConnections connections) {
    this.connections = connections;
  }

  /** Fails where a pattern was typed; a database without relations is no error. */
  @Override
  public void found(OpenConnection connection, String word, NamePattern pattern) {
    if (!pattern.isNone()) {
      throw error(connection, word, pattern);
    }
  }

  /** The error, with the nearest names and the database that has such a relation. */
  UserException error(OpenConnection asked, String word, NamePattern pattern) {
    List<String> hints = new ArrayList<>();
    if (pattern.isOneName()) {
      QualifiedName wanted =
          new QualifiedName(Optional.empty(), new Identifier(pattern.plainName()));
      UnknownTable.near(wanted, relations(asked)).ifPresent(hints::add);
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
                    .formatted(pattern.typed().replace("\"", ""), asked.name()))
            .withSqlState(SqlState.UNDEFINED_TABLE)
            .withHint(hint));
  }

  private static boolean has(OpenConnection connection, NamePattern pattern) {
    return relations(connection).stream()
        .filter(relation -> pattern.schema().isPresent() || relation.visible())
        .anyMatch(
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
