package io.linkspan.report;

import io.linkspan.plan.CopyPlan;
import io.linkspan.verify.RowGroup;
import io.linkspan.verify.RowSample;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.util.List;
import java.util.Locale;

/** A comparison of source and target as an event. */
final class VerifyEvent {
  private VerifyEvent() {}

  static String of(CopyPlan plan, Verification found) {
    return PlanEvent.route(new EventText("verify"), plan)
        .member("same", !found.foundDifference())
        .member("run", found.run())
        .member("unfinished", found.unfinished())
        .member("rows", found.rows())
        .member("equal", found.equal())
        .member("differ", found.count(Verdict.DIFFERS))
        .member("missing", found.count(Verdict.MISSING))
        .member("skipped", found.skipped())
        .member("changed", found.count(Verdict.CHANGED))
        .member("only_on_target", found.count(Verdict.ONLY_ON_TARGET))
        .objects(
            "columns",
            List.copyOf(found.columns().entrySet()),
            (json, each) ->
                json.member("column", each.getKey()).member("rows", (long) each.getValue()))
        .objects(
            "not_compared",
            found.comparison().notCompared(),
            (json, left) ->
                json.member("column", left.column().name().name()).member("reason", left.reason()))
        .objects("groups", found.groups(), VerifyEvent::group)
        .member("elapsed_ms", found.elapsed().toMillis())
        .line();
  }

  private static void group(EventText json, RowGroup group) {
    json.member("verdict", group.verdict().name().toLowerCase(Locale.ROOT))
        .member("key", group.key())
        .member("rows", group.rows())
        .objects("samples", group.samples(), VerifyEvent::sample);
  }

  private static void sample(EventText json, RowSample sample) {
    json.texts("key", sample.key())
        .texts("columns", sample.columns())
        .texts("source", sample.source())
        .texts("target", sample.target());
  }
}
