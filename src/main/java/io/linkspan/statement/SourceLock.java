package io.linkspan.statement;

import io.linkspan.catalog.Table;

/** Writes what keeps a table of the source from being rewritten while it is read. */
public final class SourceLock {
  private SourceLock() {}

  /** The statement: of a partitioned table, the partitions are locked with it. */
  public static String of(Table table) {
    return "LOCK TABLE " + table.name().quoted() + " IN ACCESS SHARE MODE";
  }
}
