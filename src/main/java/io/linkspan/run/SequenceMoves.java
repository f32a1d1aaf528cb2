package io.linkspan.run;

import io.linkspan.connection.Session;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.StatementWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Moves the sequences of the copied columns on, after the copy. */
final class SequenceMoves {
  private SequenceMoves() {}

  static List<Receipt.SequenceMoved> carryOut(CopyPlan plan, String link, Session session) {
    List<Receipt.SequenceMoved> moved = new ArrayList<>();
    for (String move : StatementWriter.write(plan, link).after()) {
      List<Long> values = session.rows(move, row -> row.number("setval"));
      moved.add(
          new Receipt.SequenceMoved(
              plan.sequences().get(moved.size()).sequence().quoted(),
              values.isEmpty() ? OptionalLong.empty() : OptionalLong.of(values.get(0))));
    }
    return moved;
  }

  /** What a dry run says of them: they do not come back with a rollback, so it leaves them. */
  static List<Receipt.SequenceMoved> left(CopyPlan plan) {
    return plan.sequences().stream()
        .map(move -> new Receipt.SequenceMoved(move.sequence().quoted(), OptionalLong.empty()))
        .toList();
  }
}
