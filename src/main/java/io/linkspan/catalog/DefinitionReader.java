package io.linkspan.catalog;

import io.linkspan.connection.Session;
import java.util.List;
import java.util.Optional;

/** Reads the SQL by which functions and views are made. */
public final class DefinitionReader {
  // The name means what it means to the user: it goes by the search path.
  private static final String FUNCTION =
      """
      select pg_catalog.pg_get_functiondef(
               cast(cast(cast(? as pg_catalog.text) as pg_catalog.%s) as pg_catalog.oid))
               as definition""";

  private static final String VIEW =
      CatalogQuery.of(
          """
          select pg_catalog.quote_ident(n.nspname) as schema,
                 pg_catalog.quote_ident(c.relname) as name, c.relkind as kind,
                 pg_catalog.array_to_string(array(
                   select o.option from pg_catalog.unnest(c.reloptions) as o (option)
                    where pg_catalog.left(o.option, 13) <> 'check_option='), ', ') as options,
                 (select pg_catalog.upper(pg_catalog.substr(o.option, 14))
                    from pg_catalog.unnest(c.reloptions) as o (option)
                   where pg_catalog.left(o.option, 13) = 'check_option=') as checked,
                 case when c.relkind = any (array['v', 'm'])
                   then pg_catalog.pg_get_viewdef(c.oid, true) end as query
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
           where c.oid = cast(cast(? as pg_catalog.text) as pg_catalog.regclass)""");

  private static final String IS_VIEW =
      CatalogQuery.of(
          """
          select c.oid from pg_catalog.pg_class c
           where c.oid = pg_catalog.to_regclass(cast(? as pg_catalog.text))
             and c.relkind = any (array['v', 'm'])""");

  private DefinitionReader() {}

  /**
   * The statement that makes a function.
   *
   * @param typed its name as in SQL, with the types of its arguments in brackets where several have
   *     that name
   */
  public static String ofFunction(Session session, String typed) {
    String kind = typed.contains("(") ? "regprocedure" : "regproc";
    return session
        .queryOne(FUNCTION.formatted(kind), row -> row.text("definition"), typed)
        .stripTrailing();
  }

  /** Whether the name is one of a view. */
  public static boolean isView(Session session, String typed) {
    return !typed.contains("(") && !session.query(IS_VIEW, row -> 1, typed).isEmpty();
  }

  /** The statement that makes a view; empty where the name is another relation's. */
  public static Optional<String> ofView(Session session, String typed) {
    List<Optional<String>> found =
        session.query(
            VIEW,
            row ->
                row.optionalText("query")
                    .map(
                        query ->
                            head(row.text("kind"), row.text("schema") + "." + row.text("name"))
                                + row.optionalText("options")
                                    .filter(options -> !options.isEmpty())
                                    .map(options -> "\n WITH (" + options + ")")
                                    .orElse("")
                                + " AS\n"
                                + query.stripTrailing().replaceFirst(";$", "")
                                + row.optionalText("checked")
                                    .map(how -> "\n WITH " + how + " CHECK OPTION")
                                    .orElse("")),
            typed);
    return found.get(0);
  }

  private static String head(String kind, String name) {
    return kind.equals("m") ? "CREATE MATERIALIZED VIEW " + name : "CREATE OR REPLACE VIEW " + name;
  }
}
