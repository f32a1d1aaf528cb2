package io.linkspan.journal;

import io.linkspan.connection.Session;
import io.linkspan.plan.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes batches into the journal. */
final class BatchRows {
  /** Rows of one INSERT, to keep its text short. */
  private static final int AT_ONCE = 5_000;

  private static final String INSERT =
      """
      INSERT INTO linkspan.batches (run, batch, heap, from_page, before_page,
        changed_since)
      SELECT %d, batch::pg_catalog.int4, NULLIF(heap, ''), NULLIF(from_page, '')::pg_catalog.int8,
             NULLIF(before_page, '')::pg_catalog.int8,
             NULLIF(changed_since, '')::pg_catalog.int8
      FROM ROWS FROM (pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[]),
        pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[]),
        pg_catalog.unnest(?::pg_catalog.text[]))
        AS b (batch, heap, from_page, before_page, changed_since)
      RETURNING batch""";

  private BatchRows() {}

  static void insert(Session session, long run, List<JournaledBatch> batches) {
    List<JournaledBatch> keys = new ArrayList<>();
    List<JournaledBatch> others = new ArrayList<>();
    for (JournaledBatch each : batches) {
      (each.batch() instanceof Batch.KeyRange ? keys : others).add(each);
    }
    inParts(keys, part -> KeyRows.insert(session, run, part));
    inParts(others, part -> many(session, run, part));
  }

  private static void inParts(List<JournaledBatch> batches, Consumer<List<JournaledBatch>> insert) {
    for (int from = 0; from < batches.size(); from += AT_ONCE) {
      insert.accept(batches.subList(from, Math.min(batches.size(), from + AT_ONCE)));
    }
  }

  private static void many(Session session, long run, List<JournaledBatch> batches) {
    List<String> numbers = new ArrayList<>();
    List<String> heaps = new ArrayList<>();
    List<String> from = new ArrayList<>();
    List<String> before = new ArrayList<>();
    List<String> since = new ArrayList<>();
    for (JournaledBatch each : batches) {
      numbers.add(String.valueOf(each.number()));
      Optional<Batch.PageRange> pages = pages(each.batch());
      heaps.add(pages.map(range -> range.heap().quoted()).orElse(""));
      from.add(pages.map(range -> String.valueOf(range.from())).orElse(""));
      before.add(
          pages
              .filter(range -> range.before().isPresent())
              .map(range -> String.valueOf(range.before().getAsLong()))
              .orElse(""));
      since.add(each.batch() instanceof Batch.SinceThen then ? String.valueOf(then.oldest()) : "");
    }
    session.query(
        INSERT.formatted(run), row -> row.number("batch"), numbers, heaps, from, before, since);
  }

  private static Optional<Batch.PageRange> pages(Batch batch) {
    if (batch instanceof Batch.SinceThen since) {
      return Optional.of(since.pages());
    }
    return batch instanceof Batch.PageRange range ? Optional.of(range) : Optional.empty();
  }
}
