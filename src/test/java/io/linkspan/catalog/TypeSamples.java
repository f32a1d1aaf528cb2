package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types for tests, by their SQL spelling. */
public final class TypeSamples {
  /** Bare names of those whose SQL spelling is another, with their categories. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("bigint", "int8 N"),
          Map.entry("integer", "int4 N"),
          Map.entry("smallint", "int2 N"),
          Map.entry("numeric", "numeric N"),
          Map.entry("real", "float4 N"),
          Map.entry("double precision", "float8 N"),
          Map.entry("boolean", "bool B"),
          Map.entry("text", "text S"),
          Map.entry("character varying", "varchar S"),
          Map.entry("character", "bpchar S"),
          Map.entry("name", "name S"),
          Map.entry("date", "date D"),
          Map.entry("timestamp without time zone", "timestamp D"),
          Map.entry("timestamp with time zone", "timestamptz D"),
          Map.entry("interval", "interval T"),
          Map.entry("inet", "inet I"));

  private TypeSamples() {}

  /** A builtin type such as {@code integer}, {@code character varying(50)} or {@code text[]}. */
  public static ColumnType type(String sql) {
    if (sql.endsWith("[]")) {
      return array(type(sql.substring(0, sql.length() - 2)));
    }
    String bare = sql.replaceFirst("\\(.*\\)", "");
    String name = NAMES.getOrDefault(bare, bare + " U");
    int blank = name.indexOf(' ');
    boolean comparable = !bare.equals("json") && !bare.equals("xml");
    return new ColumnType(
        new TypeName(new Identifier("pg_catalog"), new Identifier(name.substring(0, blank)), sql),
        ColumnType.Kind.BASE,
        name.charAt(blank + 1),
        Optional.empty(),
        Optional.empty(),
        comparable,
        comparable,
        List.of(),
        Optional.empty());
  }

  /** An array of another type. */
  public static ColumnType array(ColumnType element) {
    return new ColumnType(
        new TypeName(
            element.name().schema(),
            new Identifier("_" + element.name().name().name()),
            element.name().sql() + "[]"),
        ColumnType.Kind.BASE,
        'A',
        Optional.of(element.name()),
        Optional.empty(),
        element.hasEquality(),
        element.hasOrder(),
        List.of(),
        element.extension());
  }

  /** An enum in schema {@code public}. */
  public static ColumnType enumeration(String name, String... labels) {
    return new ColumnType(
        new TypeName(
            new Identifier("public"),
            new Identifier(name),
            "public." + new Identifier(name).quoted()),
        ColumnType.Kind.ENUM,
        'E',
        Optional.empty(),
        Optional.empty(),
        true,
        true,
        List.of(labels),
        Optional.empty());
  }
}
