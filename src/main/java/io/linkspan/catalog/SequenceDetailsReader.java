package io.linkspan.catalog;

import io.linkspan.connection.Session;

/** Reads one sequence. */
public final class SequenceDetailsReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select pg_catalog.format_type(s.seqtypid, null) as type, s.seqstart, s.seqmin, s.seqmax,
                 s.seqincrement, s.seqcycle, s.seqcache, d.deptype = 'i' as is_identity,
                 case when a.attname is not null then pg_catalog.concat(
                   pg_catalog.quote_ident(n.nspname), '.', pg_catalog.quote_ident(t.relname), '.',
                   pg_catalog.quote_ident(a.attname)) end as owner
            from pg_catalog.pg_sequence s
            left join pg_catalog.pg_depend d on d.objid = s.seqrelid
              and d.classid = cast('pg_catalog.pg_class' as pg_catalog.regclass)
              and d.refclassid = cast('pg_catalog.pg_class' as pg_catalog.regclass)
              and d.deptype = any (array['a', 'i'])
            left join pg_catalog.pg_class t on t.oid = d.refobjid
            left join pg_catalog.pg_namespace n on n.oid = t.relnamespace
            left join pg_catalog.pg_attribute a
              on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
           where s.seqrelid = cast(? as pg_catalog.oid)""");

  private SequenceDetailsReader() {}

  /** The sequence of that OID. */
  public static SequenceDetails read(Session session, long sequence) {
    return session.queryOne(
        QUERY,
        row ->
            new SequenceDetails(
                row.text("type"),
                row.text("seqstart"),
                row.text("seqmin"),
                row.text("seqmax"),
                row.text("seqincrement"),
                row.flag("seqcycle"),
                row.text("seqcache"),
                row.optionalText("owner"),
                row.flag("is_identity")),
        sequence);
  }
}
