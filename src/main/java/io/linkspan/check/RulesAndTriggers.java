package io.linkspan.check;

import io.linkspan.catalog.Rule;
import io.linkspan.catalog.Trigger;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules and triggers of the target that a copy sets off. */
final class RulesAndTriggers implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : plan.into().rules()) {
      if (rule.event().equals("INSERT") || rule.event().equals("UPDATE")) {
        findings.add(rule(rule, plan));
      }
    }
    List<Trigger> fired =
        plan.into().triggers().stream().filter(t -> t.fires() && fires(t, plan)).toList();
    if (!fired.isEmpty()) {
      findings.add(triggers(fired, plan));
    }
    return findings;
  }

  private static Finding triggers(List<Trigger> fired, CopyPlan plan) {
    Finding finding =
        Finding.warning(
            CheckId.RULES_AND_TRIGGERS,
            "the copy fires %s on \"%s\": %s"
                .formatted(
                    fired.size() == 1 ? "a trigger" : fired.size() + " triggers",
                    plan.into().name(),
                    names(fired)),
            "See what they do: describe %s".formatted(plan.into().name()));
    List<Trigger> ofStatements = fired.stream().filter(t -> !t.forEachRow()).toList();
    boolean oneStatement = plan.howItRuns().division() instanceof Division.Whole;
    return ofStatements.isEmpty() || oneStatement
        ? finding
        : finding.withDetail(
            "Once for each batch, not once for the copy: %s.".formatted(names(ofStatements)));
  }

  private static String names(List<Trigger> triggers) {
    return triggers.stream()
        .map(trigger -> "\"" + trigger.name().name() + "\"")
        .collect(Collectors.joining(", "));
  }

  private static boolean fires(Trigger trigger, CopyPlan plan) {
    return trigger.onInsert()
        || (updates(plan) && trigger.onUpdate())
        || (plan.truncate() && trigger.onTruncate());
  }

  private static boolean updates(CopyPlan plan) {
    return plan.conflict() instanceof ConflictAction.Update;
  }

  private Finding rule(Rule rule, CopyPlan plan) {
    if (plan.conflict() instanceof ConflictAction.Raise) {
      return Finding.warning(
          CheckId.RULES_AND_TRIGGERS,
          "rule \"%s\" rewrites every %s on \"%s\""
              .formatted(rule.name().name(), rule.event(), plan.into().name()),
          "See what it does: describe %s".formatted(plan.into().name()));
    }
    return Finding.error(
        CheckId.RULES_AND_TRIGGERS,
        "rule \"%s\" on \"%s\" forbids ON CONFLICT (SQLSTATE 0A000)"
            .formatted(rule.name().name(), plan.into().name()),
        "Copy without a conflict rule: on conflict fail");
  }
}
