package io.linkspan.journal;

import io.linkspan.connection.Session;
import io.linkspan.plan.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes ranges of keys into the journal, many in one statement. */
final class KeyRows {
  // An array of arrays would have to be as wide in every row, so each travels as its text.
  private static final String INSERT =
      """
      INSERT INTO linkspan.batches (run, batch, after_key, up_to_key)
      SELECT %d, batch::pg_catalog.int4, after_key::pg_catalog.text[], up_to_key::pg_catalog.text[]
      FROM ROWS FROM (pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[]),
        pg_catalog.unnest(?::pg_catalog.text[])) AS b (batch, after_key, up_to_key)
      RETURNING batch""";

  private KeyRows() {}

  /** Each batch is a range of keys. */
  static void insert(Session session, long run, List<JournaledBatch> batches) {
    List<String> numbers = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<String> upTo = new ArrayList<>();
    for (JournaledBatch each : batches) {
      Batch.KeyRange range = (Batch.KeyRange) each.batch();
      numbers.add(String.valueOf(each.number()));
      after.add(array(range.after()));
      upTo.add(array(range.upTo()));
    }
    session.query(INSERT.formatted(run), row -> row.number("batch"), numbers, after, upTo);
  }

  /** The text of an array, every element in quotes (manual, "Array Input and Output Syntax"). */
  private static String array(List<String> elements) {
    return elements.stream()
        .map(element -> '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
