package io.linkspan.journal;

import io.linkspan.connection.Row;
import io.linkspan.pg.QualifiedName;
import io.linkspan.plan.Batch;
import io.linkspan.sql.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads rows of the journal's tables. */
final class JournalRows {
  private JournalRows() {}

  static JournaledRun run(Row row) {
    RunState state =
        switch (row.text("state")) {
          case "finished" -> RunState.FINISHED;
          case "undone" -> RunState.UNDONE;
          default -> row.flag("running") ? RunState.RUNNING : RunState.INTERRUPTED;
        };
    return new JournaledRun(
        row.number("run"),
        entry(row),
        state,
        row.text("role"),
        instant(row.text("begun_ms")),
        row.optionalText("ended_ms").map(JournalRows::instant),
        (int) row.number("batches"),
        (int) row.number("done"),
        counts(row),
        row.number("undone_rows"));
  }

  private static RunEntry entry(Row row) {
    return new RunEntry(
        row.text("source"),
        row.text("source_database"),
        row.text("reading"),
        row.text("target"),
        row.text("into_table"),
        row.text("request"),
        row.text("statement"),
        row.text("division"),
        row.optionalText("snapshot"),
        row.text("source_files"),
        row.text("target_files"),
        row.flag("clean"));
  }

  private static BatchCounts counts(Row row) {
    return new BatchCounts(
        row.number("read"),
        row.number("duplicates"),
        row.number("inserted"),
        row.number("updated"),
        row.number("skipped"),
        row.number("dropped"));
  }

  private static Instant instant(String milliseconds) {
    return Instant.ofEpochMilli(Math.round(Double.parseDouble(milliseconds)));
  }

  static CommittedBatch committed(Row row) {
    return new CommittedBatch(
        (int) row.number("batch"), instant(row.text("committed_ms")), row.number("read"));
  }

  static JournaledBatch batch(Row row) {
    return new JournaledBatch(
        (int) row.number("batch"), range(row), row.optionalText("xid_text"), counts(row));
  }

  private static Batch range(Row row) {
    Optional<String> heap = row.optionalText("heap");
    if (heap.isPresent()) {
      QualifiedName name = Tokens.of(heap.orElseThrow()).expectName("a table");
      Batch.PageRange pages =
          new Batch.PageRange(
              name,
              row.number("from_page"),
              row.optionalText("before_page")
                  .map(text -> OptionalLong.of(Long.parseLong(text)))
                  .orElseGet(OptionalLong::empty));
      return row.optionalText("changed_since")
          .<Batch>map(text -> new Batch.SinceThen(pages, Long.parseLong(text), true))
          .orElse(pages);
    }
    return row.optionalText("up_to_key").isPresent()
        ? new Batch.KeyRange(row.texts("after_key"), row.texts("up_to_key"))
        : new Batch.All();
  }
}
