package io.linkspan.report;

import io.linkspan.catalog.Table;

/** What a kind of relation is called. */
public final class KindName {
  private KindName() {}

  /** As PostgreSQL's messages call it, such as {@code materialized view}. */
  public static String of(Table.Kind kind) {
    return switch (kind) {
      case TABLE -> "table";
      case PARTITIONED_TABLE -> "partitioned table";
      case VIEW -> "view";
      case MATERIALIZED_VIEW -> "materialized view";
      case FOREIGN_TABLE -> "foreign table";
    };
  }
}
