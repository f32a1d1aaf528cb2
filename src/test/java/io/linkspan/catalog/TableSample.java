package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A table written by hand for a test: columns first, then what hangs on them. */
public final class TableSample {
  private final QualifiedName name;
  private final List<Column> columns = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<ForeignKey> referencedBy = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Trigger> triggers = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private Table.Kind kind = Table.Kind.TABLE;
  private Table.RowSecurity rowSecurity = new Table.RowSecurity(false, false, false);
  private Table.TablePrivileges privileges =
      new Table.TablePrivileges(true, true, true, true, true);
  private Optional<Partitioning> partitioning = Optional.empty();
  private boolean hasChildren;
  private long estimatedRows = -1;
  private long bytes = 8192;

  TableSample(QualifiedName name) {
    this.name = name;
  }

  /** A column that takes NULL and has no default, of a type such as {@code varchar(50)}. */
  public TableSample column(String column, String type) {
    return column(column, TypeSamples.type(type));
  }

  /** A column that takes NULL and has no default. */
  public TableSample column(String column, ColumnType type) {
    columns.add(
        new Column(
            new Identifier(column),
            columns.size() + 1,
            type,
            false,
            Optional.empty(),
            Column.Identity.NONE,
            Column.Generated.NONE,
            Optional.empty(),
            Optional.empty(),
            new Column.ColumnPrivileges(true, true, true)));
    return this;
  }

  /** The column that was added last, NOT NULL. */
  public TableSample notNull() {
    return last(c -> column(c, true, c.defaultExpression(), c.identity(), c.generated()));
  }

  /** The column that was added last, with a default. */
  public TableSample defaultsTo(String expression) {
    return last(c -> column(c, c.notNull(), Optional.of(expression), c.identity(), c.generated()));
  }

  /** The column that was added last, as an identity column, which is NOT NULL. */
  public TableSample identity(Column.Identity identity) {
    return last(c -> column(c, true, Optional.empty(), identity, c.generated()));
  }

  /** The column that was added last, computed. */
  public TableSample generated(Column.Generated generated, String expression) {
    return last(c -> column(c, c.notNull(), Optional.of(expression), c.identity(), generated));
  }

  /** The column that was added last, changed by hand. */
  public TableSample last(UnaryOperator<Column> change) {
    columns.set(columns.size() - 1, change.apply(columns.get(columns.size() - 1)));
    return this;
  }

  private static Column column(
      Column old,
      boolean notNull,
      Optional<String> defaultExpression,
      Column.Identity identity,
      Column.Generated generated) {
    return new Column(
        old.name(),
        old.position(),
        old.type(),
        notNull,
        defaultExpression,
        identity,
        generated,
        old.sequence(),
        old.collation(),
        old.privileges());
  }

  /** A primary key on columns, named {@code TABLE_pkey}. */
  public TableSample primaryKey(String... of) {
    return with(KeySamples.key(name.name().name() + "_pkey", keys.size(), of).primary().key());
  }

  /** A unique constraint on columns. */
  public TableSample unique(String constraint, String... of) {
    return with(KeySamples.key(constraint, keys.size(), of).constraint().key());
  }

  /** A key written by hand. */
  public TableSample with(Key key) {
    keys.add(key);
    return this;
  }

  /** A foreign key of this table. */
  public TableSample references(String key, String column, QualifiedName table, String other) {
    foreignKeys.add(foreignKey(key, name, column, table, other));
    return this;
  }

  /** A foreign key that another table has to this one. */
  public TableSample referencedBy(String key, QualifiedName table, String other, String column) {
    referencedBy.add(foreignKey(key, table, other, name, column));
    return this;
  }

  private static ForeignKey foreignKey(
      String key, QualifiedName from, String column, QualifiedName to, String other) {
    return new ForeignKey(
        new Identifier(key),
        from,
        List.of(new Identifier(column)),
        to,
        List.of(new Identifier(other)),
        false);
  }

  /** Check constraints. */
  public TableSample with(Check... added) {
    checks.addAll(Arrays.asList(added));
    return this;
  }

  /** Triggers. */
  public TableSample with(Trigger... added) {
    triggers.addAll(Arrays.asList(added));
    return this;
  }

  /** Rules. */
  public TableSample with(Rule... added) {
    rules.addAll(Arrays.asList(added));
    return this;
  }

  /** Another kind than an ordinary table. */
  public TableSample kind(Table.Kind other) {
    kind = other;
    return this;
  }

  /** A partitioned table. */
  public TableSample partitionedBy(String key) {
    return partitionedBy(new Partitioning(key, List.of(), List.of("DEFAULT"), true));
  }

  /** A partitioned table with partitions. */
  public TableSample partitionedBy(Partitioning how) {
    partitioning = Optional.of(how);
    return kind(Table.Kind.PARTITIONED_TABLE);
  }

  /** A table that others inherit from. */
  public TableSample withChildren() {
    hasChildren = true;
    return this;
  }

  /** Row security other than off. */
  public TableSample rowSecurity(boolean forced, boolean applies) {
    rowSecurity = new Table.RowSecurity(true, forced, applies);
    return this;
  }

  /** Privileges other than all. */
  public TableSample privileges(Table.TablePrivileges other) {
    privileges = other;
    return this;
  }

  /** One file of its own where it is a table. */
  private List<Heap> heaps() {
    return kind == Table.Kind.TABLE
        ? List.of(new Heap(name, bytes / 8192, bytes, true))
        : List.of();
  }

  /** What statistics say. */
  public TableSample size(long rows, long ofBytes) {
    estimatedRows = rows;
    bytes = ofBytes;
    return this;
  }

  /** The table. */
  public Table table() {
    return new Table(
        name,
        16384,
        kind,
        new Identifier("app_user"),
        Optional.empty(),
        columns,
        keys,
        foreignKeys,
        referencedBy,
        checks,
        triggers,
        rules,
        rowSecurity,
        partitioning,
        hasChildren,
        false,
        privileges,
        estimatedRows,
        bytes,
        heaps());
  }
}
