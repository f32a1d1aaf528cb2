package io.linkspan.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Several values for each of several subjects, shown as a Markdown table of medians. */
final class Measured {
  private final Map<String, Map<String, Samples>> values = new LinkedHashMap<>();
  private final Map<String, Boolean> columns = new LinkedHashMap<>();

  void add(String subject, String column, double value) {
    columns.put(column, true);
    values
        .computeIfAbsent(subject, name -> new LinkedHashMap<>())
        .computeIfAbsent(column, name -> new Samples())
        .add(value);
  }

  String table(String title) {
    StringBuilder table = new StringBuilder("| " + title);
    columns.keySet().forEach(column -> table.append(" | ").append(column));
    table.append(" |\n|---").append("|---".repeat(columns.size())).append("|\n");
    values.forEach(
        (subject, samples) -> {
          table.append("| ").append(subject);
          columns
              .keySet()
              .forEach(
                  column ->
                      table
                          .append(" | ")
                          .append(samples.containsKey(column) ? text(samples.get(column)) : "–"));
          table.append(" |\n");
        });
    return table.toString();
  }

  private static String text(Samples samples) {
    return String.format(Locale.ROOT, "%,.0f", samples.median());
  }
}
