package io.linkspan.pg;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The known name that a mistyped one most likely means, as in PostgreSQL's "Perhaps you meant to
 * reference the column".
 */
public final class NearestName {
  private NearestName() {}

  /**
   * The known name with the fewest letters to insert, drop, change or swap; case and underscores do
   * not count. Empty where more than a third of the letters would have to change. Of two names
   * equally near, the first.
   */
  public static Optional<String> of(String wanted, Collection<String> known) {
    String folded = folded(wanted);
    int best = folded.length() / 3 + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      int distance = distance(folded, folded(name));
      if (distance < best) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** Damerau and Levenshtein's distance, no letter moved twice. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
        if (swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  /** Whether the two letters that end before i and j are the same two in the other order. */
  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
