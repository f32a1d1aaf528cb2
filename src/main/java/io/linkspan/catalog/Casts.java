package io.linkspan.catalog;

import io.linkspan.pg.TypeName;
import java.util.Set;

/**
 * Which conversions a server makes by itself when a value is assigned to a column ({@code pg_cast}
 * with context {@code a} or {@code i}).
 */
public record Casts(Set<Pair> assignable) {
  /** A conversion between two types, by the bare names in {@code pg_type} with their schemas. */
  public record Pair(String from, String to) {
    static Pair of(TypeName from, TypeName to) {
      return new Pair(spelling(from), spelling(to));
    }

    private static String spelling(TypeName type) {
      return type.schema().name() + "." + type.name().name();
    }
  }

  public Casts {
    assignable = Set.copyOf(assignable);
  }

  /** Whether {@code pg_cast} has an assignment or implicit cast. */
  public boolean assigns(TypeName from, TypeName to) {
    return assignable.contains(Pair.of(from, to));
  }
}
