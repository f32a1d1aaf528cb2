package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.TypeName;
import java.util.Optional;

/**
 * A column of whose type only the OID and the spelling are known yet.
 *
 * @param typeSql with the column's modifier
 */
record UntypedColumn(
    Identifier name,
    int position,
    long typeOid,
    String typeSql,
    boolean notNull,
    Optional<String> defaultExpression,
    Column.Identity identity,
    Column.Generated generated,
    Optional<QualifiedName> sequence,
    Optional<QualifiedName> collation,
    Column.ColumnPrivileges privileges) {

  static UntypedColumn of(Row row) {
    return new UntypedColumn(
        new Identifier(row.text("name")),
        (int) row.number("position"),
        row.number("type_oid"),
        row.text("type_sql"),
        row.flag("not_null"),
        row.optionalText("default_expression"),
        identity(row.text("identity")),
        generated(row.text("generated")),
        qualified(row, "sequence"),
        qualified(row, "collation"),
        new Column.ColumnPrivileges(
            row.flag("may_select"), row.flag("may_insert"), row.flag("may_update")));
  }

  private static Column.Identity identity(String letter) {
    return switch (letter) {
      case "a" -> Column.Identity.ALWAYS;
      case "d" -> Column.Identity.BY_DEFAULT;
      default -> Column.Identity.NONE;
    };
  }

  private static Column.Generated generated(String letter) {
    return switch (letter) {
      case "s" -> Column.Generated.STORED;
      case "v" -> Column.Generated.VIRTUAL;
      default -> Column.Generated.NONE;
    };
  }

  private static Optional<QualifiedName> qualified(Row row, String what) {
    return row.optionalText(what + "_name")
        .map(name -> QualifiedName.of(row.text(what + "_schema"), name));
  }

  /** The column with its type, which gets the column's own modifier. */
  Column typed(ColumnType type) {
    TypeName withModifier = new TypeName(type.name().schema(), type.name().name(), typeSql);
    ColumnType own =
        new ColumnType(
            withModifier,
            type.kind(),
            type.category(),
            type.element(),
            type.base(),
            type.hasEquality(),
            type.hasOrder(),
            type.enumLabels(),
            type.attributes(),
            type.extension());
    return new Column(
        name,
        position,
        own,
        notNull,
        defaultExpression,
        identity,
        generated,
        sequence,
        collation,
        privileges);
  }
}
