package io.linkspan.statement;

import io.linkspan.catalog.Column;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.Comparison;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes hashes of rows and of keys that are equal where the values are written alike, on whichever
 * server: {@code hashtextextended} is the same function of the same bytes from 11 on
 * (src/common/hashfn.c).
 */
final class Fingerprint {
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");

  private final Comparison comparison;
  private final int buckets;

  /**
   * Hashes of the compared columns.
   *
   * @param buckets a power of two
   */
  Fingerprint(Comparison comparison, int buckets) {
    this.comparison = comparison;
    this.buckets = buckets;
  }

  /**
   * The hash of a row.
   *
   * @param value what stands for the value of a compared column
   */
  String row(Function<Assignment, String> value) {
    return text(
        comparison.columns().stream()
            .map(a -> written(a.target(), value.apply(a)))
            .collect(Collectors.joining(", ", "ROW(", ")")));
  }

  /** The bucket of a row: by its key, or by the whole of it where it has none. */
  String bucket(Function<Assignment, String> value) {
    return "(" + spread(value) + " OPERATOR(pg_catalog.&) " + (buckets - 1) + ")";
  }

  /** The bucket of a row that has no key, given its hash. */
  String bucketOfHash(String hash) {
    return "(" + hash + " OPERATOR(pg_catalog.&) " + (buckets - 1) + ")";
  }

  /** A condition that a row's bucket is one of some. */
  String within(List<Integer> some, Function<Assignment, String> value) {
    return bucket(value)
        + some.stream()
            .map(String::valueOf)
            .collect(
                Collectors.joining(
                    ",", " OPERATOR(pg_catalog.=) ANY ('{", "}'::pg_catalog.int8[])"));
  }

  private String spread(Function<Assignment, String> value) {
    List<Assignment> key = comparison.pairingColumns();
    if (key.isEmpty()) {
      return row(value);
    }
    if (key.size() == 1) {
      Column column = key.get(0).target();
      String one = value.apply(key.get(0));
      boolean integer =
          column.type().name().isBuiltin() && INTEGERS.contains(column.type().name().name().name());
      return integer
          ? "pg_catalog.hashint8extended((" + one + ")::pg_catalog.int8, 0)"
          : text("(" + written(column, one) + ")");
    }
    return text(
        key.stream()
            .map(a -> written(a.target(), value.apply(a)))
            .collect(Collectors.joining(", ", "ROW(", ")")));
  }

  private static String text(String value) {
    return "pg_catalog.hashtextextended("
        + value
        + "::pg_catalog.text COLLATE pg_catalog.\"C\", 0)";
  }

  private static String written(Column column, String value) {
    return Comparison.isMoment(column) ? "(" + value + " AT TIME ZONE 'UTC')" : value;
  }
}
