package io.linkspan.report;

import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.LeftOut;
import io.linkspan.request.Distinct;
import java.util.ArrayList;
import java.util.List;

/** What is to be known of a plan beside its mapping: first what is lost, then how it runs. */
public final class PlanFacts {
  private final CopyPlan plan;
  private final List<PlanFact> facts = new ArrayList<>();

  private PlanFacts(CopyPlan plan) {
    this.plan = plan;
  }

  /** The facts, the gravest first. */
  public static List<PlanFact> of(CopyPlan plan) {
    PlanFacts facts = new PlanFacts(plan);
    facts.lost();
    facts.added();
    facts.run();
    return List.copyOf(facts.facts);
  }

  private void lost() {
    columns("not copied", true, plan.notCopied());
    add("rows", plan.where().isPresent(), plan.where().map(text -> "where " + text).orElse("all"));
    distinct();
    String rule = plan.conflict().sql().replaceAll("\\s+", " ");
    boolean possible = !plan.keysAtRisk().isEmpty();
    if (plan.conflict() instanceof ConflictAction.Skip) {
      add("clashes", possible, "are skipped (" + rule + ")");
    } else if (plan.conflict() instanceof ConflictAction.Update) {
      add("clashes", possible, "update the row that is there (" + rule + ")");
    } else {
      add("clashes", false, "stop the copy (no ON CONFLICT)");
    }
  }

  private void distinct() {
    Distinct distinct = plan.distinct();
    if (plan.insteadOfDistinct().isPresent()) {
      String key = plan.insteadOfDistinct().orElseThrow().name().name();
      add(
          "equal rows",
          true,
          "the second is skipped by " + key + " anyway, so DISTINCT is left out");
    } else if (distinct instanceof Distinct.On on) {
      String order =
          on.orderBy().isEmpty() ? ", whichever comes first" : ", the first by " + on.orderBy();
      add("equal rows", true, "one for each " + String.join(", ", on.expressions()) + order);
    } else if (distinct instanceof Distinct.All) {
      add("equal rows", true, "one of them (DISTINCT)");
    }
  }

  private void added() {
    columns("not filled", false, plan.unfilled());
    if (plan.overridingSystemValue()) {
      add("identity", false, "takes the given values (OVERRIDING SYSTEM VALUE)");
    }
    plan.sequences()
        .forEach(
            move ->
                add(
                    "sequence",
                    false,
                    "%s is moved on to the highest %s"
                        .formatted(move.sequence().quoted(), move.column().quoted())));
  }

  private void run() {
    if (plan.truncate()) {
      add("first", true, "TRUNCATE empties the target, in the same transaction");
    }
    add("runs", false, HowItRunsText.of(plan));
  }

  private void add(String label, boolean loses, String text) {
    facts.add(PlanFact.of(label, loses, text));
  }

  private void columns(String label, boolean loses, List<LeftOut> columns) {
    if (!columns.isEmpty()) {
      facts.add(
          new PlanFact(
              label,
              loses,
              columns.stream()
                  .map(left -> new PlanFact.Item(left.column().name().quoted(), left.reason()))
                  .toList()));
    }
  }
}
