package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a list: its old and new elements in one order, with as many kept as can be. Where
 * elements were replaced, those that are gone come first.
 */
record Difference<T>(List<Entry<T>> entries) {

  /** An element, and whether it is gone, new or as it was. */
  record Entry<T>(Gutter gutter, T element) {}

  Difference {
    entries = List.copyOf(entries);
  }

  /** By the longest sequence that both lists have; for lists of a screen's length. */
  static <T> Difference<T> between(List<T> before, List<T> after) {
    int[][] longest = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        longest[i][j] =
            before.get(i).equals(after.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    List<Entry<T>> entries = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        entries.add(new Entry<>(Gutter.SAME, after.get(j)));
        i++;
        j++;
      } else if (j == after.size() || (both && longest[i + 1][j] >= longest[i][j + 1])) {
        entries.add(new Entry<>(Gutter.GONE, before.get(i++)));
      } else {
        entries.add(new Entry<>(Gutter.NEW, after.get(j++)));
      }
    }
    return new Difference<>(entries);
  }

  /** The entries that are gone, new or as they were. */
  List<T> of(Gutter gutter) {
    return entries.stream().filter(e -> e.gutter() == gutter).map(Entry::element).toList();
  }

  /** Whether nothing became of it. */
  boolean isEmpty() {
    return entries.stream().allMatch(entry -> entry.gutter() == Gutter.SAME);
  }
}
