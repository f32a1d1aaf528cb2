package io.linkspan.check;

import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.Timeout;
import io.linkspan.pg.ErrorFields;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A timeout of the target's session that ends a statement or a transaction of the copy that takes
 * longer.
 *
 * <p>The timeouts of sessions that are idle do not count here: the sessions of a run are busy.
 */
final class StatementTimeout implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    return Stream.of("statement_timeout", "transaction_timeout")
        .flatMap(name -> plan.target().server().state().timeout(name).stream())
        .flatMap(timeout -> finding(plan, timeout).stream())
        .toList();
  }

  /** Batches are copied by new sessions, which have what the role has at login. */
  private Optional<Finding> finding(CopyPlan plan, Timeout timeout) {
    boolean batches = plan.howItRuns().division().commitsBatches();
    Duration time = batches ? timeout.atLogin() : timeout.now();
    if (time.isZero()) {
      return Optional.empty();
    }
    String on = plan.target().connection();
    String what = batches ? "each batch of the copy" : "the copy";
    Finding finding =
        new Finding(
                CheckId.STATEMENT_TIMEOUT,
                small(plan) ? Finding.Severity.NOTE : Finding.Severity.WARNING,
                ErrorFields.of(
                        "%s on \"%s\" ends %s after %s"
                            .formatted(timeout.name(), on, what, TimeoutText.text(time)))
                    .withHint(TimeoutText.cure(timeout, plan.target().server(), on, batches)))
            .withDetail(TimeoutText.origin(timeout, plan.target().server()));
    return Optional.of(finding);
  }

  /** Whether the rows fit in memory, so that copying them is a matter of seconds. */
  private static boolean small(CopyPlan plan) {
    ServerFacts target = plan.target().server();
    return plan.reading() instanceof Reading.OfTable of
        && !of.table().heaps().isEmpty()
        && of.table().unpackedBytes() <= target.workMem();
  }
}
