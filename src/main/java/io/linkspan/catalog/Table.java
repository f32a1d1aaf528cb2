package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A table, view or other relation with all that matters to a copy.
 *
 * @param keys unique and exclusion indexes that are valid, by {@link Key#order()}
 * @param estimatedRows {@code reltuples} summed over partitions; negative when never analyzed
 * @param bytes size on disk with indexes and TOAST, summed over partitions; 0 for a view
 * @param partitioning of a partitioned table
 * @param hasChildren whether ordinary tables inherit from it
 * @param isPartition whether it is a partition of another table
 * @param heaps the files that its rows lie in, by {@link HeapReader}
 */
public record Table(
    QualifiedName name,
    long oid,
    Kind kind,
    Identifier owner,
    Optional<String> comment,
    List<Column> columns,
    List<Key> keys,
    List<ForeignKey> foreignKeys,
    List<ForeignKey> referencedBy,
    List<Check> checks,
    List<Trigger> triggers,
    List<Rule> rules,
    RowSecurity rowSecurity,
    Optional<Partitioning> partitioning,
    boolean hasChildren,
    boolean isPartition,
    TablePrivileges privileges,
    long estimatedRows,
    long bytes,
    List<Heap> heaps) {

  /** Bytes of a page, as servers are built by default. */
  private static final long PAGE = 8192;

  /** What sort of relation it is. */
  public enum Kind {
    TABLE,
    PARTITIONED_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    FOREIGN_TABLE
  }

  /**
   * Row security.
   *
   * @param applies whether it is active for the current role ({@code row_security_active})
   */
  public record RowSecurity(boolean enabled, boolean forced, boolean applies) {}

  /** What the current role may do with the table as a whole. */
  public record TablePrivileges(
      boolean schemaUsage, boolean select, boolean insert, boolean update, boolean truncate) {}

  public Table {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    foreignKeys = List.copyOf(foreignKeys);
    referencedBy = List.copyOf(referencedBy);
    checks = List.copyOf(checks);
    triggers = List.copyOf(triggers);
    rules = List.copyOf(rules);
    heaps = List.copyOf(heaps);
  }

  /** The column of that name. */
  public Optional<Column> column(Identifier wanted) {
    return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
  }

  /**
   * About the bytes of its rows, those in TOAST taken several times because they are compressed.
   */
  public long unpackedBytes() {
    long main = heaps.stream().mapToLong(heap -> heap.pages() * PAGE).sum();
    long all = heaps.stream().mapToLong(Heap::bytes).sum();
    long toast = Math.max(0, all - main - 64L * 1024 * heaps.size());
    return main + 4 * toast;
  }

  /** The names of the columns, in order. */
  public List<Identifier> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
