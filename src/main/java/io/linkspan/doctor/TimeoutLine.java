package io.linkspan.doctor;

import io.linkspan.catalog.Timeout;
import io.linkspan.check.TimeoutText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The timeouts that hold for a session. */
final class TimeoutLine {
  private static final String WHAT = "timeouts";

  private TimeoutLine() {}

  /** Links and the session that keeps the snapshot turn them off, but for a lock_timeout. */
  static Observation ofSource(Side side) {
    List<Timeout> timeouts = side.server().state().timeouts();
    return Observation.ok(
        WHAT, timeouts.isEmpty() ? "none" : names(timeouts) + "; a copy reads with its own");
  }

  static Observation ofTarget(Side side) {
    List<Timeout> timeouts = side.server().state().timeouts();
    List<Remark> findings = new ArrayList<>();
    timeouts.forEach(timeout -> findings.add(finding(side, timeout)));
    return Observation.of(WHAT, timeouts.isEmpty() ? "none" : names(timeouts), findings);
  }

  private static Remark finding(Side side, Timeout timeout) {
    String cause = TimeoutText.origin(timeout, side.server());
    String next = TimeoutText.cure(timeout, side.server(), side.name(), false);
    String named = "%s on \"%s\" ends %%s".formatted(timeout.name(), side.name());
    return switch (timeout.name()) {
      case "statement_timeout", "transaction_timeout" ->
          Remark.warning(named.formatted("a copy that takes longer"), cause, next);
      case "lock_timeout" ->
          Remark.note(named.formatted("a truncate that waits longer"), cause, next);
      case "idle_session_timeout" ->
          Remark.note(named.formatted("this connection where nothing is typed"), cause, next);
      default ->
          Remark.note(
              named.formatted("a transaction of yours that waits for the next line"), cause, next);
    };
  }

  private static String names(List<Timeout> timeouts) {
    return timeouts.stream()
        .map(timeout -> timeout.name() + " " + TimeoutText.text(longest(timeout)))
        .collect(Collectors.joining(", "));
  }

  private static Duration longest(Timeout timeout) {
    return timeout.now().isZero() ? timeout.atLogin() : timeout.now();
  }
}
