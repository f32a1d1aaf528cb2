package io.linkspan.command;

import io.linkspan.catalog.Catalog;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.List;

/** The message for a table that a database does not have. */
final class UnknownTable {
  private UnknownTable() {}

  /**
   * The error.
   *
   * @param side {@code source}, {@code target} or {@code connection}
   */
  static UserException error(QualifiedName name, Catalog catalog, String side) {
    List<String> known =
        catalog.relations().stream()
            .map(
                relation ->
                    relation.visible() && name.schema().isEmpty()
                        ? relation.name().name().name()
                        : relation.name().quoted())
            .toList();
    String wanted = name.schema().isEmpty() ? name.name().name() : name.quoted();
    String hint =
        NearestName.of(wanted, known)
            .map(near -> "Perhaps you mean \"" + near + "\".")
            .orElse("See what there is: tables " + catalog.connection() + ":*");
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(
                "relation \"%s\" does not exist on %s \"%s\""
                    .formatted(wanted, side, catalog.connection()))
            .withSqlState(SqlState.UNDEFINED_TABLE)
            .withHint(hint));
  }
}
