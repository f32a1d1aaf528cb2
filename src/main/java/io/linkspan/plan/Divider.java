package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Heap;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.Table;
import io.linkspan.pg.ErrorFields;
import io.linkspan.request.Batching;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.Distinct;
import io.linkspan.request.Execution;
import io.linkspan.sql.SteadyText;
import java.util.List;
import java.util.Optional;

/**
 * Chooses how a copy is cut into pieces. What must see all rows at once is never cut; what a
 * condition must not cut is read through a cursor; only rows of a plain table are cut into ranges.
 */
final class Divider {
  /** About how many bytes of work_mem a byte of a table's file needs as a row of a tuplestore. */
  private static final double ROOM = 2.5;

  /** What a row is taken to need where no statistics tell. */
  private static final long ROW_BYTES = 160;

  /** Bytes of a page, as servers are built by default. */
  private static final long PAGE = 8192;

  private static final int WORKERS = 4;

  /** Workers that fill one unique index get into each other's way (scripts/bench copies). */
  private static final int WORKERS_ON_A_KEY = 2;

  private final CopyRequest request;
  private final Reading reading;
  private final ServerFacts source;
  private final long room;
  private final Distinct distinct;
  private final ConflictAction conflict;
  private final List<Assignment> assignments;
  private final int mostWorkers;

  Divider(
      CopyRequest request,
      Reading reading,
      ServerFacts source,
      ServerFacts target,
      Distinct distinct,
      ConflictAction conflict,
      List<Assignment> assignments,
      boolean keyed) {
    this.request = request;
    this.reading = reading;
    this.source = source;
    this.room = (long) (target.workMem() / ROOM);
    this.distinct = distinct;
    this.conflict = conflict;
    this.assignments = assignments;
    this.mostWorkers = keyed ? WORKERS_ON_A_KEY : WORKERS;
  }

  HowItRuns choose() {
    Optional<ErrorFields> indivisible = indivisible();
    Execution asked = request.execution();
    boolean rows = asked.batching().filter(b -> b instanceof Batching.Rows).isPresent();
    boolean workers = asked.workers().orElse(1) > 1;
    if (indivisible.isPresent()) {
      return new HowItRuns(
          new Division.Whole(),
          indivisible.orElseThrow().message(),
          indivisible.filter(why -> rows || workers).map(why -> refusal(why, rows)));
    }
    if (asked.batching().filter(b -> b instanceof Batching.Off).isPresent()) {
      return workers
          ? new HowItRuns(
              new Division.Whole(), "batch is off", Optional.of(OneStatement.noWorkers()))
          : HowItRuns.because(new Division.Whole(), "batch is off");
    }
    if (!rows && !workers && fits()) {
      return HowItRuns.because(new Division.Whole(), "the rows fit in the target's work_mem");
    }
    Optional<String> cursor = needsCursor();
    if (cursor.isPresent()) {
      return new HowItRuns(
          new Division.Fetches(rowsPerBatch()),
          cursor.orElseThrow(),
          workers ? Optional.of(OneStatement.oneCursor(cursor.orElseThrow())) : Optional.empty());
    }
    return ranges(((Reading.OfTable) reading).table());
  }

  /** Whether the source is a table of so few bytes that one statement needs no temporary file. */
  private boolean fits() {
    return reading instanceof Reading.OfTable of
        && !of.table().heaps().isEmpty()
        && of.table().heaps().stream().allMatch(heap -> heap.bytes() > 0 || heap.addressable())
        && of.table().unpackedBytes() <= room;
  }

  private static ErrorFields refusal(ErrorFields why, boolean rows) {
    return why.withMessage(
        "the copy cannot be cut into %s: %s".formatted(rows ? "batches" : "parts", why.message()));
  }

  /** Why one statement must see all rows, if it must. */
  private Optional<ErrorFields> indivisible() {
    if (!(distinct instanceof Distinct.None)) {
      return Optional.of(OneStatement.distinct(distinct));
    }
    if (conflict instanceof ConflictAction.Update update
        && update
            .arbiter()
            .filter(key -> SourceUniqueness.holds(key, reading, assignments))
            .isEmpty()) {
      return Optional.of(OneStatement.update());
    }
    return Optional.empty();
  }

  /** Why the rows can only be read one after another, if so. */
  private Optional<String> needsCursor() {
    if (request.truncate()) {
      return Optional.of("TRUNCATE and the copy are one transaction");
    }
    if (!(reading instanceof Reading.OfTable of)) {
      return Optional.of("a query must not be cut by a condition");
    }
    Table table = of.table();
    if (table.kind() != Table.Kind.TABLE && table.kind() != Table.Kind.PARTITIONED_TABLE) {
      return Optional.of("the source is not a plain table");
    }
    if (table.hasChildren()) {
      return Optional.of("other tables inherit from the source table");
    }
    if (request.where().filter(where -> !SteadyText.steady(where)).isPresent()) {
      return Optional.of("where may say something else of a row from one session to the next");
    }
    boolean heaps = byPages(table);
    return heaps || key(table).isPresent()
        ? Optional.empty()
        : Optional.of(
            source.version().atLeast(14)
                ? "its partitions cannot be read one by one, and there is no key to cut it by"
                : "a source of version %d cannot read ranges of pages, and there is no key to cut by"
                    .formatted(source.version().major()));
  }

  private boolean byPages(Table table) {
    return source.version().atLeast(14)
        && !table.heaps().isEmpty()
        && table.heaps().stream().allMatch(Heap::addressable);
  }

  /** A unique key that every row has, the primary key before others. */
  private static Optional<List<Column>> key(Table table) {
    return table.keys().stream()
        .filter(key -> !key.exclusion() && key.predicate().isEmpty() && key.immediate())
        .sorted((a, b) -> Boolean.compare(b.primary(), a.primary()))
        .flatMap(key -> columns(key, table).stream())
        .findFirst();
  }

  private static Optional<List<Column>> columns(Key key, Table table) {
    return key.columns()
        .map(names -> names.stream().flatMap(name -> table.column(name).stream()).toList())
        .filter(found -> found.size() == key.elements().size())
        .filter(found -> found.stream().allMatch(c -> c.notNull() && c.type().hasOrder()));
  }

  private HowItRuns ranges(Table table) {
    String reason =
        request.execution().batching().isPresent()
            ? "batch says so"
            : fits() ? "workers says so" : "the table does not fit in the target's work_mem";
    long rows = rowsPerBatch();
    if (!byPages(table)) {
      long batches = Math.max(1, table.estimatedRows() / rows);
      return HowItRuns.because(
          new Division.KeyRanges(key(table).orElseThrow(), rows, workers(batches)), reason);
    }
    long pages = table.heaps().stream().mapToLong(Heap::pages).sum();
    double rowsPerPage = Math.max(1, rowsPerPage(table, pages));
    boolean asked =
        request.execution().batching().filter(b -> b instanceof Batching.Rows).isPresent();
    double pageBytes = Math.max(PAGE, (double) table.unpackedBytes() / Math.max(1, pages));
    long perBatch = Math.max(1, asked ? Math.round(rows / rowsPerPage) : (long) (room / pageBytes));
    long perBatchRows = Math.max(1, Math.round(perBatch * rowsPerPage));
    return HowItRuns.because(
        new Division.Pages(perBatch, perBatchRows, workers(pages / perBatch)), reason);
  }

  private int workers(long batches) {
    return request
        .execution()
        .workers()
        .orElse((int) Math.min(mostWorkers, Math.max(1, batches / 2)));
  }

  private long rowsPerBatch() {
    return request
        .execution()
        .batching()
        .filter(b -> b instanceof Batching.Rows)
        .map(b -> ((Batching.Rows) b).rows())
        .orElseGet(() -> Math.max(50, room / rowBytes()));
  }

  private long rowBytes() {
    if (reading instanceof Reading.OfTable of && of.table().estimatedRows() > 0) {
      return Math.max(16, of.table().unpackedBytes() / of.table().estimatedRows());
    }
    return ROW_BYTES;
  }

  private static double rowsPerPage(Table table, long pages) {
    return table.estimatedRows() > 0 && pages > 0
        ? (double) table.estimatedRows() / pages
        : (double) PAGE / ROW_BYTES;
  }
}
