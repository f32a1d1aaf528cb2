package io.linkspan.verify;

import java.util.List;

/**
 * Rows of one verdict.
 *
 * @param key the key that skipped them; empty for other verdicts
 * @param rows how many there are
 * @param samples the first of them
 */
public record RowGroup(Verdict verdict, String key, long rows, List<RowSample> samples) {
  public RowGroup {
    samples = List.copyOf(samples);
  }
}
