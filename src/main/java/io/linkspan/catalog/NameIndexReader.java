package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads every name that completion may offer. */
public final class NameIndexReader {
  // Each type is spelled once, and each relation is one row with its columns in arrays.
  private static final String QUERY =
      CatalogQuery.of(
          """
          with relation as materialized (
            select c.oid, n.nspname, c.relname
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where NAMEABLE
          ), used as materialized (
            select a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull
              from relation r
              join pg_catalog.pg_attribute a on a.attrelid = r.oid
             where a.attnum > 0 and not a.attisdropped
          ), spelled as materialized (
            select d.atttypid, d.atttypmod, SPELLED as sql
              from (select distinct atttypid, atttypmod from used) d
              join pg_catalog.pg_type t on t.oid = d.atttypid
          ), marked as materialized (
            select i.indrelid, k.attnum, pg_catalog.bool_or(i.indisprimary) as is_primary
              from pg_catalog.pg_index i
             cross join lateral pg_catalog.unnest(i.indkey) with ordinality as k (attnum, n)
             where i.indisunique and i.indisvalid and k.n <= i.indnkeyatts and k.attnum <> 0
             group by i.indrelid, k.attnum
          ), described as materialized (
            select u.attrelid,
                   pg_catalog.array_agg(cast(u.attname as pg_catalog.text) order by u.attnum)
                     as names,
                   pg_catalog.array_agg(s.sql order by u.attnum) as types,
                   pg_catalog.array_agg(case when u.attnotnull then 't' else 'f' end
                                        order by u.attnum) as not_nulls,
                   pg_catalog.array_agg(case when m.is_primary then 'PRIMARY'
                                             when m.is_primary is not null then 'UNIQUE'
                                             else 'NONE' end order by u.attnum) as marks
              from used u
              join spelled s on s.atttypid = u.atttypid and s.atttypmod = u.atttypmod
              left join marked m on m.indrelid = u.attrelid and m.attnum = u.attnum
             group by u.attrelid
          )
          select r.nspname as schema, r.relname as name,
                 d.names, d.types, d.not_nulls, d.marks
            from relation r
            join described d on d.attrelid = r.oid"""
              .replace("NAMEABLE", RelationReader.NAMEABLE)
              .replace("SPELLED", TypeSpelling.of("t", "d.atttypmod")));

  // Names and types repeat a thousand times in a large database; each is kept once.
  private final Map<String, Identifier> identifiers = new HashMap<>();
  private final Map<String, String> typeSpellings = new HashMap<>();
  private final Map<QualifiedName, List<NamedColumn>> columns = new HashMap<>();

  private NameIndexReader() {}

  /** The names as they are now, of all relations in the schemas that the role may use. */
  public static NameIndex read(Session session) {
    return read(session, early -> {});
  }

  /**
   * The same, what is read first given out before.
   *
   * @param early takes the relations and schemas, without columns; of a large database they are
   *     there long before the rest
   */
  public static NameIndex read(Session session, Consumer<NameIndex> early) {
    List<Identifier> schemas =
        SchemaReader.read(session).stream().filter(Schema::usable).map(Schema::name).toList();
    List<RelationName> relations = RelationReader.read(session);
    early.accept(new NameIndex(relations, Map.of(), schemas, List.of(), List.of(), List.of()));
    NameIndexReader reader = new NameIndexReader();
    session.query(QUERY, reader::columns);
    return new NameIndex(
        relations,
        reader.columns,
        schemas,
        RoutineReader.read(session),
        NamedTypesReader.read(session),
        ReferenceReader.read(session),
        ListedNamesReader.read(session),
        UniqueColumnsReader.read(session));
  }

  private QualifiedName columns(Row row) {
    QualifiedName relation = QualifiedName.of(row.text("schema"), row.text("name"));
    List<String> names = row.texts("names");
    List<String> types = row.texts("types");
    List<String> notNulls = row.texts("not_nulls");
    List<String> marks = row.texts("marks");
    NamedColumn[] ofRelation = new NamedColumn[names.size()];
    for (int i = 0; i < ofRelation.length; i++) {
      ofRelation[i] =
          new NamedColumn(
              identifiers.computeIfAbsent(names.get(i), Identifier::new),
              typeSpellings.computeIfAbsent(types.get(i), sql -> sql),
              notNulls.get(i).equals("t"),
              NamedColumn.KeyMark.valueOf(marks.get(i)));
    }
    columns.put(relation, List.of(ofRelation));
    return relation;
  }
}
