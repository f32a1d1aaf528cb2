package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.TraceScreen;
import io.linkspan.trace.Trace;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the inputs are traced, and the trace that does it. */
final class Tracing implements AutoCloseable {
  /** The widest of the shell's own sessions' names. */
  private static final int OWN = "snapshot".length();

  private Optional<Trace> trace = Optional.empty();

  void on(OpenConnections connections, boolean all) {
    off(connections);
    Trace begun = new Trace(connections, all, SecretMask::mask);
    trace = Optional.of(begun);
    connections.listen(Optional.of(begun));
  }

  void off(OpenConnections connections) {
    connections.listen(Optional.empty());
    close();
  }

  /** What is on. */
  String state() {
    return trace
        .map(t -> "Tracing is on" + (t.tellsAll() ? ", look-ups one by one." : "."))
        .orElse("Tracing is off.");
  }

  /**
   * An input begins; its lines go there, if it is traced.
   *
   * @return what ends it
   */
  Conversation.Watched during(OpenConnections connections, Page page, Consumer<Line> lines) {
    if (trace.isEmpty()) {
      return Conversation.Watched.NOT;
    }
    Trace of = trace.orElseThrow();
    of.begin(event -> lines.accept(TraceScreen.of(event, widest(connections, page), page)));
    return of::end;
  }

  private static int widest(OpenConnections connections, Page page) {
    return connections.all().stream()
        .map(OpenConnection::name)
        .mapToInt(name -> page.textWidth().applyAsInt(name))
        .reduce(OWN, Math::max);
  }

  @Override
  public void close() {
    trace.ifPresent(Trace::close);
    trace = Optional.empty();
  }
}
