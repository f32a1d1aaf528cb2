package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.TypeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads types, and works out which of their values can be compared and sorted. */
public final class TypeReader {
  // A type counts as having an operator class where typcache.c would find one: for itself, or for
  // a type that it is binary coercible to (pg_cast, castmethod b and castcontext i). The vectors of
  // the system catalogs are arrays in this alone.
  private static final String OPERATOR_CLASS =
      """
      (t.typtype = any (array['e', 'r', 'm'])
       or (t.typelem <> 0 and t.typlen = -1)
       or exists (select from pg_catalog.pg_opclass o
                    join pg_catalog.pg_am m on m.oid = o.opcmethod
                   where t.typtype <> 'p'
                     and m.amname = any (METHODS)
                     and o.opcdefault
                     and (o.opcintype = t.oid
                          or exists (select from pg_catalog.pg_cast k
                                      where k.castsource = t.oid and k.casttarget = o.opcintype
                                        and k.castmethod = 'b' and k.castcontext = 'i'))))""";

  // The planner takes a recursion for thousands of rows, and an array of unknown length for ten: so
  // asked, it does not spend a second on compiling the query (JIT).
  private static final String QUERY =
      CatalogQuery.of(
          """
          with recursive reached (oid) as (
            select wanted.oid from pg_catalog.unnest(cast(? as pg_catalog.oid[])) as wanted (oid)
            union
            select part.oid
              from reached r
              join pg_catalog.pg_type t on t.oid = r.oid
             cross join lateral pg_catalog.unnest(PARTS) as part (oid)
          )
          select t.oid, n.nspname as schema, t.typname as name, SPELLED as sql,
                 t.typtype as kind, t.typcategory as category,
                 ELEMENT as element, t.typbasetype as base,
                 case when t.typtype = 'd' then
                   (select BASE_SPELLED from pg_catalog.pg_type b where b.oid = t.typbasetype)
                 end as base_sql,
                 PARTS as parts, COMPARABLE as has_equality, SORTABLE as has_order,
                 array(select l.enumlabel from pg_catalog.pg_enum l
                        where l.enumtypid = t.oid order by l.enumsortorder) as labels,
                 ATTRIBUTES(a.attname) as attribute_names,
                 ATTRIBUTES(ATTRIBUTE_SPELLED) as attribute_types,
                 (select e.extname from pg_catalog.pg_depend d
                    join pg_catalog.pg_extension e on e.oid = d.refobjid
                   where d.classid = cast('pg_catalog.pg_type' as pg_catalog.regclass)
                     and d.refclassid = cast('pg_catalog.pg_extension' as pg_catalog.regclass)
                     and d.objid = ELEMENT_OR_SELF and d.deptype = 'e') as extension
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
           where t.oid = any (array(select r.oid from reached r))"""
              .replace("BASE_SPELLED", TypeSpelling.of("b", "t.typtypmod"))
              .replace("ATTRIBUTES(a.attname)", attributes("a.attname"))
              .replace(
                  "ATTRIBUTES(ATTRIBUTE_SPELLED)",
                  attributes(TypeSpelling.of("typed", "a.atttypmod")))
              .replace("SPELLED", TypeSpelling.of("t", "-1"))
              .replace("ELEMENT_OR_SELF", TypeSpelling.elementOr("t", "t.oid"))
              .replace("ELEMENT", TypeSpelling.elementOr("t", "0"))
              .replace("COMPARABLE", OPERATOR_CLASS.replace("METHODS", "array['btree', 'hash']"))
              .replace("SORTABLE", OPERATOR_CLASS.replace("METHODS", "array['btree']"))
              .replace("PARTS", parts()));

  private final Map<Long, TypeRow> rows = new HashMap<>();

  private TypeReader() {}

  /** An array of one thing of each attribute of a composite type, in their order. */
  private static String attributes(String what) {
    return """
        array(select WHAT
                from pg_catalog.pg_attribute a
                join pg_catalog.pg_type typed on typed.oid = a.atttypid
               where t.typtype = 'c' and a.attrelid = t.typrelid
                 and a.attnum > 0 and not a.attisdropped
               order by a.attnum)"""
        .replace("WHAT", what);
  }

  /** The types that a type is made of: its array element, its domain's base, its columns. */
  private static String parts() {
    return """
        case
          when t.typtype = 'c'
            then array(select a.atttypid from pg_catalog.pg_attribute a
                        where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
          else array(select one.oid from (select ELEMENT_OR_BASE) as one (oid) where one.oid <> 0)
        end"""
        .replace("ELEMENT_OR_BASE", TypeSpelling.elementOr("t", "t.typbasetype"));
  }

  /** The types of those OIDs, without modifiers; an OID that no type has is left out. */
  public static Map<Long, ColumnType> read(Session session, List<Long> oids) {
    TypeReader reader = new TypeReader();
    List<String> wanted = oids.stream().distinct().map(String::valueOf).toList();
    session.query(QUERY, TypeRow::of, wanted).forEach(row -> reader.rows.put(row.oid(), row));
    Map<Long, ColumnType> types = new HashMap<>();
    for (long oid : oids) {
      TypeRow row = reader.rows.get(oid);
      if (row != null) {
        types.put(oid, reader.type(row));
      }
    }
    return Map.copyOf(types);
  }

  private ColumnType type(TypeRow row) {
    return new ColumnType(
        row.name(),
        row.kind(),
        row.category(),
        Optional.ofNullable(rows.get(row.elementOid())).map(TypeRow::name),
        row.kind() == ColumnType.Kind.DOMAIN ? Optional.of(base(row)) : Optional.empty(),
        compares(row, false, new HashSet<>()),
        compares(row, true, new HashSet<>()),
        labels(row),
        attributes(row),
        row.extension());
  }

  /** The labels of an enum, or of the enum that an array or a domain is made of. */
  private List<String> labels(TypeRow row) {
    if (row.kind() == ColumnType.Kind.DOMAIN || row.elementOid() != 0) {
      TypeRow part = rows.get(row.elementOid() != 0 ? row.elementOid() : row.baseOid());
      return part == null ? List.of() : labels(part);
    }
    return row.enumLabels();
  }

  /** The same of a composite type's attributes. */
  private List<Attribute> attributes(TypeRow row) {
    if (row.kind() == ColumnType.Kind.DOMAIN || row.elementOid() != 0) {
      TypeRow part = rows.get(row.elementOid() != 0 ? row.elementOid() : row.baseOid());
      return part == null ? List.of() : attributes(part);
    }
    return row.attributes();
  }

  /** The type below all domains, with the modifier that the innermost domain gives it. */
  private TypeName base(TypeRow domain) {
    TypeRow below = rows.get(domain.baseOid());
    if (below == null) {
      throw new IllegalStateException("domain " + domain.name() + " has no base type");
    }
    return below.kind() == ColumnType.Kind.DOMAIN
        ? base(below)
        : new TypeName(
            below.name().schema(),
            below.name().name(),
            domain.baseSql().orElse(below.name().sql()));
  }

  /** Whether values have an equality, or an order; a composite needs it of every column. */
  private boolean compares(TypeRow row, boolean sorted, Set<Long> above) {
    boolean container =
        row.elementOid() != 0
            || row.kind() == ColumnType.Kind.DOMAIN
            || row.kind() == ColumnType.Kind.COMPOSITE;
    if (!container) {
      return sorted ? row.ownOrder() : row.ownEquality();
    }
    if (!above.add(row.oid())) {
      return true;
    }
    boolean all =
        row.parts().stream()
            .map(rows::get)
            .allMatch(part -> part != null && compares(part, sorted, above));
    above.remove(row.oid());
    return all;
  }
}
