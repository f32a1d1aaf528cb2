package io.linkspan.catalog;

import io.linkspan.catalog.ListQuery.Names;
import java.util.ArrayList;
import java.util.List;

/** The lists of functions, as psql's {@code \df} and {@code \da}. */
public final class RoutineLists {
  private static final Names NAMES =
      Names.of("n.nspname", "p.proname", "pg_catalog.pg_function_is_visible(p.oid)");

  private static final String TRIGGER = "cast('pg_catalog.trigger' as pg_catalog.regtype)";

  private static final String FROM =
      """
      pg_catalog.pg_proc p
        left join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        left join pg_catalog.pg_language l on l.oid = p.prolang""";

  private static final String ARGUMENT =
      """

        left join pg_catalog.pg_type %1$s on %1$s.oid = p.proargtypes[%2$d]
        left join pg_catalog.pg_namespace n%1$s on n%1$s.oid = %1$s.typnamespace""";

  private RoutineLists() {}

  /** Functions; of the kinds {@code anptw} alone where letters are given. */
  public static CatalogList functions(ListWish wish) {
    boolean more = wish.more();
    ListQuery query =
        new ListQuery()
            .column("n.nspname", "Schema")
            .column("p.proname", "Name")
            .column("pg_catalog.pg_get_function_result(p.oid)", "Result data type")
            .column("pg_catalog.pg_get_function_arguments(p.oid)", "Argument data types")
            .column(
                "case when p.prokind = 'a' then 'agg' when p.prokind = 'w' then 'window'"
                    + " when p.prokind = 'p' then 'proc' else 'func' end",
                "Type")
            .columnIf(
                more,
                ListQuery.words("p.provolatile", "i", "immutable", "s", "stable", "v", "volatile"),
                "Volatility")
            .columnIf(
                more,
                ListQuery.words("p.proparallel", "r", "restricted", "s", "safe", "u", "unsafe"),
                "Parallel")
            .columnIf(more, "pg_catalog.pg_get_userbyid(p.proowner)", "Owner")
            .columnIf(more, "case when p.prosecdef then 'definer' else 'invoker' end", "Security")
            .columnIf(more, "case when p.proleakproof then 'yes' else 'no' end", "Leakproof?")
            .columnIf(more, ListQuery.privileges("p.proacl"), "Access privileges")
            .columnIf(more, "l.lanname", "Language")
            .columnIf(
                more,
                "case when l.lanname = any (array['internal', 'c']) then p.prosrc end",
                "Internal name")
            .columnIf(more, ListQuery.description("p.oid", "pg_proc"), "Description");
    kinds(wish, query);
    query.usersOwn(wish).fitting(wish.pattern(), NAMES);
    StringBuilder from = new StringBuilder(FROM);
    for (int i = 0; i < wish.arguments().size(); i++) {
      String type = "t" + i;
      from.append(ARGUMENT.formatted(type, i));
      argument(query, type, wish.arguments().get(i));
    }
    return query.from(from.toString(), "1, 2, 4", "List of functions");
  }

  /** A dash says that there is no such argument, as in psql. */
  private static void argument(ListQuery query, String type, NamePattern pattern) {
    if (pattern.typed().equals("-")) {
      query.where(type + ".oid is null");
    } else {
      query.fitting(
          pattern,
          Names.of(
                  "n" + type + ".nspname",
                  type + ".typname",
                  "pg_catalog.pg_type_is_visible(" + type + ".oid)")
              .or("pg_catalog.format_type(" + type + ".oid, null)"));
    }
  }

  private static void kinds(ListWish wish, ListQuery query) {
    if (wish.letters().isEmpty()) {
      return;
    }
    if (wish.has('n')) {
      query
          .whereIf(!wish.has('a'), "p.prokind <> 'a'")
          .whereIf(!wish.has('p'), "p.prokind <> 'p'")
          .whereIf(!wish.has('t'), "p.prorettype <> " + TRIGGER)
          .whereIf(!wish.has('w'), "p.prokind <> 'w'");
      return;
    }
    List<String> either = new ArrayList<>();
    for (char letter : wish.letters().toCharArray()) {
      either.add(letter == 't' ? "p.prorettype = " + TRIGGER : "p.prokind = '" + letter + "'");
    }
    query.where("(" + String.join(" or ", either) + ")");
  }

  /** Aggregate functions. */
  public static CatalogList aggregates(ListWish wish) {
    return new ListQuery()
        .column("n.nspname", "Schema")
        .column("p.proname", "Name")
        .column("pg_catalog.format_type(p.prorettype, null)", "Result data type")
        .column(
            "case when p.pronargs = 0 then '*'"
                + " else pg_catalog.pg_get_function_arguments(p.oid) end",
            "Argument data types")
        .column(ListQuery.description("p.oid", "pg_proc"), "Description")
        .where("p.prokind = 'a'")
        .usersOwn(wish)
        .fitting(wish.pattern(), NAMES)
        .from(FROM, "1, 2, 4", "List of aggregate functions");
  }
}
