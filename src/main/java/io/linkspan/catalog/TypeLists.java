package io.linkspan.catalog;

import io.linkspan.catalog.ListQuery.Names;

/** The lists of data types and domains, as psql's {@code \dT} and {@code \dD}. */
public final class TypeLists {
  private static final Names NAMES =
      Names.of("n.nspname", "t.typname", "pg_catalog.pg_type_is_visible(t.oid)");

  private static final String FROM =
      """
      pg_catalog.pg_type t
        left join pg_catalog.pg_namespace n on n.oid = t.typnamespace""";

  private TypeLists() {}

  /** Data types, without the row types of tables and without array types. */
  public static CatalogList types(ListWish wish) {
    boolean more = wish.more();
    NamePattern pattern =
        NamePattern.ofType(wish.pattern().typed(), NamePattern.Level.DATABASE_SCHEMA_AND_NAME);
    return new ListQuery()
        .column("n.nspname", "Schema")
        .column("pg_catalog.format_type(t.oid, null)", "Name")
        .columnIf(more, "t.typname", "Internal name")
        .columnIf(
            more,
            "case when t.typrelid <> 0 then 'tuple' when t.typlen < 0 then 'var'"
                + " else cast(t.typlen as pg_catalog.text) end",
            "Size")
        .columnIf(
            more,
            "pg_catalog.array_to_string(array(select e.enumlabel from pg_catalog.pg_enum e"
                + " where e.enumtypid = t.oid order by e.enumsortorder), E'\\n')",
            "Elements")
        .columnIf(more, "pg_catalog.pg_get_userbyid(t.typowner)", "Owner")
        .columnIf(more, ListQuery.privileges("t.typacl"), "Access privileges")
        .column(ListQuery.description("t.oid", "pg_type"), "Description")
        .where(
            "(t.typrelid = 0 or exists (select from pg_catalog.pg_class c"
                + " where c.oid = t.typrelid and c.relkind = 'c'))")
        .whereIf(
            !wish.pattern().typed().endsWith("[]"),
            "not exists (select from pg_catalog.pg_type el"
                + " where el.oid = t.typelem and el.typarray = t.oid)")
        .usersOwn(wish)
        .fitting(pattern, NAMES.or("pg_catalog.format_type(t.oid, null)"))
        .from(FROM, "1, 2", "List of data types");
  }

  /** Domains. */
  public static CatalogList domains(ListWish wish) {
    return new ListQuery()
        .column("n.nspname", "Schema")
        .column("t.typname", "Name")
        .column("pg_catalog.format_type(t.typbasetype, t.typtypmod)", "Type")
        .column(
            "(select c.collname from pg_catalog.pg_collation c, pg_catalog.pg_type bt"
                + " where c.oid = t.typcollation and bt.oid = t.typbasetype"
                + " and t.typcollation <> bt.typcollation)",
            "Collation")
        .column("case when t.typnotnull then 'not null' end", "Nullable")
        .column("t.typdefault", "Default")
        .column(
            "pg_catalog.array_to_string(array(select pg_catalog.pg_get_constraintdef(r.oid, true)"
                + " from pg_catalog.pg_constraint r"
                + " where r.contypid = t.oid and r.contype = 'c' order by r.conname), ' ')",
            "Check")
        .columnIf(wish.more(), ListQuery.privileges("t.typacl"), "Access privileges")
        .columnIf(wish.more(), ListQuery.description("t.oid", "pg_type"), "Description")
        .where("t.typtype = 'd'")
        .usersOwn(wish)
        .fitting(wish.pattern(), NAMES)
        .from(FROM, "1, 2", "List of domains");
  }
}
