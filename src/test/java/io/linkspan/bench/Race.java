package io.linkspan.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Subjects that are measured in turn, so that what disturbs the machine disturbs all of them. */
final class Race {
  private final String title;
  private final Map<String, Callable<Double>> subjects = new LinkedHashMap<>();

  Race(String title) {
    this.title = title;
  }

  /**
   * Adds a subject, measured by what it gives, or not by NaN; the first is what the others are
   * compared with.
   */
  Race with(String name, Callable<Double> subject) {
    subjects.put(name, subject);
    return this;
  }

  /** Measures each once to warm the machine's caches, then in turn; gives a Markdown table. */
  String run(int rounds) throws Exception {
    Map<String, Samples> samples = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Callable<Double>> subject : subjects.entrySet()) {
        double value = subject.getValue().call();
        if (round > 0 && !Double.isNaN(value)) {
          samples.computeIfAbsent(subject.getKey(), name -> new Samples()).add(value);
        }
      }
    }
    double first = samples.values().iterator().next().median();
    StringBuilder table =
        new StringBuilder("| " + title + " | median (p10-p90) | ratio |\n|---|---|---|\n");
    samples.forEach(
        (name, values) ->
            table.append(
                String.format(
                    Locale.ROOT, "| %s | %s | %.1f |%n", name, values, values.median() / first)));
    return table.toString();
  }
}
