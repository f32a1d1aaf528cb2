package io.linkspan.misfit;

import io.linkspan.connection.Link;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.TypeName;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.RemoteColumn;
import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import io.linkspan.statement.SourceRows;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** One look at every row of a plan. Everything that it opens is rolled back. */
public final class MisfitSearch {
  /** Few enough that a Ctrl-C between two fetches is soon, many enough that they cost nothing. */
  private static final int ROWS_PER_FETCH = 5_000;

  private static final String CURSOR = "linkspan_misfits";
  private static final String FETCH = "FETCH FORWARD " + ROWS_PER_FETCH + " FROM " + CURSOR;

  private final CopyPlan plan;
  private final Link link;
  private final Session session;
  private final Supplier<Session> onSource;
  private final Optional<String> only;
  private final RowIdentity identity;
  private volatile Optional<Session> second = Optional.empty();
  private volatile boolean stopped;

  /**
   * A search yet to be started.
   *
   * @param session the target's session in which the link is open
   * @param onSource opens one more session of the source
   * @param only a condition on the source that chooses some rows
   */
  public MisfitSearch(
      CopyPlan plan,
      Link link,
      Session session,
      Supplier<Session> onSource,
      Optional<String> only) {
    this.plan = plan;
    this.link = link;
    this.session = session;
    this.onSource = onSource;
    this.only = only;
    this.identity = RowIdentity.of(plan);
  }

  /**
   * Looks at the rows on the caller's thread.
   *
   * @throws UserException where a server reports an error that is none of a value's, or it was
   *     stopped
   */
  public Misfits run(RunListener listener) {
    long start = System.nanoTime();
    try {
      PlpgsqlRight.require(session);
      return onTarget(
          rows ->
              listener.progress(
                  new Progress(
                      "check rows",
                      OptionalLong.empty(),
                      rows,
                      OptionalLong.empty(),
                      0,
                      OptionalInt.empty(),
                      Duration.ofNanos(System.nanoTime() - start),
                      List.of(new Progress.Worker(1, "rows of " + plan.reading().label(), rows)))));
    } catch (ServerException e) {
      throw stopped ? interrupted() : e;
    }
  }

  /** Lets the search end soon. May be called from another thread. */
  public void stop() {
    stopped = true;
    second.ifPresent(own -> own.cancel(Duration.ZERO));
  }

  private Misfits onTarget(Ticker ticker) {
    List<Probe> probes = Probes.onTarget(plan);
    Tally tally = new Tally(probes);
    Optional<ErrorFields> raised = Optional.empty();
    boolean done = false;
    session.execute("BEGIN READ ONLY");
    try {
      // Under xmloption = document, content that is no document could not be read.
      session.execute("SET LOCAL xmloption = content");
      Set<TypeName> composites = composites();
      link.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      link.requireSettings();
      link.execute("SET LOCAL cursor_tuple_fraction = 1");
      link.execute("DECLARE " + CURSOR + " NO SCROLL CURSOR FOR\n" + query());
      BlockAnswer answer;
      boolean more;
      do {
        requireNotStopped();
        session.execute(
            new TargetBlock(plan, probes, composites, tally.unseen(), identity)
                .text(link.name(), FETCH));
        answer = BlockAnswer.read(session);
        raised = answer.stopped();
        tally.add(answer);
        more = raised.isEmpty() && answer.read() == ROWS_PER_FETCH;
        if (more) {
          ticker.tick(tally.read());
        }
      } while (more);
      requireNotStopped();
      link.execute("ROLLBACK");
      session.execute("ROLLBACK");
      done = true;
    } finally {
      if (!done) {
        link.abandon();
      }
    }
    return raised.isPresent()
        ? raisedBySource(raised.orElseThrow())
        : tally.misfits(identity, false);
  }

  private String query() {
    return SourceRows.read(plan, TargetBlock.items(plan, identity), only);
  }

  /** What ended the reading came from the source, or it is none of a row's. */
  private Misfits raisedBySource(ErrorFields error) {
    boolean bySource =
        error.context().filter(text -> text.contains("dblink connection")).isPresent();
    SourceBlock block = new SourceBlock(plan, identity);
    if (!bySource || block.probes().isEmpty()) {
      return nothing(error);
    }
    Misfits found;
    try (Session own = onSource.get()) {
      second = Optional.of(own);
      requireNotStopped();
      PlpgsqlRight.require(own);
      own.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      own.execute(block.text());
      BlockAnswer answer = BlockAnswer.read(own);
      own.execute("ROLLBACK");
      if (answer.stopped().isPresent()) {
        return nothing(error);
      }
      Tally tally = new Tally(block.probes());
      tally.add(answer);
      found = tally.misfits(identity, true);
    } finally {
      second = Optional.empty();
    }
    return found.groups().isEmpty() ? nothing(error) : found;
  }

  private Misfits nothing(ErrorFields error) {
    return new Misfits(identity, true, 0, 0, List.of(), List.of(), Optional.of(error));
  }

  private Set<TypeName> composites() {
    Set<TypeName> types = new HashSet<>();
    plan.remoteColumns().stream().map(RemoteColumn::declared).forEach(types::add);
    plan.assignments().forEach(a -> types.add(a.target().type().name()));
    types.removeIf(type -> !composite(type));
    return types;
  }

  private boolean composite(TypeName type) {
    return !type.isBuiltin()
        && session.queryOne(
            COMPOSITE, row -> row.flag("composite"), type.schema().name(), type.name().name());
  }

  // A domain may be made of another one, in the end of a composite type.
  private static final String COMPOSITE =
      """
      WITH RECURSIVE made AS (
        SELECT t.typtype, t.typbasetype
        FROM pg_catalog.pg_type AS t
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
        WHERE n.nspname OPERATOR(pg_catalog.=) ?::pg_catalog.name
          AND t.typname OPERATOR(pg_catalog.=) ?::pg_catalog.name
        UNION ALL
        SELECT t.typtype, t.typbasetype
        FROM made JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) made.typbasetype)
      SELECT EXISTS (SELECT FROM made
                     WHERE typtype OPERATOR(pg_catalog.=) 'c'::pg_catalog."char") AS composite""";

  private void requireNotStopped() {
    if (stopped) {
      throw interrupted();
    }
  }

  private static UserException interrupted() {
    return new UserException(
        UserException.Kind.INTERRUPTED,
        ErrorFields.of("the look at the rows was stopped")
            .withHint("Nothing was changed; look again: check rows"));
  }

  /** Tells how many rows are done. */
  private interface Ticker {
    void tick(long rows);
  }
}
