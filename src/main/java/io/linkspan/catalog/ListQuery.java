package io.linkspan.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the query of a list together: columns, relations, conditions, order. */
final class ListQuery {
  private final List<String> columns = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();

  /**
   * Where a thing's names stand in the query.
   *
   * @param schema empty for things that are in no schema
   * @param other another spelling of the name that may fit as well
   * @param visible the condition that the name alone finds the thing, empty where there is no such
   */
  record Names(String schema, String name, Optional<String> other, String visible) {
    static Names of(String schema, String name, String visible) {
      return new Names(schema, name, Optional.empty(), visible);
    }

    static Names of(String name) {
      return new Names("", name, Optional.empty(), "");
    }

    Names or(String spelling) {
      return new Names(schema, name, Optional.of(spelling), visible);
    }
  }

  ListQuery column(String expression, String head) {
    columns.add(expression + " as \"" + head + "\"");
    return this;
  }

  ListQuery columnIf(boolean wanted, String expression, String head) {
    return wanted ? column(expression, head) : this;
  }

  ListQuery where(String condition) {
    conditions.add(condition);
    return this;
  }

  ListQuery whereIf(boolean wanted, String condition) {
    return wanted ? where(condition) : this;
  }

  /** Without the server's own schemas, where the wish is for the user's own things. */
  ListQuery usersOwn(ListWish wish) {
    return whereIf(
        wish.usersOwn(),
        "n.nspname <> 'pg_catalog' and pg_catalog.left(n.nspname, 8) <> 'pg_toast'"
            + " and n.nspname <> 'information_schema'");
  }

  /** Those whose names fit; without a schema in the pattern, those that the bare name finds. */
  ListQuery fitting(NamePattern pattern, Names names) {
    pattern
        .name()
        .ifPresent(
            regex -> {
              String own = fits(names.name(), regex);
              where(
                  names
                      .other()
                      .map(other -> "(" + own + " or " + fits(other, regex) + ")")
                      .orElse(own));
            });
    pattern.schema().ifPresent(regex -> where(fits(names.schema(), regex)));
    return whereIf(pattern.schema().isEmpty() && !names.visible().isEmpty(), names.visible());
  }

  private String fits(String column, String regex) {
    parameters.add(regex);
    return column
        + " operator(pg_catalog.~) cast(? as pg_catalog.text) collate pg_catalog.\"default\"";
  }

  CatalogList from(String relations, String order, String title) {
    String where = conditions.isEmpty() ? "" : "\n where " + String.join("\n   and ", conditions);
    String sql =
        "select "
            + String.join(",\n       ", columns)
            + "\n  from "
            + relations
            + where
            + "\n order by "
            + order;
    return new CatalogList(title, CatalogQuery.of(sql), parameters);
  }

  /** The rights on a thing, one grant a line, as psql 17 and later write them. */
  static String privileges(String list) {
    return ("case when pg_catalog.cardinality(%1$s) = 0 then '(none)'"
            + " else pg_catalog.array_to_string(%1$s, E'\\n') end")
        .formatted(list);
  }

  /** The words for the letters of a catalog's column. */
  static String words(String column, String... lettersAndWords) {
    StringBuilder text = new StringBuilder("case");
    for (int i = 0; i < lettersAndWords.length; i += 2) {
      text.append(" when ").append(column).append(" = '").append(lettersAndWords[i]);
      text.append("' then '").append(lettersAndWords[i + 1]).append('\'');
    }
    return text.append(" end").toString();
  }

  /** The description of a thing, by the catalog that it stands in. */
  static String description(String oid, String catalog) {
    return ("(select about.description from pg_catalog.pg_description about where about.objoid = %s"
            + " and about.objsubid = 0"
            + " and about.classoid = cast('pg_catalog.%s' as pg_catalog.regclass))")
        .formatted(oid, catalog);
  }

  /** The description of a thing that all databases of the server share. */
  static String sharedDescription(String oid, String catalog) {
    return ("(select about.description from pg_catalog.pg_shdescription about where about.objoid = %s"
            + " and about.classoid = cast('pg_catalog.%s' as pg_catalog.regclass))")
        .formatted(oid, catalog);
  }
}
