package io.linkspan.trace;

import io.linkspan.connection.Answered;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.Sent;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.TrafficListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Listens to the traffic of one command after another and tells it as events, while it happens. The
 * look-ups of the shell are folded into one event between two other messages.
 */
public final class Trace implements TrafficListener, AutoCloseable {
  private static final String SHELL = "shell";

  private final boolean all;
  private final UnaryOperator<String> mask;
  private final ServersView view;
  private final Map<String, Fold> folds = new HashMap<>();
  private Optional<Command> command = Optional.empty();

  /** A command under way. */
  private record Command(long begun, Consumer<TraceEvent> to) {}

  /** Look-ups of one asker at one server that were not told yet. */
  private record Fold(String from, String to, int count, Duration took) {}

  /**
   * A trace of nothing yet.
   *
   * @param all whether look-ups are told one by one
   * @param mask takes the passwords out of a text
   */
  public Trace(OpenConnections connections, boolean all, UnaryOperator<String> mask) {
    this.all = all;
    this.mask = mask;
    this.view = new ServersView(connections, mask, this::seen);
  }

  /** Whether look-ups are told one by one. */
  public boolean tellsAll() {
    return all;
  }

  /** A command begins, maybe within another one that carries out a script. */
  public void begin(Consumer<TraceEvent> to) {
    synchronized (this) {
      unfold();
      command = Optional.of(new Command(System.nanoTime(), to));
    }
    view.begin();
  }

  /** The command is over: what is left to tell is told. */
  public void end() {
    view.end();
    synchronized (this) {
      unfold();
      command = Optional.empty();
    }
  }

  @Override
  public synchronized void sent(Sent message) {
    if (command.isEmpty() || (!all && LookUps.inBackground(message))) {
      return;
    }
    view.involve(message);
    if (folds(message)) {
      return;
    }
    unfold();
    tell(new TraceEvent.Asked(at(), asker(message), message.connection(), text(message)));
    for (Sent.Through through : Remotes.of(message)) {
      tell(
          new TraceEvent.Asked(
              at(), message.connection(), through.source(), mask.apply(through.remote())));
    }
  }

  @Override
  public synchronized void answered(Answered answer) {
    Sent sent = answer.sent();
    if (command.isEmpty() || (!all && LookUps.inBackground(sent))) {
      return;
    }
    view.left(sent);
    Duration took = Duration.ofNanos(answer.nanos() - sent.nanos());
    if (folds(sent) && answer.error().isEmpty()) {
      folds.merge(
          asker(sent) + " " + sent.connection(),
          new Fold(asker(sent), sent.connection(), 1, took),
          (a, b) -> new Fold(a.from(), a.to(), a.count() + 1, a.took().plus(b.took())));
      return;
    }
    unfold();
    Remotes.of(sent).stream().findFirst().ifPresent(through -> passedOn(answer, through.source()));
    tell(
        came(
            sent.connection(),
            asker(sent),
            answer.error().map(e -> error(e, sent)).orElseGet(() -> Counts.words(answer)),
            answer.error().isPresent(),
            took));
  }

  /** What the source said to the target before the target answers the shell. */
  private void passedOn(Answered answer, String source) {
    Sent sent = answer.sent();
    String counted = Counts.travelled(answer.text());
    if (!counted.isEmpty()) {
      tell(came(source, sent.connection(), counted, false, Duration.ZERO));
    }
    answer
        .error()
        .filter(ServerException::cameThroughDblink)
        .ifPresent(e -> tell(came(source, sent.connection(), error(e, sent), true, Duration.ZERO)));
  }

  private TraceEvent came(String from, String to, String text, boolean error, Duration took) {
    return new TraceEvent.Came(at(), from, to, text, error, took);
  }

  private String error(ServerException e, Sent sent) {
    // What a server says of a statement with a password in it may repeat a part of it.
    boolean secret = !mask.apply(sent.what().text()).equals(sent.what().text());
    String message = e.fields().message().lines().findFirst().orElse("");
    return "ERROR %s%s".formatted(e.sqlState().code(), secret ? "" : ": " + mask.apply(message));
  }

  private String text(Sent message) {
    return mask.apply(message.what().text());
  }

  private static String asker(Sent message) {
    return message.role().isEmpty() ? SHELL : message.role();
  }

  private boolean folds(Sent message) {
    return !all && LookUps.is(message);
  }

  private void unfold() {
    folds.values().stream()
        .sorted((a, b) -> (a.from() + a.to()).compareTo(b.from() + b.to()))
        .forEach(f -> tell(new TraceEvent.Folded(at(), f.from(), f.to(), f.count(), f.took())));
    folds.clear();
  }

  private synchronized void seen(TraceEvent event) {
    unfold();
    tell(event);
  }

  private Duration at() {
    return command.map(c -> Duration.ofNanos(System.nanoTime() - c.begun())).orElse(Duration.ZERO);
  }

  private void tell(TraceEvent event) {
    command.ifPresent(c -> c.to().accept(event));
  }

  @Override
  public void close() {
    view.close();
  }
}
