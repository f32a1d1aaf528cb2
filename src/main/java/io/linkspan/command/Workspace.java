package io.linkspan.command;

import io.linkspan.connection.Environment;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.SavedConnection;
import io.linkspan.connection.SavedConnections;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.UserException;
import io.linkspan.run.CopyRun;
import io.linkspan.run.Receipt;
import io.linkspan.session.SessionLog;
import io.linkspan.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the commands share: the open connections, the plan in hand, variables, the last receipt. */
final class Workspace implements AutoCloseable {
  /** How long the target may take to pass on what the source said of its cancel. */
  private static final Duration GRACE = Duration.ofMillis(200);

  /** How often an interrupt tries: a statement may have begun between two cancels. */
  private static final int ROUNDS = 10;

  private final Settings settings;
  private final SessionLog session = new SessionLog(Clock.systemUTC());
  private final Tracing tracing = new Tracing();
  private final QueryBuffer buffer = new QueryBuffer();
  private final Blocks blocks = new Blocks();
  private final Recorder recorder = new Recorder(this);
  private Optional<Typing> typing = Optional.empty();
  private Environment environment;
  private Optional<ServerException> lastError = Optional.empty();
  private final OpenConnections connections = new OpenConnections(this::savedNames);
  private final KnownNames names = new KnownNames();
  private final PlanInHand plan = new PlanInHand();
  private final Map<String, String> variables = new TreeMap<>();
  private Optional<Receipt> receipt = Optional.empty();
  private Optional<LastAnswer> answer = Optional.empty();
  private Optional<Learning> learning = Optional.empty();
  private Optional<RunningSandbox> sandbox = Optional.empty();
  private volatile Optional<CopyRun> run = Optional.empty();
  private final Set<Runnable> stops = ConcurrentHashMap.newKeySet();
  private final Set<Runnable> pauses = ConcurrentHashMap.newKeySet();
  private final AtomicLong interrupts = new AtomicLong();

  Workspace(Environment environment) {
    this(environment, new Settings());
  }

  Workspace(Environment environment, Settings settings) {
    this.environment = environment;
    this.settings = settings;
  }

  Settings settings() {
    return settings;
  }

  /** What was typed so far and what came of it. */
  SessionLog session() {
    return session;
  }

  /** The plans that are kept by name. */
  SavedPlans plans() {
    return new SavedPlans(environment.configuration().beside("plans"));
  }

  /** Whether the inputs are traced. */
  Tracing tracing() {
    return tracing;
  }

  Environment environment() {
    return environment;
  }

  /** Relative names of files count from there, from now on. */
  void changeDirectory(Path directory) {
    environment =
        new Environment(environment.variables(), environment.home(), environment.user(), directory);
  }

  /** What scripts are written of. */
  Recorder recorder() {
    return recorder;
  }

  /** What is open in the scripts that are carried out. */
  Blocks blocks() {
    return blocks;
  }

  /** The SQL that is typed and not sent. */
  QueryBuffer buffer() {
    return buffer;
  }

  /** Says who sends what commands have to send. */
  void type(Typing by) {
    typing = Optional.of(by);
  }

  /** What carries texts out as if they had been typed. */
  Typing typing() {
    return typing.orElseThrow();
  }

  /** Keeps a server's error for those who ask for it later, psql's variables included. */
  void failed(ServerException error) {
    lastError = Optional.of(error);
    variables.put("ERROR", "true");
    variables.put("SQLSTATE", error.sqlState().code());
    variables.put("ROW_COUNT", "0");
    variables.put("LAST_ERROR_MESSAGE", error.fields().message());
    variables.put("LAST_ERROR_SQLSTATE", error.sqlState().code());
  }

  /** The error that a server reported last. */
  Optional<ServerException> lastError() {
    return lastError;
  }

  SavedConnections saved() {
    return SavedConnections.of(environment);
  }

  /** For hints alone: a configuration file that cannot be read is told of elsewhere. */
  private List<String> savedNames() {
    try {
      return saved().all().stream().map(SavedConnection::name).toList();
    } catch (UserException e) {
      return List.of();
    }
  }

  OpenConnections connections() {
    return connections;
  }

  /** The names for completion, read in the background. */
  KnownNames names() {
    return names;
  }

  PlanInHand plan() {
    return plan;
  }

  Map<String, String> variables() {
    return variables;
  }

  /** What the last run did. */
  Optional<Receipt> receipt() {
    return receipt;
  }

  void keep(Receipt done) {
    receipt = Optional.of(done);
  }

  /** What a typed statement gave last; empty after one that failed. */
  Optional<LastAnswer> answer() {
    return answer;
  }

  void answered(Optional<LastAnswer> last) {
    answer = last;
  }

  /** The lesson that is learned; empty before the first {@code learn}. */
  Optional<Learning> learning() {
    return learning;
  }

  void learn(Learning begun) {
    learning = Optional.of(begun);
  }

  Optional<RunningSandbox> sandbox() {
    return sandbox;
  }

  void keep(RunningSandbox started) {
    sandbox = Optional.of(started);
  }

  /** Carries a run out so that an interrupt reaches it between two of its statements as well. */
  Receipt carryOut(CopyRun started, Function<CopyRun, Receipt> how) {
    run = Optional.of(started);
    try {
      Receipt done = how.apply(started);
      keep(done);
      return done;
    } finally {
      run = Optional.empty();
      // A run is in the journal now, whose schema may be new.
      connections.target().filter(target -> !target.isLost()).ifPresent(names::refresh);
    }
  }

  /**
   * Does some work so that an interrupt reaches it wherever it is.
   *
   * @param ending lets the work end soon; called on another thread
   */
  <T> T stoppable(Runnable ending, Supplier<T> work) {
    stops.add(ending);
    try {
      return work.get();
    } finally {
      stops.remove(ending);
    }
  }

  /**
   * Waits so that an interrupt ends it; nothing is under way meanwhile.
   *
   * @param ending lets the waiting end; called on another thread
   */
  <T> T pausing(Runnable ending, Supplier<T> waiting) {
    pauses.add(ending);
    try {
      return waiting.get();
    } finally {
      pauses.remove(ending);
    }
  }

  /** How often the user has interrupted so far. */
  long interrupts() {
    return interrupts.get();
  }

  /** Whether an interrupt would stop something. */
  boolean working() {
    return run.isPresent()
        || !stops.isEmpty()
        || connections.all().stream().anyMatch(Workspace::isRunning);
  }

  /**
   * Stops what runs in any session: on the source first, because a cancel on the target alone waits
   * for the source's answer.
   */
  void interrupt() {
    interrupts.incrementAndGet();
    pauses.forEach(Runnable::run);
    for (int round = 0; round < ROUNDS; round++) {
      run.ifPresent(CopyRun::stop);
      stops.forEach(Runnable::run);
      Optional<Link> link = connections.openLink();
      link.ifPresent(Workspace::cancelSource);
      Duration grace = link.isPresent() || round > 0 ? GRACE : Duration.ZERO;
      connections.all().forEach(connection -> cancel(connection, grace));
      if (!working()) {
        return;
      }
    }
  }

  private static boolean isRunning(OpenConnection connection) {
    return !connection.isLost() && connection.session().isRunning();
  }

  private static void cancelSource(Link link) {
    try {
      link.cancelSource();
    } catch (UserException e) {
      // The source may be gone already; the cancel on the target follows in any case.
      return;
    }
  }

  private static void cancel(OpenConnection connection, Duration grace) {
    if (!connection.isLost()) {
      connection.session().cancel(grace);
    }
  }

  @Override
  public void close() {
    try {
      tracing.close();
      connections.close();
    } finally {
      sandbox.ifPresent(RunningSandbox::close);
    }
  }
}
