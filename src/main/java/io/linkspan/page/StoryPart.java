package io.linkspan.page;

import io.linkspan.check.Finding;
import io.linkspan.report.Quantity;
import io.linkspan.undo.Undone;
import java.util.ArrayList;
import java.util.List;

/** One copy of a session: what it did first, then how it was planned. */
final class StoryPart {
  private static final Element UNDONE = Badge.WARN.of("undone");

  private StoryPart() {}

  static Node content(Story story, String id) {
    return Node.all(did(story, id), PlanPart.of(story.planned(), id));
  }

  /** The same where it is all that a page tells. */
  static Node chapters(Node did, Node planned) {
    return Node.all(
        Html.section("h2", "What it did", did), Html.section("h2", "How it was planned", planned));
  }

  /** What came of it, without the plan. */
  static Node did(Story story, String id) {
    return Node.all(
        story.undone().map(StoryPart::undone).orElse(Node.NOTHING),
        story.ran().map(ran -> RanPart.of(ran, id)).orElse(Node.NOTHING),
        story.stopped().map(stopped -> StoppedPart.of(stopped, id)).orElse(Node.NOTHING),
        story.verified().map(VerifiedPart::of).orElse(Node.NOTHING));
  }

  private static Node undone(Undone undone) {
    return Element.of(
        "p",
        UNDONE,
        Node.text(
            " The run was taken back afterwards: %s removed."
                .formatted(Quantity.count(undone.removed(), "row"))));
  }

  /** How it ended, in words. */
  static Node badges(Story story) {
    Node end =
        story
            .ran()
            .map(
                ran ->
                    ran.receipt().dry() ? Badge.WARN.of("rolled back") : Badge.GOOD.of("committed"))
            .or(() -> story.stopped().map(StoppedPart::badge))
            .orElseGet(
                () ->
                    story.planned().count(Finding.Severity.ERROR) > 0
                        ? Badge.BAD.of("refused")
                        : Badge.PLAIN.of("ready"));
    List<Node> badges = new ArrayList<>(List.of(end));
    story.verified().map(v -> VerifiedPart.badge(v.verification())).ifPresent(badges::add);
    story.undone().ifPresent(undone -> badges.add(UNDONE));
    return spaced(badges);
  }

  private static Node spaced(List<Node> nodes) {
    List<Node> all = new ArrayList<>();
    for (Node node : nodes) {
      if (!all.isEmpty()) {
        all.add(Node.text(" "));
      }
      all.add(node);
    }
    return Node.all(all);
  }
}
