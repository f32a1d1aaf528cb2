package io.linkspan.catalog;

import io.linkspan.catalog.ListQuery.Names;

/**
 * The lists of foreign servers, mappings, wrappers and tables, as psql's {@code \des \deu \dew
 * \det}. What an option may hold for nobody's eyes is shown as stars, whoever asks.
 */
public final class ForeignLists {
  /** Names of options whose values are secrets. */
  private static final String SECRET = "pass|pwd|secret|token|credential|_key$";

  /** The only options of a mapping that are known to be none; any other may hold a secret. */
  private static final String HARMLESS = "^(user|username|user_name)$";

  private ForeignLists() {}

  /** Foreign servers. */
  public static CatalogList servers(ListWish wish) {
    boolean more = wish.more();
    return new ListQuery()
        .column("s.srvname", "Name")
        .column("pg_catalog.pg_get_userbyid(s.srvowner)", "Owner")
        .column("f.fdwname", "Foreign-data wrapper")
        .columnIf(more, ListQuery.privileges("s.srvacl"), "Access privileges")
        .columnIf(more, "s.srvtype", "Type")
        .columnIf(more, "s.srvversion", "Version")
        .columnIf(more, options("s.srvoptions"), "FDW options")
        .columnIf(more, ListQuery.description("s.oid", "pg_foreign_server"), "Description")
        .fitting(wish.pattern(), Names.of("s.srvname"))
        .from(
            "pg_catalog.pg_foreign_server s"
                + " join pg_catalog.pg_foreign_data_wrapper f on f.oid = s.srvfdw",
            "1",
            "List of foreign servers");
  }

  /** User mappings; the pattern is for the server's name. */
  public static CatalogList mappings(ListWish wish) {
    return new ListQuery()
        .column("um.srvname", "Server")
        .column("um.usename", "User name")
        .columnIf(wish.more(), mappingOptions(), "FDW options")
        .fitting(wish.pattern(), Names.of("um.srvname"))
        .from("pg_catalog.pg_user_mappings um", "1, 2", "List of user mappings");
  }

  /** Foreign-data wrappers. */
  public static CatalogList wrappers(ListWish wish) {
    boolean more = wish.more();
    return new ListQuery()
        .column("fdw.fdwname", "Name")
        .column("pg_catalog.pg_get_userbyid(fdw.fdwowner)", "Owner")
        .column("cast(fdw.fdwhandler as pg_catalog.regproc)", "Handler")
        .column("cast(fdw.fdwvalidator as pg_catalog.regproc)", "Validator")
        .columnIf(more, ListQuery.privileges("fdw.fdwacl"), "Access privileges")
        .columnIf(more, options("fdw.fdwoptions"), "FDW options")
        .columnIf(more, ListQuery.description("fdw.oid", "pg_foreign_data_wrapper"), "Description")
        .fitting(wish.pattern(), Names.of("fdw.fdwname"))
        .from("pg_catalog.pg_foreign_data_wrapper fdw", "1", "List of foreign-data wrappers");
  }

  /** Foreign tables. */
  public static CatalogList tables(ListWish wish) {
    boolean more = wish.more();
    return new ListQuery()
        .column("n.nspname", "Schema")
        .column("c.relname", "Table")
        .column("s.srvname", "Server")
        .columnIf(more, options("ft.ftoptions"), "FDW options")
        .columnIf(more, ListQuery.description("c.oid", "pg_class"), "Description")
        .fitting(wish.pattern(), RelationLists.NAMES)
        .from(
            """
            pg_catalog.pg_foreign_table ft
              join pg_catalog.pg_class c on c.oid = ft.ftrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_foreign_server s on s.oid = ft.ftserver""",
            "1, 2",
            "List of foreign tables");
  }

  private static String options(String column) {
    return shown(column, "o.option_name operator(pg_catalog.~*) '" + SECRET + "'");
  }

  private static String mappingOptions() {
    return shown("um.umoptions", "o.option_name operator(pg_catalog.!~) '" + HARMLESS + "'");
  }

  private static String shown(String column, String secret) {
    return """
    case when %1$s is null then '' else pg_catalog.concat('(',
             (select pg_catalog.string_agg(pg_catalog.concat(
                       pg_catalog.quote_ident(o.option_name), ' ',
                       case when %2$s then '***'
                            else pg_catalog.quote_literal(o.option_value) end), ', ')
                from pg_catalog.pg_options_to_table(%1$s) o), ')') end"""
        .formatted(column, secret);
  }
}
