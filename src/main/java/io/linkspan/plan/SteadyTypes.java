package io.linkspan.plan;

import io.linkspan.catalog.ColumnType;
import io.linkspan.pg.TypeName;
import java.util.Set;

/**
 * Types whose values every server from 13 on writes as the same text, so that two servers may each
 * hash their own.
 */
final class SteadyTypes {
  /** Their text depends on no setting. */
  private static final Set<String> WITHOUT_SETTINGS =
      Set.of(
          "bool",
          "int2",
          "int4",
          "int8",
          "numeric",
          "text",
          "varchar",
          "bpchar",
          "name",
          "char",
          "uuid",
          "json",
          "jsonb",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "bit",
          "varbit",
          "oid",
          "int4range",
          "int8range",
          "numrange");

  /** Their text depends on settings that a comparison sets alike on both servers. */
  private static final Set<String> WITH_SETTINGS =
      Set.of(
          "float4",
          "float8",
          "date",
          "time",
          "timetz",
          "timestamp",
          "interval",
          "bytea",
          "daterange",
          "tsrange");

  private SteadyTypes() {}

  /** Whether the text is the same whatever the two sessions are set to. */
  static boolean withoutSettings(ColumnType type) {
    return type.kind() == ColumnType.Kind.ENUM || is(type, WITHOUT_SETTINGS);
  }

  /**
   * Whether the text is the same in sessions of equal DateStyle, IntervalStyle, extra_float_digits
   * and bytea_output; a moment counts, for it can be written in UTC.
   */
  static boolean withSettings(ColumnType type) {
    return withoutSettings(type) || is(type, WITH_SETTINGS) || isMoment(type);
  }

  /** Whether it is a timestamp with time zone. */
  static boolean isMoment(ColumnType type) {
    return type.name().isBuiltin() && type.name().name().name().equals("timestamptz");
  }

  private static boolean is(ColumnType type, Set<String> names) {
    TypeName written = type.element().orElse(type.name());
    return type.name().isBuiltin() && written.isBuiltin() && names.contains(written.name().name());
  }
}
