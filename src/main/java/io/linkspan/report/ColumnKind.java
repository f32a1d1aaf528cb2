package io.linkspan.report;

import io.linkspan.connection.ColumnHead;

/** What a column's type means for the way its values are written. */
enum ColumnKind {
  /** A number in JSON too. */
  NUMBER,
  /** To the right in a table, but no number in JSON: {@code money}, {@code xid}. */
  AMOUNT,
  BOOLEAN,
  JSON,
  TEXT;

  static ColumnKind of(ColumnHead head) {
    return switch (head.typeName()) {
      // The driver names a column with a sequence of its own by the serial types.
      case "int2", "int4", "int8", "float4", "float8", "numeric", "oid" -> NUMBER;
      case "smallserial", "serial", "bigserial" -> NUMBER;
      case "money", "xid", "xid8", "cid" -> AMOUNT;
      case "bool" -> BOOLEAN;
      case "json", "jsonb" -> JSON;
      default -> TEXT;
    };
  }

  boolean toTheRight() {
    return this == NUMBER || this == AMOUNT;
  }
}
