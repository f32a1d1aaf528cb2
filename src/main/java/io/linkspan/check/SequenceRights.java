package io.linkspan.check;

import io.linkspan.catalog.Sequence;
import io.linkspan.catalog.SequenceReader;
import io.linkspan.connection.Session;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.SequenceMove;
import java.util.List;

/**
 * Rights on the sequences that a copy moves on: setval asks for UPDATE when it is called, which no
 * EXPLAIN sees, and looking where the sequence stands asks for SELECT.
 */
final class SequenceRights {
  private SequenceRights() {}

  static List<Finding> check(CopyPlan plan, Session target) {
    if (plan.sequences().isEmpty()) {
      return List.of();
    }
    return SequenceReader.read(
            target, plan.sequences().stream().map(SequenceMove::sequence).distinct().toList())
        .stream()
        .filter(sequence -> !sequence.privileges().update() || !sequence.privileges().select())
        .map(sequence -> finding(plan.target(), sequence))
        .toList();
  }

  private static Finding finding(CopyPlan.End target, Sequence sequence) {
    String rights = "SELECT, UPDATE";
    return MissingRight.denied(
        target,
        "sequence \"%s\"".formatted(sequence.name()),
        rights,
        "GRANT %s ON SEQUENCE %s TO %s;"
            .formatted(rights, sequence.name().quoted(), target.server().role().quoted()));
  }
}
