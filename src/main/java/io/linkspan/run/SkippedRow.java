package io.linkspan.run;

import java.util.List;
import java.util.Optional;

/**
 * A row that was not inserted because of a key.
 *
 * @param key the name of the constraint
 * @param clash where the row stands that it clashed with: {@code target} or {@code source}
 * @param proposed its values as they would have been inserted; NULL is empty
 * @param there the row that it clashed with, of the same columns; empty where that is another row
 *     of the copy that cannot be told
 */
public record SkippedRow(
    String key,
    String clash,
    List<Optional<String>> proposed,
    Optional<List<Optional<String>>> there) {

  public SkippedRow {
    proposed = List.copyOf(proposed);
    there = there.map(List::copyOf);
    if (!clash.equals("target") && !clash.equals("source")) {
      throw new IllegalArgumentException("no place of a clash: " + clash);
    }
    if (there.isPresent() && there.get().size() != proposed.size()) {
      throw new IllegalArgumentException("two rows of different columns");
    }
  }
}
