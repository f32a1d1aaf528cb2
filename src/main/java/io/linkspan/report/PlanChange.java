package io.linkspan.report;

import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import java.util.ArrayList;
import java.util.List;

/**
 * What a refinement did to a plan.
 *
 * @param facts those that are gone or new, of a list of columns the columns that are
 */
record PlanChange(
    Difference<MappingRow> mapping,
    List<Difference.Entry<PlanFact>> facts,
    Difference<String> statement,
    Difference<Finding> findings) {

  PlanChange {
    facts = List.copyOf(facts);
  }

  static PlanChange between(Planned before, Planned after) {
    return new PlanChange(
        Difference.between(MappingRows.of(before.plan()), MappingRows.of(after.plan())),
        facts(PlanFacts.of(before.plan()), PlanFacts.of(after.plan())),
        Difference.between(before.statementLines(), after.statementLines()),
        Difference.between(before.findings(), after.findings()));
  }

  private static List<Difference.Entry<PlanFact>> facts(
      List<PlanFact> before, List<PlanFact> after) {
    List<String> labels = new ArrayList<>(after.stream().map(PlanFact::label).toList());
    before.stream().map(PlanFact::label).filter(l -> !labels.contains(l)).forEach(labels::add);
    List<Difference.Entry<PlanFact>> facts = new ArrayList<>();
    for (String label : labels.stream().distinct().toList()) {
      rest(before, after, label)
          .forEach(fact -> facts.add(new Difference.Entry<>(Gutter.GONE, fact)));
      rest(after, before, label)
          .forEach(fact -> facts.add(new Difference.Entry<>(Gutter.NEW, fact)));
    }
    return facts;
  }

  /** The facts of that label with the items that the others do not have. */
  private static List<PlanFact> rest(List<PlanFact> facts, List<PlanFact> others, String label) {
    List<String> known =
        others.stream()
            .filter(fact -> fact.label().equals(label))
            .flatMap(fact -> fact.items().stream())
            .map(PlanFact.Item::what)
            .toList();
    return facts.stream()
        .filter(fact -> fact.label().equals(label))
        .map(fact -> fact.with(unknown(fact.items(), known)))
        .filter(fact -> !fact.items().isEmpty())
        .toList();
  }

  private static List<PlanFact.Item> unknown(List<PlanFact.Item> items, List<String> known) {
    return items.stream().filter(item -> !known.contains(item.what())).toList();
  }

  /** Whether the plan is the same as before, but for what was found. */
  boolean isEmpty() {
    return mapping.isEmpty() && facts.isEmpty() && statement.isEmpty();
  }
}
