package io.linkspan.verify;

import io.linkspan.connection.Link;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import io.linkspan.statement.ChecksumQuery;
import io.linkspan.statement.DifferencesQuery;
import io.linkspan.statement.RunRows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One comparison of source and target, each read in one snapshot. The link and its session read the
 * source, one more session of the target reads what arrived.
 */
public final class VerifyRun {
  private static final Duration GRACE = Duration.ofMillis(100);

  private final CopyPlan plan;
  private final Comparison comparison;
  private final Optional<CopiedBefore> copied;
  private final Link link;
  private final Session session;
  private final Supplier<Session> another;
  private final Sizes sizes;
  private final AtomicLong compared = new AtomicLong();
  private volatile Optional<Session> second = Optional.empty();
  private volatile boolean stopped;

  /**
   * A comparison yet to be started.
   *
   * @param copied what the journal knows of the copy
   * @param session the target's session in which the link is open
   * @param another opens one more session of the target
   */
  public VerifyRun(
      CopyPlan plan,
      Optional<CopiedBefore> copied,
      Link link,
      Session session,
      Supplier<Session> another) {
    this.plan = plan;
    this.comparison = Comparison.of(plan);
    this.copied = copied;
    this.link = link;
    this.session = session;
    this.another = another;
    this.sizes = Sizes.of(plan);
  }

  /**
   * Compares on the caller's thread and two more.
   *
   * @throws UserException where nothing can be compared, a server reports an error, or it was
   *     stopped
   */
  public Verification run(RunListener listener) {
    if (comparison.columns().isEmpty()) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("no column of the copy can be compared")
              .withDetail("Each of them gets another value each time.")
              .withHint("See what fills them: plan"));
    }
    long start = System.nanoTime();
    boolean done = false;
    try {
      begin();
      Findings findings = new Findings();
      long rows = compare(findings, ticker(listener, start));
      requireNotStopped();
      link.execute("COMMIT");
      session.execute("COMMIT");
      done = true;
      return new Verification(
          comparison,
          copied.map(c -> OptionalLong.of(c.run())).orElseGet(OptionalLong::empty),
          copied.filter(CopiedBefore::unfinished).isPresent(),
          rows,
          findings.groups(),
          findings.columns(),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (ServerException e) {
      throw stopped ? interrupted() : e;
    } finally {
      second.ifPresent(Session::close);
      if (!done) {
        link.abandon();
      }
    }
  }

  private void begin() {
    session.execute(Snapshot.BEGIN);
    session.execute(Snapshot.onTarget(plan, comparison));
    link.execute(Snapshot.BEGIN);
    link.execute(Snapshot.onSource());
    link.requireSettings();
  }

  /** Gives how many rows the source has. */
  private long compare(Findings findings, Ticker ticker) {
    ChecksumQuery query = new ChecksumQuery(plan, comparison, sizes.buckets());
    Session own = openSecond();
    SideBySide.Both<BucketSums, BucketSums> sums =
        SideBySide.run(
            () -> sourceSums(query),
            () -> targetSums(query, own),
            () -> stopped,
            this::cancel,
            () -> ticker.tick("checksums"));
    requireNotStopped();
    BucketSums source = sums.first();
    compared.set(source.total());
    DifferencesQuery differences =
        new DifferencesQuery(plan, comparison, sizes.buckets(), written());
    List<Integer> differing = source.differing(sums.second());
    for (List<Integer> part : parts(differing, sums)) {
      ticker.tick("rows that differ");
      requireNotStopped();
      session.rows(differences.of(link.name(), part), findings::add);
    }
    return source.total();
  }

  /** A source that cannot choose the rows of a bucket would give all of them for each part. */
  private List<List<Integer>> parts(
      List<Integer> differing, SideBySide.Both<BucketSums, BucketSums> sums) {
    if (differing.isEmpty()) {
      return List.of();
    }
    return comparison.sourceKeys()
        ? Sizes.parts(differing, sums.first(), sums.second())
        : List.of(differing);
  }

  private Session openSecond() {
    String snapshot = session.queryOne(Snapshot.EXPORT, row -> row.text("id"));
    Session own = another.get();
    second = Optional.of(own);
    own.execute(Snapshot.BEGIN);
    own.execute(Snapshot.adopted(snapshot));
    own.execute(Snapshot.onTarget(plan, comparison));
    Snapshot.writeAlike(own, session);
    return own;
  }

  private BucketSums targetSums(ChecksumQuery query, Session own) {
    BucketSums sums = new BucketSums(sizes.buckets());
    requireNotStopped();
    own.rows(query.onTarget(written()), sums::add);
    return sums;
  }

  private BucketSums sourceSums(ChecksumQuery query) {
    BucketSums sums = new BucketSums(sizes.buckets());
    requireNotStopped();
    if (comparison.sourceHashes()) {
      link.query(query.onSource(), ChecksumQuery.COLUMNS, sums::add);
    } else if (query.needsAll()) {
      session.rows(query.ofAll(link.name()), sums::add);
    } else {
      link.execute(query.cursor(link.name()));
      fetchAll(query.ofNext(link.name(), sizes.rowsPerFetch()), sums);
    }
    return sums;
  }

  private void fetchAll(String next, BucketSums sums) {
    long rows;
    do {
      requireNotStopped();
      rows = session.rows(next, sums::add).stream().mapToLong(Long::longValue).sum();
      compared.addAndGet(rows);
    } while (rows == sizes.rowsPerFetch());
  }

  private Optional<RunRows> written() {
    return copied.flatMap(CopiedBefore::rows).filter(rows -> Snapshot.hasVersions(plan));
  }

  /** Lets the comparison end soon. May be called from another thread. */
  public void stop() {
    stopped = true;
    second.ifPresent(own -> own.cancel(Duration.ZERO));
  }

  private void cancel() {
    if (session.isRunning()) {
      link.cancelSource();
      session.cancel(GRACE);
    }
    second.ifPresent(own -> own.cancel(Duration.ZERO));
  }

  private void requireNotStopped() {
    if (stopped) {
      throw interrupted();
    }
  }

  private static UserException interrupted() {
    return new UserException(
        UserException.Kind.INTERRUPTED,
        ErrorFields.of("the comparison was stopped")
            .withHint("Nothing was changed; compare again: verify"));
  }

  /** Tells where the work stands. */
  private interface Ticker {
    void tick(String doing);
  }

  private Ticker ticker(RunListener listener, long start) {
    return doing ->
        listener.progress(
            new Progress(
                "verify",
                copied.map(c -> OptionalLong.of(c.run())).orElseGet(OptionalLong::empty),
                compared.get(),
                sizes.expectedRows(),
                0,
                OptionalInt.empty(),
                Duration.ofNanos(System.nanoTime() - start),
                List.of(new Progress.Worker(1, doing, compared.get()))));
  }
}
