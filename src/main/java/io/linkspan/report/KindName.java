package io.linkspan.report;

import io.linkspan.catalog.Table;

/** What a kind of relation is called. */
final class KindName {
  private KindName() {}

  static String of(Table.Kind kind) {
    return switch (kind) {
      case TABLE -> "table";
      case PARTITIONED_TABLE -> "partitioned table";
      case VIEW -> "view";
      case MATERIALIZED_VIEW -> "materialized view";
      case FOREIGN_TABLE -> "foreign table";
    };
  }
}
