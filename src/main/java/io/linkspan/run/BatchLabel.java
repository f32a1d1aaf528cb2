package io.linkspan.run;

import io.linkspan.journal.JournaledBatch;
import io.linkspan.plan.Batch;

/** A short name of a batch for progress and messages. */
final class BatchLabel {
  private BatchLabel() {}

  static String of(JournaledBatch batch) {
    return "batch " + batch.number() + range(batch.batch());
  }

  private static String range(Batch batch) {
    if (batch instanceof Batch.PageRange pages) {
      return ", " + pages(pages);
    }
    if (batch instanceof Batch.SinceThen since) {
      return ", " + (since.changed() ? "changed rows of " : "") + pages(since.pages());
    }
    if (batch instanceof Batch.KeyRange keys) {
      return keys.upTo().isEmpty()
          ? ", the last keys"
          : ", keys up to " + String.join(", ", keys.upTo());
    }
    return "";
  }

  private static String pages(Batch.PageRange pages) {
    String to =
        pages.before().isPresent() ? "to " + (pages.before().getAsLong() - 1) : "to the end";
    return "pages %d %s of %s".formatted(pages.from(), to, pages.heap().quoted());
  }
}
