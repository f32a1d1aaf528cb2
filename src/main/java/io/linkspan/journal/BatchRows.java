package io.linkspan.journal;

import io.linkspan.connection.Session;
import io.linkspan.plan.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private static final String INSERT_KEYS =
      """
      INSERT INTO linkspan.batches (run, batch, after_key, up_to_key)
      VALUES (%d, %d, ?::pg_catalog.text[], ?::pg_catalog.text[]) RETURNING batch""";

  private BatchRows() {}

  static void insert(Session session, long run, List<JournaledBatch> batches) {
    List<JournaledBatch> others = new ArrayList<>();
    for (JournaledBatch each : batches) {
      if (each.batch() instanceof Batch.KeyRange keys) {
        session.query(
            INSERT_KEYS.formatted(run, each.number()),
            row -> row.number("batch"),
            keys.after(),
            keys.upTo());
      } else {
        others.add(each);
      }
    }
    for (int from = 0; from < others.size(); from += AT_ONCE) {
      many(session, run, others.subList(from, Math.min(others.size(), from + AT_ONCE)));
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
