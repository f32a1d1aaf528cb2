package io.linkspan.pg;

/**
 * A data type with its modifier, as one server spells it.
 *
 * @param schema where the type is defined, such as {@code pg_catalog}
 * @param name the bare name in {@code pg_type}, such as {@code int4} or {@code _text}
 * @param sql the spelling for SQL text whatever the search path: {@code integer}, {@code
 *     numeric(10,2)}, {@code public.mood}, {@code text[]}
 */
public record TypeName(Identifier schema, Identifier name, String sql) {
  private static final Identifier PG_CATALOG = new Identifier("pg_catalog");

  /** A type of PostgreSQL's own without modifier whose SQL spelling is its bare name. */
  public static TypeName builtin(String name) {
    return new TypeName(PG_CATALOG, new Identifier(name), name);
  }

  /** Whether PostgreSQL itself defines the type, so that every server has it. */
  public boolean isBuiltin() {
    return schema.equals(PG_CATALOG);
  }

  /** Whether both are of one type by schema and name, whatever their modifiers. */
  public boolean sameType(TypeName other) {
    return schema.equals(other.schema) && name.equals(other.name);
  }

  @Override
  public String toString() {
    return sql;
  }
}
