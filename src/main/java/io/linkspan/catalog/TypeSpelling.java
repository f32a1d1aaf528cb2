package io.linkspan.catalog;

/** The SQL expression that spells a type whatever the search path. */
final class TypeSpelling {
  private TypeSpelling() {}

  /**
   * A builtin type as {@code format_type} prints it, without {@code pg_catalog}; another one by its
   * schema and name with what {@code format_type} adds for the modifier, and brackets for an array.
   *
   * @param type alias of {@code pg_type}
   * @param modifier expression of type integer, -1 for none
   */
  static String of(String type, String modifier) {
    return """
        (select case
                  when own.nspname = 'pg_catalog' and pg_catalog.left(own.spelled, 11) = 'pg_catalog.'
                    then pg_catalog.substr(own.spelled, 12)
                  when own.nspname = 'pg_catalog' then own.spelled
                  else pg_catalog.concat(
                         pg_catalog.quote_ident(own.nspname), '.',
                         pg_catalog.quote_ident(own.typname),
                         pg_catalog.substr(
                           pg_catalog.format_type(own.oid, MODIFIER),
                           pg_catalog.length(pg_catalog.format_type(own.oid, -1)) + 1),
                         case when own.oid <> TYPE.oid then '[]' end)
                end
           from (select e.oid, e.typname, en.nspname,
                        pg_catalog.format_type(TYPE.oid, MODIFIER) as spelled
                   from pg_catalog.pg_type e
                   join pg_catalog.pg_namespace en on en.oid = e.typnamespace
                  where e.oid = ELEMENT) own)"""
        .replace("ELEMENT", elementOr(type, type + ".oid"))
        .replace("MODIFIER", modifier)
        .replace("TYPE", type);
  }

  /** The element's type of a true array, which {@code int2vector} is not; else the other value. */
  static String elementOr(String type, String otherwise) {
    return """
        coalesce((select element.oid from pg_catalog.pg_type element
                   where element.oid = TYPE.typelem and element.typarray = TYPE.oid), OTHERWISE)"""
        .replace("TYPE", type)
        .replace("OTHERWISE", otherwise);
  }
}
