package io.linkspan.statement;

import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the query that tells, row by row, what became of the rows of some buckets.
 *
 * <p>Its columns: {@code kind} ("differs", "missing", "skipped", "changed", "only", or "column" for
 * how many rows differ in that column); {@code key} that skipped, or the column's name; {@code
 * clash} ("target", "source" or "either"); {@code total} of that kind, key and clash; {@code nth};
 * and as arrays {@code keys}, the key's values; {@code names}, the columns that differ; {@code
 * mine} and {@code theirs}, their values on the source and on the target.
 */
public final class DifferencesQuery {
  /** Rows of each kind, key and clash that are told. */
  public static final int SAMPLES = 10;

  private final CopyPlan plan;
  private final Comparison comparison;
  private final Fingerprint fingerprint;
  private final Optional<RunRows> written;
  private final PairedRows paired;

  /**
   * A query over so many buckets.
   *
   * @param buckets as those of {@link ChecksumQuery}
   * @param written the rows that the run wrote, where that is known
   */
  public DifferencesQuery(
      CopyPlan plan, Comparison comparison, int buckets, Optional<RunRows> written) {
    this.plan = plan;
    this.comparison = comparison;
    this.fingerprint = new Fingerprint(comparison, buckets);
    this.written = written;
    this.paired = new PairedRows(plan, comparison, fingerprint, written);
  }

  /** The query for these buckets. */
  public String of(String link, List<Integer> buckets) {
    return "WITH proposed AS MATERIALIZED (\n"
        + proposed(link, buckets)
        + "\n), "
        + paired.paired(buckets)
        + ", missed AS MATERIALIZED (\nSELECT p.* FROM proposed AS p"
        + " JOIN paired AS q ON q.r = p.\"linkspan row\" WHERE q.there IS NULL\n), "
        + clashes()
        + ", classified AS MATERIALIZED (\n"
        + classified()
        + "\n)\nSELECT kind, key, clash, total, nth, keys, names, mine, theirs FROM (SELECT *,"
        + " count(*) OVER w AS total, row_number() OVER (w ORDER BY r) AS nth"
        + "\nFROM classified WHERE kind <> 'same' WINDOW w AS (PARTITION BY kind, key, clash)) AS n"
        + "\nWHERE nth <= "
        + SAMPLES
        + "\nUNION ALL\nSELECT 'column', name, '', count(*), 1, '{}', '{}', '{}', '{}'"
        + "\nFROM classified, pg_catalog.unnest(names) AS name WHERE kind = 'differs' GROUP BY name"
        + "\nUNION ALL\n"
        + paired.onlyThere(buckets)
        + "\nORDER BY 1, 2, 3, 5";
  }

  private String proposed(String link, List<Integer> buckets) {
    if (comparison.sourceKeys()) {
      String remote =
          RemoteQuery.where(
              plan, fingerprint.within(buckets, a -> ChecksumQuery.sourceValue(a, plan)));
      return ProposedRows.of(plan, comparison, link, remote);
    }
    Function<Assignment, String> value = a -> "g." + a.target().name().quoted();
    return "SELECT g.* FROM ("
        + ProposedRows.of(plan, comparison, link, RemoteQuery.of(plan))
        + ") AS g\nWHERE "
        + fingerprint.within(buckets, value);
  }

  /** The CTE {@code clash}: for a missed row the first other key that the target has already. */
  private String clashes() {
    List<Key> keys = otherKeys();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      parts.add(
          "SELECT a.r, "
              + i
              + " AS k, "
              + Literal.quoted(key.name().name())
              + "::pg_catalog.text AS key, b.ours FROM ("
              + ConflictsQuery.keyed(key, "\"linkspan row\" AS r", "missed", "")
              + ") AS a JOIN ("
              + ConflictsQuery.keyed(
                  key, paired.ours("xmin") + " AS ours", plan.into().name().quoted(), "")
              + ") AS b ON "
              + ConflictsQuery.equal(key));
    }
    String all =
        parts.isEmpty()
            ? "SELECT NULL::pg_catalog.int8 AS r, 0 AS k, ''::pg_catalog.text AS key,"
                + " NULL::boolean AS ours WHERE false"
            : String.join("\nUNION ALL\n", parts);
    return "clash AS MATERIALIZED (\nSELECT DISTINCT ON (r) r, key, ours FROM (\n"
        + all
        + ") AS c ORDER BY r, k\n)";
  }

  /** The keys besides the pairing one that the rule skips rows by. */
  private List<Key> otherKeys() {
    return plan.keysAtRisk().stream()
        .filter(key -> !key.exclusion() && skipsBy(key))
        .filter(key -> !key.equals(comparison.pairing().orElse(null)))
        .toList();
  }

  private boolean skipsBy(Key key) {
    return plan.conflict() instanceof ConflictAction.Skip skip
        && (skip.target().isEmpty() || skip.arbiter().filter(key::equals).isPresent());
  }

  private String classified() {
    String twice = "(q.met OR q.nth > 1)";
    String name = Literal.quoted(comparison.pairing().map(key -> key.name().name()).orElse(""));
    return "SELECT y.r, y.kind, y.keys, y.names, y.mine, y.theirs,\n"
        + "  CASE WHEN kind = 'skipped' THEN by_key ELSE '' END AS key,\n"
        + "  CASE WHEN kind = 'skipped' THEN by_clash ELSE '' END AS clash\n"
        + "FROM (SELECT q.r, q.keys, q.names, q.mine, q.theirs,\n"
        + "  CASE WHEN q.there AND q.names = '{}' THEN 'same'\n"
        + "       WHEN q.there AND "
        + twice
        + " THEN 'skipped'\n"
        + "       WHEN q.there AND NOT q.ours AND NOT q.older THEN 'changed'\n"
        + "       WHEN q.there AND "
        + leftByTheRule()
        + " THEN 'skipped'\n"
        + "       WHEN q.there THEN 'differs'\n"
        + "       WHEN c.r IS NOT NULL OR q.nth > 1 THEN 'skipped'\n"
        + "       ELSE 'missing' END AS kind,\n"
        + "  coalesce(c.key, "
        + name
        + ") AS by_key,\n"
        + "  CASE WHEN q.there AND NOT "
        + twice
        + " THEN 'target'\n"
        + "       WHEN c.r IS NULL OR c.ours THEN 'source'\n"
        + "       WHEN c.ours IS NULL THEN 'either' ELSE 'target' END AS by_clash\n"
        + "FROM paired AS q LEFT JOIN clash AS c ON c.r = q.r) AS y";
  }

  /** Whether the conflict rule explains that a row of the target has other values. */
  private String leftByTheRule() {
    if (plan.conflict() instanceof ConflictAction.Update update) {
      String kept =
          comparison.columns().stream()
              .map(a -> a.target().name())
              .filter(column -> !Overwritten.by(update).contains(column))
              .map(Identifier::name)
              .map(Literal::quoted)
              .collect(Collectors.joining(", ", "ARRAY[", "]::pg_catalog.text[]"));
      String leaves = Overwritten.hasCondition(update) ? "true" : "false";
      return "((q.older IS NOT TRUE AND q.names <@ %s) OR (q.ours IS NOT TRUE AND %s))"
          .formatted(kept, leaves);
    }
    boolean skips = comparison.pairing().filter(this::skipsBy).isPresent();
    return skips && written.isPresent() ? "q.older" : "false";
  }
}
