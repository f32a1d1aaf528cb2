package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import java.util.List;

/** What help says of the clauses. */
final class ClauseUsages {
  private ClauseUsages() {}

  /** Whether a clause begins with the word. */
  static boolean have(String word) {
    return all().stream().anyMatch(usage -> usage.words().contains(word));
  }

  static List<Usage> all() {
    return List.of(
        new Usage(
            Group.PLANNING,
            List.of("columns"),
            List.of("columns (COLUMN, …)", "columns off"),
            "only these target columns, and those that map names",
            "In plan copy, the list stands right after the target table.",
            List.of("columns (username, email)")),
        new Usage(
            Group.PLANNING,
            List.of("map"),
            List.of("map COLUMN = EXPRESSION, …", "map COLUMN = default"),
            "what fills a target column",
            "An expression over source columns, evaluated on the target. With default, the target"
                + " fills the column itself. A column that is not mapped takes the source column of"
                + " its name.",
            List.of("map email = lower(email), created_at = now()")),
        new Usage(
            Group.PLANNING,
            List.of("where"),
            List.of("where CONDITION", "where off"),
            "which rows are read; evaluated on the source, inside the remote query",
            "",
            List.of("where active and created_at < date '2025-01-01'")),
        new Usage(
            Group.PLANNING,
            List.of("distinct"),
            List.of("distinct", "distinct on (EXPRESSION, …) [order by …]", "distinct off"),
            "which of equal rows are proposed",
            "Evaluated on the target, over the mapped values. With on, the first row in the given"
                + " order is taken. t.COLUMN names the source column where a mapped one hides it.",
            List.of("distinct", "distinct on (email) order by t.updated_at desc")),
        new Usage(
            Group.PLANNING,
            List.of("on"),
            List.of(
                "on conflict preserve | overwrite | fail",
                "on conflict (KEY) overwrite",
                "on conflict [(KEY)] do nothing",
                "on conflict (KEY) do update set … [where …]"),
            "what becomes of a row whose key the target has already",
            "preserve skips it, whichever key it is, and is the default; overwrite updates every"
                + " copied column; fail stops the copy. Else PostgreSQL's own clause.",
            List.of("on conflict (email) overwrite")),
        new Usage(
            Group.PLANNING,
            List.of("truncate"),
            List.of("truncate", "truncate off"),
            "empties the target first, in the same transaction",
            "With a table behind it and a semicolon, TRUNCATE is SQL.",
            List.of("truncate")),
        new Usage(
            Group.PLANNING,
            List.of("batch"),
            List.of("batch N rows", "batch off", "batch auto"),
            "in how many transactions it is run",
            "Each batch is a transaction of its own, so that a run can be resumed; off makes one of"
                + " all; auto leaves it to the size of the table, as at first. What would be another"
                + " copy in batches is refused.",
            List.of("batch 50000 rows", "batch off")),
        new Usage(
            Group.PLANNING,
            List.of("workers"),
            List.of("workers N", "workers auto"),
            "how many sessions copy at a time",
            "All of them read one snapshot of the source.",
            List.of("workers 2")));
  }
}
