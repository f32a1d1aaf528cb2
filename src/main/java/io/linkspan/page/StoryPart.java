package io.linkspan.page;

import io.linkspan.check.Finding;

/** One copy of a session: what it did first, then how it was planned. */
final class StoryPart {
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
        story.ran().map(ran -> RanPart.of(ran, id)).orElse(Node.NOTHING),
        story.verified().map(VerifiedPart::of).orElse(Node.NOTHING));
  }

  /** How it ended, in words. */
  static Node badges(Story story) {
    Node end =
        story
            .ran()
            .map(
                ran ->
                    ran.receipt().dry() ? Badge.WARN.of("rolled back") : Badge.GOOD.of("committed"))
            .orElseGet(
                () ->
                    story.planned().count(Finding.Severity.ERROR) > 0
                        ? Badge.BAD.of("refused")
                        : Badge.PLAIN.of("ready"));
    return story
        .verified()
        .map(verified -> Node.all(end, Node.text(" "), VerifiedPart.badge(verified.verification())))
        .orElse(end);
  }
}
