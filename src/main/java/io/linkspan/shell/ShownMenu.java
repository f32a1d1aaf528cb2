package io.linkspan.shell;

import io.linkspan.completion.Completion;
import io.linkspan.report.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the completions the screen has room for.
 *
 * @param shown in groups, each with its best first; where some are left out, the groups say so
 */
record ShownMenu(List<Completion> shown) {
  /** What the line reader puts between columns, and around a description. */
  private static final int GAP = 3;

  private static final int BRACKETS = 3;

  /** How much longer a heading gets that tells how many are left out. */
  private static final int COUNT = " (99 of 10,000, type on)".length();

  ShownMenu {
    shown = List.copyOf(shown);
  }

  /**
   * All of them with their descriptions where there is room, else all without, else without
   * headings too, else the best with all.
   */
  static ShownMenu of(List<Completion> ranked, int rows, int columns) {
    List<Completion> described = ranked.stream().limit(room(rows, columns)).toList();
    described = described.stream().map(each -> shortened(each, columns)).toList();
    int fitting = fitting(described, rows, columns, 0);
    if (fitting == ranked.size()) {
      return new ShownMenu(described);
    }
    for (boolean grouped : new boolean[] {true, false}) {
      List<Completion> bare = described.stream().map(each -> bare(each, grouped)).toList();
      if (bare.size() == ranked.size() && fitting(bare, rows, columns, 0) == ranked.size()) {
        return new ShownMenu(bare);
      }
    }
    int some = Math.max(1, fitting(described, rows, columns, COUNT));
    return new ShownMenu(counted(described.subList(0, some), ranked));
  }

  /** More than these the screen can never hold. */
  private static int room(int rows, int columns) {
    return Math.max(1, rows) * Math.max(1, columns / (GAP + 1));
  }

  private static Completion bare(Completion each, boolean grouped) {
    return new Completion(each.text(), "", grouped ? each.group() : "", each.complete());
  }

  private static Completion shortened(Completion each, int columns) {
    int most = columns - each.text().length() - GAP - BRACKETS;
    String description = each.description();
    String cut =
        description.length() <= most
            ? description
            : most < 10 ? "" : description.substring(0, most - 1).stripTrailing() + "…";
    return cut.equals(description)
        ? each
        : new Completion(each.text(), cut, each.group(), each.complete());
  }

  private static int width(Completion each) {
    int description = each.description().isEmpty() ? 0 : each.description().length() + BRACKETS;
    return TextWidth.of(each.text()) + description;
  }

  /**
   * How many of the first of them fit into so many rows, headings of the groups included.
   *
   * @param longer how much is added to the headings
   */
  private static int fitting(List<Completion> completions, int rows, int columns, int longer) {
    Map<String, Integer> counts = new HashMap<>();
    int widest = 1;
    for (int i = 0; i < completions.size(); i++) {
      Completion each = completions.get(i);
      int heading = TextWidth.of(each.group()) + longer;
      widest = Math.max(widest, Math.max(width(each), heading));
      counts.merge(each.group(), 1, Integer::sum);
      int across = across(widest, columns);
      int needed = 0;
      for (Map.Entry<String, Integer> group : counts.entrySet()) {
        needed += (group.getValue() + across - 1) / across;
        needed += group.getKey().isEmpty() && counts.size() == 1 && longer == 0 ? 0 : 1;
      }
      if (needed > rows) {
        return i;
      }
    }
    return completions.size();
  }

  /** How many stand side by side; the last column of the terminal stays free. */
  private static int across(int widest, int columns) {
    return Math.max(1, (columns - 1 + GAP) / (widest + GAP));
  }

  /** The same with the number of those left out in the headings. */
  private static List<Completion> counted(List<Completion> shown, List<Completion> ranked) {
    Map<String, Integer> all = counts(ranked);
    Map<String, Integer> here = counts(shown);
    List<Completion> counted = new ArrayList<>();
    for (Completion each : shown) {
      int total = all.getOrDefault(each.group(), 0);
      int some = here.getOrDefault(each.group(), 0);
      String group =
          some == total
              ? each.group()
              : "%s (%d of %s, type on)"
                  .formatted(each.group(), some, Quantity.count(total))
                  .strip();
      counted.add(new Completion(each.text(), each.description(), group, each.complete()));
    }
    return counted;
  }

  private static Map<String, Integer> counts(List<Completion> completions) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    completions.forEach(each -> counts.merge(each.group(), 1, Integer::sum));
    return counts;
  }
}
