package io.linkspan.statement;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.Batch;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Distinct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the queries that sum up rows by bucket. Their columns: {@code b}, the bucket; {@code n},
 * its rows; {@code s}, the sum of their hashes as text.
 */
public final class ChecksumQuery {
  /** The column definition list of a source's own sums. */
  public static final String COLUMNS = "b bigint, n bigint, s text";

  private final CopyPlan plan;
  private final Comparison comparison;
  private final Fingerprint fingerprint;

  /**
   * Queries over so many buckets.
   *
   * @param buckets a power of two
   */
  public ChecksumQuery(CopyPlan plan, Comparison comparison, int buckets) {
    this.plan = plan;
    this.comparison = comparison;
    this.fingerprint = new Fingerprint(comparison, buckets);
  }

  /** The source's own sums, for the source to run. */
  public String onSource() {
    Function<Assignment, String> value = a -> sourceValue(a, plan);
    return sums(RemoteQuery.select(plan, hashes(value), Optional.empty()));
  }

  /**
   * The sums of the target's rows. Where it is known which of them the run wrote, {@code own_n} and
   * {@code own_s} are the sums of those alone.
   */
  public String onTarget(Optional<RunRows> written) {
    List<String> hashes = new ArrayList<>(hashes(a -> "t." + a.target().name().quoted()));
    written.ifPresent(rows -> hashes.add("(" + rows.wrote("t.xmin") + ") AS own"));
    String select =
        "SELECT " + String.join(", ", hashes) + "\nFROM " + plan.into().name().quoted() + " AS t";
    return written.isPresent()
        ? sums(
            select,
            ", own",
            ", pg_catalog.count(*) FILTER (WHERE own) AS own_n,"
                + " coalesce(pg_catalog.sum(h) FILTER (WHERE own), 0)::pg_catalog.text AS own_s")
        : sums(select);
  }

  /** The sums of the next rows of the cursor, made of them on the target. */
  public String ofNext(String link, long rows) {
    return ofPulled(
        link, StatementWriter.write(plan, link, new Batch.Fetch(rows)).fetch().orElseThrow());
  }

  /** The sums of all rows of the source, made of them on the target. */
  public String ofAll(String link) {
    return ofPulled(link, RemoteQuery.of(plan));
  }

  /** Whether rows are dropped by comparing all of them, so that they cannot be read in pieces. */
  public boolean needsAll() {
    return !(plan.distinct() instanceof Distinct.None);
  }

  /** The cursor of {@link #ofNext}, for the source to open. */
  public String cursor(String link) {
    return StatementWriter.write(plan, link, new Batch.Fetch(1)).declaration().orElseThrow();
  }

  private String ofPulled(String link, String sent) {
    Function<Assignment, String> value = a -> "p." + a.target().name().quoted();
    return sums(
        "SELECT "
            + String.join(", ", hashes(value))
            + "\nFROM (SELECT "
            + String.join(", ", ProposedRows.compared(comparison))
            + "\nFROM ("
            + OuterSelect.of(plan, comparison.columns(), link, sent)
            + ") AS q) AS p");
  }

  private List<String> hashes(Function<Assignment, String> value) {
    return comparison.pairing().isPresent()
        ? List.of(fingerprint.bucket(value) + " AS b", fingerprint.row(value) + " AS h")
        : List.of(fingerprint.row(value) + " AS h");
  }

  private String sums(String hashes) {
    return sums(hashes, "", "");
  }

  /**
   * OFFSET 0 hides from the planner how many keys there are, so that it hashes the few buckets
   * instead of sorting the many rows.
   */
  private String sums(String hashes, String more, String moreSums) {
    String bucket =
        comparison.pairing().isPresent() ? "b" : fingerprint.bucketOfHash("h") + " AS b";
    return "SELECT b, pg_catalog.count(*) AS n, pg_catalog.sum(h)::pg_catalog.text AS s"
        + moreSums
        + "\nFROM (SELECT "
        + bucket
        + ", h"
        + more
        + " FROM ("
        + hashes
        + ") AS y OFFSET 0) AS x GROUP BY b";
  }

  /** What the source selects for a value that it is to write as the target would. */
  static String sourceValue(Assignment assignment, CopyPlan plan) {
    Column column = Comparison.carried(assignment, plan).orElseThrow();
    Identifier name = column.name();
    String type = assignment.target().type().name().sql();
    return column.type().name().sql().equals(type) || !assignment.target().type().name().isBuiltin()
        ? name.quoted()
        : "CAST(" + name.quoted() + " AS " + type + ")";
  }
}
