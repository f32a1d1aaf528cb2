package io.linkspan.catalog;

import io.linkspan.catalog.ListQuery.Names;

/** The long lists of schemas and extensions, as psql's {@code \dn+} and {@code \dx+}. */
public final class SchemaLists {
  private SchemaLists() {}

  /** Schemas. */
  public static CatalogList schemas(ListWish wish) {
    return new ListQuery()
        .column("n.nspname", "Name")
        .column("pg_catalog.pg_get_userbyid(n.nspowner)", "Owner")
        .columnIf(wish.more(), ListQuery.privileges("n.nspacl"), "Access privileges")
        .columnIf(wish.more(), ListQuery.description("n.oid", "pg_namespace"), "Description")
        .whereIf(
            wish.usersOwn(),
            "pg_catalog.left(n.nspname, 3) <> 'pg_' and n.nspname <> 'information_schema'")
        .fitting(wish.pattern(), Names.of("n.nspname"))
        .from("pg_catalog.pg_namespace n", "1", "List of schemas");
  }

  /** What installed extensions consist of. */
  public static CatalogList extensionObjects(ListWish wish) {
    return new ListQuery()
        .column("e.extname", "Extension")
        .column("pg_catalog.pg_describe_object(d.classid, d.objid, 0)", "Object description")
        .where("d.refclassid = cast('pg_catalog.pg_extension' as pg_catalog.regclass)")
        .where("d.deptype = 'e'")
        .fitting(wish.pattern(), Names.of("e.extname"))
        .from(
            "pg_catalog.pg_extension e join pg_catalog.pg_depend d on d.refobjid = e.oid",
            "1, 2",
            "Objects in extensions");
  }
}
