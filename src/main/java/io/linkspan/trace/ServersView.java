package io.linkspan.trace;

import io.linkspan.catalog.Activity;
import io.linkspan.catalog.ActivityReader;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.Sent;
import io.linkspan.connection.Session;
import io.linkspan.pg.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What both servers say of the backends that take part: looked at several times a second while a
 * message waits for its answer, and once when a command is over.
 */
final class ServersView implements AutoCloseable {
  private static final long BETWEEN = 250;

  /** A message that is answered sooner is told by its answer alone. */
  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(200);

  private static final long LONGEST = 500;

  private final OpenConnections connections;
  private final UnaryOperator<String> mask;
  private final Consumer<TraceEvent> to;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Set<Integer>> backends = new ConcurrentHashMap<>();
  private final Map<String, Activity> last = new ConcurrentHashMap<>();
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private volatile long begun = System.nanoTime();
  private Optional<Looker> looker = Optional.empty();

  /** The thread that looks, and what it does again and again. */
  private record Looker(ScheduledThreadPoolExecutor thread, ScheduledFuture<?> ticks) {
    void end() {
      ticks.cancel(false);
      thread.shutdown();
    }
  }

  /**
   * A view of nothing yet.
   *
   * @param mask takes the passwords out of a query, which a server shows as it was sent
   */
  ServersView(OpenConnections connections, UnaryOperator<String> mask, Consumer<TraceEvent> to) {
    this.connections = connections;
    this.mask = mask;
    this.to = to;
  }

  void begin() {
    begun = System.nanoTime();
    backends.clear();
    waiting.clear();
    last.clear();
    if (looker.isEmpty()) {
      ScheduledThreadPoolExecutor thread =
          new ScheduledThreadPoolExecutor(
              1,
              work -> {
                Thread made = new Thread(work, "trace");
                made.setDaemon(true);
                return made;
              });
      looker =
          Optional.of(
              new Looker(
                  thread,
                  thread.scheduleWithFixedDelay(
                      this::tick, BETWEEN, BETWEEN, TimeUnit.MILLISECONDS)));
    }
  }

  /** A message goes out: its backends are of interest from now on. */
  void involve(Sent message) {
    waiting.put(key(message), message.nanos());
    if (!LookUps.is(message)) {
      backends(message.connection()).add(message.pid());
    }
    message
        .what()
        .through()
        .filter(through -> through.pid() != 0)
        .ifPresent(through -> backends(through.source()).add(through.pid()));
  }

  /** Its answer is there. */
  void left(Sent message) {
    waiting.remove(key(message));
  }

  private Set<Integer> backends(String connection) {
    return backends.computeIfAbsent(connection, name -> ConcurrentHashMap.newKeySet());
  }

  private static String key(Sent message) {
    return message.connection() + " " + message.number();
  }

  private void tick() {
    long now = System.nanoTime();
    if (waiting.values().stream().anyMatch(since -> now - since > SHORT)) {
      look(activity -> !activity.state().orElse("").equals("idle"));
    }
  }

  /** One last look, at how the backends were left. */
  void end() {
    if (!backends.isEmpty()) {
      looker.map(Looker::thread).ifPresent(this::lastLook);
    }
    backends.clear();
    waiting.clear();
  }

  /** A prompt does not wait long for a server that does not answer. */
  private void lastLook(ScheduledThreadPoolExecutor thread) {
    try {
      thread.submit(() -> look(any -> true)).get(LONGEST, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      to.accept(new TraceEvent.Unseen(since(), "shell", "a server does not answer"));
    }
  }

  private void look(Predicate<Activity> telling) {
    for (OpenConnection connection : connections.all()) {
      Set<Integer> pids = backends.getOrDefault(connection.name(), Set.of());
      if (!pids.isEmpty() && !connection.isLost()) {
        look(connection, new ArrayList<>(new TreeSet<>(pids)), telling);
      }
    }
  }

  private void look(OpenConnection connection, List<Integer> pids, Predicate<Activity> telling) {
    String name = connection.name();
    try {
      for (Activity activity : ActivityReader.read(session(connection), pids)) {
        if (telling.test(activity)
            && !activity.equals(last.put(name + " " + activity.pid(), activity))) {
          to.accept(
              new TraceEvent.Seen(since(), name, activity.with(mask.apply(activity.query()))));
        }
      }
    } catch (UserException e) {
      // A server that cannot be looked at can still be talked to; it is told once a command.
      backends.remove(name);
      to.accept(new TraceEvent.Unseen(since(), name, e.fields().message()));
    }
  }

  private Session session(OpenConnection connection) {
    Session known = sessions.get(connection.name());
    if (known == null || known.isClosed()) {
      known = connection.openSilentSession();
      known.servesAs("trace");
      sessions.put(connection.name(), known);
    }
    return known;
  }

  private Duration since() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public void close() {
    looker.ifPresent(Looker::end);
    looker = Optional.empty();
    sessions.values().forEach(ServersView::closed);
    sessions.clear();
  }

  private static void closed(Session session) {
    try {
      session.close();
    } catch (UserException e) {
      // Its server is gone, and the session with it.
      return;
    }
  }
}
