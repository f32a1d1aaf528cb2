package io.linkspan.catalog;

import io.linkspan.pg.QualifiedName;

/**
 * A relation of any kind that a pattern found.
 *
 * @param kind what {@link RelationLists} call it, such as {@code sequence}
 */
public record FoundRelation(QualifiedName name, long oid, String kind) {
  /** Whether it is one that {@link TableReader} reads. */
  public boolean isTable() {
    return switch (kind) {
      case "table", "partitioned table", "view", "materialized view", "foreign table" -> true;
      default -> false;
    };
  }
}
