package io.linkspan.page;

import io.linkspan.page.Html.Fact;
import io.linkspan.report.Quantity;
import io.linkspan.run.Progress;
import io.linkspan.session.Fact.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is of a run that ended before its time, and why it did. */
final class StoppedPart {
  private StoppedPart() {}

  /** The name of the run, such as {@code Run 7}. */
  static String name(Stopped stopped) {
    String what = last(stopped).map(Progress::what).orElse("run");
    return Character.toUpperCase(what.charAt(0)) + what.substring(1);
  }

  static Element badge(Stopped stopped) {
    return stopped.byUser() ? Badge.WARN.of("interrupted") : Badge.BAD.of("failed");
  }

  static Node of(Stopped stopped, String id) {
    List<Fact> facts = new ArrayList<>();
    last(stopped)
        .ifPresent(
            moment -> {
              facts.add(Fact.of("Time", Quantity.time(moment.elapsed()) + ", as last seen"));
              if (moment.batches().isPresent()) {
                facts.add(
                    Fact.of(
                        "Batches",
                        "%s of %s were done, as last seen"
                            .formatted(
                                Quantity.count(moment.batchesDone()),
                                Quantity.count(moment.batches().getAsInt()))));
              }
            });
    Element why =
        MessageParts.message(badge(stopped), stopped.why(), Optional.empty(), Optional.empty());
    List<Curve> curves = Curve.of(stopped.course());
    return Node.all(
        Html.section(
            "h3",
            "How it ended",
            Element.of("ul", why).styled("messages"),
            facts.isEmpty() ? Node.NOTHING : Html.facts(facts)),
        curves.get(0).highest() == 0
            ? Node.NOTHING
            : Html.section("h3", "Rows over time", RowsChart.of(id + "-chart", curves)));
  }

  private static Optional<Progress> last(Stopped stopped) {
    return stopped.course().stream().reduce((a, b) -> b);
  }
}
