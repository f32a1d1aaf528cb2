package io.linkspan.catalog;

import io.linkspan.catalog.ListQuery.Names;

/** The lists of what a whole server has: databases, roles, tablespaces. */
public final class ServerLists {
  private static final String ATTRIBUTES =
      """
      pg_catalog.concat_ws(E'\\n',
               (select pg_catalog.string_agg(a.word, ', ' order by a.place)
                  from pg_catalog.unnest(array[
                    case when r.rolsuper then 'Superuser' end,
                    case when not r.rolinherit then 'No inheritance' end,
                    case when r.rolcreaterole then 'Create role' end,
                    case when r.rolcreatedb then 'Create DB' end,
                    case when not r.rolcanlogin then 'Cannot login' end,
                    case when r.rolreplication then 'Replication' end,
                    case when r.rolbypassrls then 'Bypass RLS' end])
                  with ordinality as a (word, place)),
               case when r.rolconnlimit = 0 then 'No connections'
                    when r.rolconnlimit = 1 then '1 connection'
                    when r.rolconnlimit > 1
                      then pg_catalog.concat(r.rolconnlimit, ' connections') end,
               case when r.rolvaliduntil is not null
                      then pg_catalog.concat('Password valid until ', r.rolvaliduntil) end)""";

  private ServerLists() {}

  /** Databases, as psql's {@code \l}. */
  public static CatalogList databases(ListWish wish) {
    boolean more = wish.more();
    boolean providers = wish.version().atLeast(15);
    String locale = wish.version().atLeast(17) ? "d.datlocale" : "d.daticulocale";
    return new ListQuery()
        .column("d.datname", "Name")
        .column("pg_catalog.pg_get_userbyid(d.datdba)", "Owner")
        .column("pg_catalog.pg_encoding_to_char(d.encoding)", "Encoding")
        .columnIf(
            providers,
            ListQuery.words("d.datlocprovider", "b", "builtin", "c", "libc", "i", "icu"),
            "Locale Provider")
        .column("d.datcollate", "Collate")
        .column("d.datctype", "Ctype")
        .columnIf(providers, locale, "Locale")
        .columnIf(wish.version().atLeast(16), "d.daticurules", "ICU Rules")
        .column(ListQuery.privileges("d.datacl"), "Access privileges")
        .columnIf(
            more,
            "case when pg_catalog.has_database_privilege(d.datname, 'connect')"
                + " then pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(d.datname))"
                + " else 'No Access' end",
            "Size")
        .columnIf(more, "t.spcname", "Tablespace")
        .columnIf(more, ListQuery.sharedDescription("d.oid", "pg_database"), "Description")
        .fitting(wish.pattern(), Names.of("d.datname"))
        .from(
            "pg_catalog.pg_database d"
                + " join pg_catalog.pg_tablespace t on t.oid = d.dattablespace",
            "1",
            "List of databases");
  }

  /** Tablespaces, as psql's {@code \db}. */
  public static CatalogList tablespaces(ListWish wish) {
    boolean more = wish.more();
    return new ListQuery()
        .column("t.spcname", "Name")
        .column("pg_catalog.pg_get_userbyid(t.spcowner)", "Owner")
        .column("pg_catalog.pg_tablespace_location(t.oid)", "Location")
        .columnIf(more, ListQuery.privileges("t.spcacl"), "Access privileges")
        .columnIf(more, "t.spcoptions", "Options")
        .columnIf(
            more,
            "case when pg_catalog.has_tablespace_privilege(t.oid, 'create')"
                + " then pg_catalog.pg_size_pretty(pg_catalog.pg_tablespace_size(t.oid))"
                + " else 'No Access' end",
            "Size")
        .columnIf(more, ListQuery.sharedDescription("t.oid", "pg_tablespace"), "Description")
        .fitting(wish.pattern(), Names.of("t.spcname"))
        .from("pg_catalog.pg_tablespace t", "1", "List of tablespaces");
  }

  /** Roles, as psql's {@code \du}. */
  public static CatalogList roles(ListWish wish) {
    return new ListQuery()
        .column("r.rolname", "Role name")
        .column(ATTRIBUTES, "Attributes")
        .column(
            "pg_catalog.array_to_string(array(select b.rolname from pg_catalog.pg_auth_members m"
                + " join pg_catalog.pg_roles b on b.oid = m.roleid"
                + " where m.member = r.oid group by b.rolname order by b.rolname), ', ')",
            "Member of")
        .columnIf(wish.more(), ListQuery.sharedDescription("r.oid", "pg_authid"), "Description")
        .whereIf(wish.usersOwn(), "pg_catalog.left(r.rolname, 3) <> 'pg_'")
        .fitting(wish.pattern(), Names.of("r.rolname"))
        .from("pg_catalog.pg_roles r", "1", "List of roles");
  }
}
