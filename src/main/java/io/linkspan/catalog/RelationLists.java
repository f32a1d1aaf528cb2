package io.linkspan.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lists of tables, views, indexes and other relations, as psql's {@code \dt} and its kin. */
public final class RelationLists {
  /** The letters of those that {@code \d} alone lists. */
  public static final String ALL = "tvmsE";

  static final String KIND =
      ListQuery.words(
          "c.relkind",
          "r",
          "table",
          "v",
          "view",
          "m",
          "materialized view",
          "i",
          "index",
          "S",
          "sequence",
          "t",
          "TOAST table",
          "f",
          "foreign table",
          "p",
          "partitioned table",
          "I",
          "partitioned index",
          "c",
          "composite type");

  static final String PERSISTENCE =
      ListQuery.words("c.relpersistence", "p", "permanent", "t", "temporary", "u", "unlogged");

  static final ListQuery.Names NAMES =
      ListQuery.Names.of("n.nspname", "c.relname", "pg_catalog.pg_table_is_visible(c.oid)");

  private static final String FROM =
      """
      pg_catalog.pg_class c
        left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join pg_catalog.pg_am am on am.oid = c.relam
        left join pg_catalog.pg_index i on i.indexrelid = c.oid
        left join pg_catalog.pg_class c2 on c2.oid = i.indrelid""";

  private RelationLists() {}

  /** Relations of the kinds {@code tvmsiE}. */
  public static CatalogList relations(ListWish wish) {
    boolean stored = wish.has('t') || wish.has('m') || wish.has('i');
    return new ListQuery()
        .column("n.nspname", "Schema")
        .column("c.relname", "Name")
        .column(KIND, "Type")
        .column("pg_catalog.pg_get_userbyid(c.relowner)", "Owner")
        .columnIf(wish.has('i'), "c2.relname", "Table")
        .columnIf(wish.more(), PERSISTENCE, "Persistence")
        .columnIf(wish.more() && stored, "am.amname", "Access method")
        .columnIf(wish.more(), "pg_catalog.pg_size_pretty(pg_catalog.pg_table_size(c.oid))", "Size")
        .columnIf(wish.more(), ListQuery.description("c.oid", "pg_class"), "Description")
        .where("c.relkind = any (array[" + letters(wish) + "])")
        .usersOwn(wish)
        .fitting(wish.pattern(), NAMES)
        .from(FROM, "1, 2", title(wish.letters()));
  }

  private static String letters(ListWish wish) {
    List<String> kinds = new ArrayList<>();
    for (char letter : wish.letters().toCharArray()) {
      kinds.addAll(
          switch (letter) {
            case 't' -> wish.usersOwn() ? List.of("r", "p") : List.of("r", "p", "t");
            case 'v' -> List.of("v");
            case 'm' -> List.of("m");
            case 'i' -> List.of("i", "I");
            case 's' -> List.of("S");
            case 'E' -> List.of("f");
            default -> throw new IllegalArgumentException("no kind of relation: " + letter);
          });
    }
    return kinds.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
  }

  private static String title(String letters) {
    return "List of " + plural(letters);
  }

  /** What relations of those kinds are called together. */
  public static String plural(String letters) {
    return switch (letters) {
      case "t" -> "tables";
      case "v" -> "views";
      case "m" -> "materialized views";
      case "i" -> "indexes";
      case "s" -> "sequences";
      case "E" -> "foreign tables";
      default -> "relations";
    };
  }
}
