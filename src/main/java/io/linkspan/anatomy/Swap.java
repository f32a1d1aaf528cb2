package io.linkspan.anatomy;

import io.linkspan.sql.DblinkCall.ColumnDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two columns of a column definition list that somebody may swap.
 *
 * @param unseen whether both would be read without an error
 */
record Swap(ColumnDefinition first, ColumnDefinition second, boolean unseen) {
  /** The pair that tells most: one that nobody would notice, else one that stops the copy. */
  static Optional<Swap> of(List<ColumnDefinition> columns) {
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        if (base(columns.get(i)).equals(base(columns.get(j)))) {
          return Optional.of(new Swap(columns.get(i), columns.get(j), true));
        }
      }
    }
    for (ColumnDefinition strict : columns) {
      for (ColumnDefinition other : columns) {
        if (!strict.equals(other) && !state(base(strict)).isEmpty() && isText(base(other))) {
          return Optional.of(new Swap(strict, other, false));
        }
      }
    }
    return Optional.empty();
  }

  String sentence(String source, String target) {
    String a = first.name().quoted();
    String b = second.name().quoted();
    return unseen
        ? "With %s and %s swapped here, no error: both are %s, and each would arrive as the other."
            .formatted(a, b, base(first))
        : "With %s and %s swapped here, %s would read a %s as %s: \"invalid input syntax\" (%s)."
            .formatted(a, b, target, b, base(first), state(base(first)));
  }

  /** The type without modifier. */
  private static String base(ColumnDefinition column) {
    return column.type().toLowerCase(Locale.ROOT).replaceAll("\\([^)]*\\)", "").strip();
  }

  private static boolean isText(String type) {
    return type.equals("text") || type.startsWith("varchar") || type.startsWith("character");
  }

  /** The SQLSTATE of a text that the type does not take; empty where that is not known. */
  private static String state(String type) {
    return switch (type) {
      case "integer", "int", "int4", "bigint", "int8", "smallint", "int2", "numeric", "decimal" ->
          "22P02";
      case "uuid", "boolean", "bool", "real", "double precision", "json", "jsonb", "inet" ->
          "22P02";
      case "date", "timestamp", "timestamptz", "interval", "time" -> "22007";
      case "timestamp with time zone", "timestamp without time zone" -> "22007";
      default -> "";
    };
  }
}
