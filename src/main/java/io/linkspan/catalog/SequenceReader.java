package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Literal;
import io.linkspan.pg.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads sequences: one query for what they are, one for where they stand. */
public final class SequenceReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select n.nspname as schema, c.relname as name, s.seqincrement as increment,
                 s.seqmin as minimum, s.seqmax as maximum,
                 pg_catalog.has_schema_privilege(n.oid, 'usage')
                   and pg_catalog.has_sequence_privilege(c.oid, 'usage') as may_use,
                 pg_catalog.has_schema_privilege(n.oid, 'usage')
                   and pg_catalog.has_sequence_privilege(c.oid, 'update') as may_update,
                 pg_catalog.has_schema_privilege(n.oid, 'usage')
                   and pg_catalog.has_sequence_privilege(c.oid, 'select') as may_select
            from rows from (pg_catalog.unnest(cast(? as pg_catalog.text[])),
                            pg_catalog.unnest(cast(? as pg_catalog.text[])))
                   with ordinality as wanted (schema, name, n)
            join pg_catalog.pg_namespace n on n.nspname = wanted.schema
            join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
            join pg_catalog.pg_sequence s on s.seqrelid = c.oid
           order by wanted.n""");

  private SequenceReader() {}

  /**
   * The sequences of those names, in that order; a name that no sequence has is left out.
   *
   * @param wanted names with their schemas
   */
  public static List<Sequence> read(Session session, List<QualifiedName> wanted) {
    List<String> schemas = wanted.stream().map(n -> n.schema().orElseThrow().name()).toList();
    List<String> names = wanted.stream().map(n -> n.name().name()).toList();
    List<Sequence> found = session.query(QUERY, SequenceReader::sequence, schemas, names);
    Map<QualifiedName, Sequence.Position> positions =
        positions(session, found.stream().filter(s -> s.privileges().select()).toList());
    return found.stream().map(sequence -> at(sequence, positions)).toList();
  }

  private static Sequence sequence(Row row) {
    return new Sequence(
        QualifiedName.of(row.text("schema"), row.text("name")),
        Optional.empty(),
        row.number("increment"),
        row.number("minimum"),
        row.number("maximum"),
        new Sequence.SequencePrivileges(
            row.flag("may_use"), row.flag("may_update"), row.flag("may_select")));
  }

  /** No system catalog has both values before 18, so that the sequences themselves are read. */
  private static Map<QualifiedName, Sequence.Position> positions(
      Session session, List<Sequence> readable) {
    Map<QualifiedName, Sequence.Position> positions = new HashMap<>();
    if (!readable.isEmpty()) {
      String sql =
          readable.stream()
              .map(SequenceReader::position)
              .collect(Collectors.joining(" union all "));
      session.query(
          sql,
          row ->
              positions.put(
                  QualifiedName.of(row.text("schema"), row.text("name")),
                  new Sequence.Position(row.number("last_value"), row.flag("is_called"))));
    }
    return positions;
  }

  private static String position(Sequence sequence) {
    QualifiedName name = sequence.name();
    return "select "
        + Literal.quoted(name.schema().orElseThrow().name())
        + " as schema, "
        + Literal.quoted(name.name().name())
        + " as name, s.last_value, s.is_called from "
        + name.quoted()
        + " s";
  }

  private static Sequence at(Sequence sequence, Map<QualifiedName, Sequence.Position> positions) {
    return new Sequence(
        sequence.name(),
        Optional.ofNullable(positions.get(sequence.name())),
        sequence.increment(),
        sequence.minimum(),
        sequence.maximum(),
        sequence.privileges());
  }
}
