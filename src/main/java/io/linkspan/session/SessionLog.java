package io.linkspan.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The steps of a session in the order in which they ended. The oldest are forgotten where there are
 * very many, so that a long night costs no more memory than a long evening. One thread uses it.
 */
public final class SessionLog {
  /** Steps that are kept. */
  public static final int MOST = 10_000;

  private final Clock clock;
  private final Deque<Open> open = new ArrayDeque<>();
  private final ArrayDeque<Step> steps = new ArrayDeque<>();
  private long forgotten;
  private Consumer<Step> listener = step -> {};
  private Consumer<Fact> factListener = fact -> {};

  /** A step that has begun. */
  private static final class Open {
    final String text;
    final Optional<Path> script;
    final Instant begun;
    final List<Fact> facts = new ArrayList<>();
    boolean called;

    Open(String text, Optional<Path> script, Instant begun) {
      this.text = text;
      this.script = script;
      this.begun = begun;
    }
  }

  /** A log of nothing yet. */
  public SessionLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * A step begins, maybe within another one that carries out a script.
   *
   * @param text without secrets
   * @param script the file that it stands in
   */
  public void begin(String text, Optional<Path> script) {
    Optional.ofNullable(open.peek()).ifPresent(caller -> caller.called = true);
    open.push(new Open(text, script, clock.instant()));
  }

  /** Has every fact told from now on, as soon as it is known. */
  public void tellFacts(Consumer<Fact> whom) {
    factListener = whom;
  }

  /** Something came of the step that is under way. */
  public void add(Fact fact) {
    factListener.accept(fact);
    Optional.ofNullable(open.peek()).ifPresent(step -> step.facts.add(fact));
  }

  /** The step that began last is over. */
  public void end(boolean wentWell) {
    Open over = open.pop();
    Step step =
        new Step(
            over.text,
            over.script,
            over.begun,
            Duration.between(over.begun, clock.instant()),
            wentWell,
            over.called,
            over.facts);
    steps.add(step);
    if (steps.size() > MOST) {
      steps.removeFirst();
      forgotten++;
    }
    listener.accept(step);
  }

  /** From now on that one is told of each step that is over. */
  public void tell(Consumer<Step> whom) {
    listener = whom;
  }

  /** The steps that are over. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** How many older steps were forgotten. */
  public long forgotten() {
    return forgotten;
  }
}
