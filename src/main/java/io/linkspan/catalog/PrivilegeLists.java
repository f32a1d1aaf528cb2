package io.linkspan.catalog;

/** The list of who may do what with tables, as psql's {@code \dp}. */
public final class PrivilegeLists {
  private static final String COLUMNS =
      """
      pg_catalog.array_to_string(array(
               select pg_catalog.concat(a.attname, E':\\n  ',
                        pg_catalog.array_to_string(a.attacl, E'\\n  '))
                 from pg_catalog.pg_attribute a
                where a.attrelid = c.oid and not a.attisdropped and a.attacl is not null
                order by a.attnum), E'\\n')""";

  private static final String POLICIES =
      """
      pg_catalog.array_to_string(array(
               select pg_catalog.concat(p.polname,
                        case when not p.polpermissive then ' (RESTRICTIVE)' end,
                        case when p.polcmd <> '*' then pg_catalog.concat(' (', p.polcmd, ')') end,
                        ':',
                        case when p.polqual is not null then pg_catalog.concat(
                          E'\\n  (u): ', pg_catalog.pg_get_expr(p.polqual, p.polrelid)) end,
                        case when p.polwithcheck is not null then pg_catalog.concat(
                          E'\\n  (c): ', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) end,
                        case when not (cast(0 as pg_catalog.oid) = any (p.polroles))
                          then pg_catalog.concat(E'\\n  to: ', pg_catalog.array_to_string(array(
                            select r.rolname from pg_catalog.pg_roles r
                             where r.oid = any (p.polroles) order by r.rolname), ', ')) end)
                 from pg_catalog.pg_policy p
                where p.polrelid = c.oid order by p.polname), E'\\n')""";

  private PrivilegeLists() {}

  /** The rights on tables, views and sequences, on their columns, and the policies. */
  public static CatalogList privileges(ListWish wish) {
    return new ListQuery()
        .column("n.nspname", "Schema")
        .column("c.relname", "Name")
        .column(RelationLists.KIND, "Type")
        .column(ListQuery.privileges("c.relacl"), "Access privileges")
        .column(COLUMNS, "Column privileges")
        .column(POLICIES, "Policies")
        .where("c.relkind = any (array['r', 'v', 'm', 'S', 'f', 'p'])")
        .whereIf(
            wish.usersOwn(),
            "pg_catalog.left(n.nspname, 3) <> 'pg_' and n.nspname <> 'information_schema'")
        .fitting(wish.pattern(), RelationLists.NAMES)
        .from(
            "pg_catalog.pg_class c"
                + " left join pg_catalog.pg_namespace n on n.oid = c.relnamespace",
            "1, 2",
            "Access privileges");
  }
}
