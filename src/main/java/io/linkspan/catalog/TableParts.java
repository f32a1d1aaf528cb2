package io.linkspan.catalog;

import io.linkspan.connection.Session;
import java.util.List;
import java.util.Map;

/** What hangs on tables, each area read for all of them at once. */
record TableParts(
    Map<Long, List<Column>> columns,
    PerTable<Key> keys,
    PerTable<ForeignKey> foreignKeys,
    PerTable<ForeignKey> referencedBy,
    PerTable<Check> checks,
    PerTable<Trigger> triggers,
    PerTable<Rule> rules,
    PerTable<Heap> heaps) {

  static TableParts read(Session session, List<Long> tables) {
    return new TableParts(
        ColumnReader.read(session, tables),
        KeyReader.read(session, tables),
        ForeignKeyReader.readOf(session, tables),
        ForeignKeyReader.readTo(session, tables),
        CheckReader.read(session, tables),
        TriggerReader.read(session, tables),
        RuleReader.read(session, tables),
        HeapReader.read(session, tables));
  }

  /** The table with its parts on it. */
  Table on(Table bare) {
    long oid = bare.oid();
    return new Table(
        bare.name(),
        oid,
        bare.kind(),
        bare.owner(),
        bare.comment(),
        columns.getOrDefault(oid, List.of()),
        keys.of(oid),
        foreignKeys.of(oid),
        referencedBy.of(oid),
        checks.of(oid),
        triggers.of(oid),
        rules.of(oid),
        bare.rowSecurity(),
        bare.partitioning(),
        bare.hasChildren(),
        bare.isPartition(),
        bare.privileges(),
        bare.estimatedRows(),
        bare.bytes(),
        heaps.of(oid));
  }
}
