package io.linkspan.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of all rounds, by fault. */
final class Summary {
  private Summary() {}

  /** A Markdown table. */
  static String of(List<Result> results) {
    Map<String, List<Result>> byFault =
        results.stream()
            .collect(Collectors.groupingBy(Result::fault, LinkedHashMap::new, Collectors.toList()));
    StringBuilder table =
        new StringBuilder(
            "\n| fault | rounds | struck | resumes | most | good | bad |\n|---|---|---|---|---|---|---|\n");
    byFault.forEach((name, rounds) -> table.append(row(name, rounds)));
    return table.append(row("all", results)).toString();
  }

  private static String row(String name, List<Result> rounds) {
    long good = rounds.stream().filter(Result::good).count();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d |%n",
        name,
        rounds.size(),
        rounds.stream().filter(Result::struck).count(),
        rounds.stream().mapToInt(Result::resumes).sum(),
        rounds.stream().mapToInt(Result::resumes).max().orElse(0),
        good,
        rounds.size() - good);
  }
}
