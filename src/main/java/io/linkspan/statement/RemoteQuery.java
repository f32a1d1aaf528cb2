package io.linkspan.statement;

import io.linkspan.pg.QualifiedName;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.plan.RemoteColumn;
import java.util.List;
import java.util.Optional;

/** The query that the source runs. */
final class RemoteQuery {
  private RemoteQuery() {}

  static String of(CopyPlan plan) {
    return of(plan, new Batch.All());
  }

  /** The query of one batch; that of a {@link Batch.Fetch} is the cursor's, which gives all. */
  static String of(CopyPlan plan, Batch batch) {
    Optional<String> range = range(plan, batch);
    String from = heap(batch).map(QualifiedName::quoted).orElseGet(() -> from(plan.reading()));
    return of(plan, plan.remoteColumns().stream().map(RemoteQuery::item).toList(), from, range);
  }

  /** The query of those rows alone for which one more condition holds. */
  static String where(CopyPlan plan, String condition) {
    return select(
        plan,
        plan.remoteColumns().stream().map(RemoteQuery::item).toList(),
        Optional.of(condition));
  }

  /**
   * The same rows with other columns.
   *
   * @param items what is selected, over the columns that the source has
   */
  static String select(CopyPlan plan, List<String> items, Optional<String> condition) {
    return of(plan, items, from(plan.reading()), condition);
  }

  private static String of(CopyPlan plan, List<String> items, String from, Optional<String> range) {
    String head = Wrapped.list("SELECT ", items, "");
    String condition = range.map(text -> "\n  AND " + text).orElse("");
    String where =
        plan.where()
            .map(
                text ->
                    "\nWHERE "
                        + (range.isPresent() ? "(" + closed(text) + ")" : closed(text))
                        + condition)
            .orElse(range.map(text -> "\nWHERE " + text).orElse(""));
    return head + "\nFROM " + from + where;
  }

  private static Optional<QualifiedName> heap(Batch batch) {
    if (batch instanceof Batch.SinceThen since) {
      return Optional.of(since.pages().heap());
    }
    return batch instanceof Batch.PageRange pages ? Optional.of(pages.heap()) : Optional.empty();
  }

  private static Optional<String> range(CopyPlan plan, Batch batch) {
    if (batch instanceof Batch.SinceThen since) {
      return Optional.of(
          range(plan, since.pages()).orElseThrow()
              + "\n  AND "
              + (since.changed() ? "" : "NOT ")
              + RowVersion.since(since.oldest()));
    }
    if (batch instanceof Batch.PageRange pages) {
      String last =
          pages.before().isPresent() ? " AND ctid < '(" + pages.before().getAsLong() + ",0)'" : "";
      return Optional.of("ctid >= '(" + pages.from() + ",0)'" + last);
    }
    return batch instanceof Batch.KeyRange keys ? KeyRangeText.of(plan, keys) : Optional.empty();
  }

  /** The same, cut after some rows. */
  static String limited(CopyPlan plan, long rows) {
    return of(plan) + "\nLIMIT " + rows;
  }

  private static String item(RemoteColumn column) {
    String name = column.name().quoted();
    return column.expression().equals(name) ? name : column.expression() + " AS " + name;
  }

  static String from(Reading reading) {
    if (reading instanceof Reading.OfTable of) {
      return of.table().name().quoted();
    }
    Reading.OfQuery of = (Reading.OfQuery) reading;
    return "(" + closed(of.sql()) + ") AS q";
  }

  /** The user's text with a line end after it where a comment would else swallow what follows. */
  static String closed(String text) {
    return text.contains("--") ? text + "\n" : text;
  }
}
