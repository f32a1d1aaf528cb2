package io.linkspan.command;

import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.lesson.Check;
import io.linkspan.request.ConflictRule;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.Distinct;
import io.linkspan.request.Filling;
import io.linkspan.request.Source;
import io.linkspan.run.Receipt;
import io.linkspan.session.Fact;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a lesson's checks may ask of the session, by the names that {@link Check.Kind} has. */
final class LessonFacts {
  private LessonFacts() {}

  static Map<String, String> of(Planned planned) {
    CopyRequest request = planned.plan().request();
    String source =
        request.source() instanceof Source.OfQuery query
            ? query.sql()
            : ((Source.OfTable) request.source()).table().name().name().name();
    return Map.ofEntries(
        Map.entry("source", source),
        Map.entry("target", request.target().name().name().name()),
        Map.entry("where", request.where().orElse("")),
        Map.entry("map", mapping(request)),
        Map.entry("conflict", conflict(request.conflictRule())),
        Map.entry("distinct", distinct(request.distinct())),
        Map.entry("truncates", yes(request.truncate())),
        Map.entry("refused", yes(planned.plan().howItRuns().refused().isPresent())),
        Map.entry("batched", yes(planned.plan().howItRuns().division().commitsBatches())),
        Map.entry("workers", String.valueOf(planned.plan().howItRuns().division().workers())),
        Map.entry("errors", String.valueOf(planned.count(Finding.Severity.ERROR))),
        Map.entry("warnings", String.valueOf(planned.count(Finding.Severity.WARNING))),
        Map.entry(
            "finds",
            planned.findings().stream()
                .map(finding -> finding.id().text())
                .collect(Collectors.joining(" "))));
  }

  private static String mapping(CopyRequest request) {
    return request.mapping().entrySet().stream()
        .map(
            each ->
                each.getKey().name()
                    + " = "
                    + (each.getValue() instanceof Filling.Expression expression
                        ? expression.text()
                        : "default"))
        .collect(Collectors.joining(", "));
  }

  private static String conflict(ConflictRule rule) {
    if (rule instanceof ConflictRule.Clause clause) {
      return clause.text();
    }
    if (rule instanceof ConflictRule.Overwrite) {
      return "overwrite";
    }
    return rule instanceof ConflictRule.Fail ? "fail" : "preserve";
  }

  private static String distinct(Distinct distinct) {
    if (distinct instanceof Distinct.On on) {
      return "on %s order by %s".formatted(String.join(", ", on.expressions()), on.orderBy());
    }
    return distinct instanceof Distinct.All ? "all" : "none";
  }

  private static String yes(boolean so) {
    return so ? "yes" : "no";
  }

  /** Of the last run among the facts. */
  static Optional<Map<String, String>> ran(List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Ran.class::isInstance)
        .map(fact -> of(((Fact.Ran) fact).receipt()))
        .reduce((first, second) -> second);
  }

  private static Map<String, String> of(Receipt receipt) {
    return Map.of(
        "read", String.valueOf(receipt.read()),
        "duplicates", String.valueOf(receipt.duplicates()),
        "inserted", String.valueOf(receipt.inserted()),
        "updated", String.valueOf(receipt.updated()),
        "skipped", String.valueOf(receipt.skipped()),
        "dry", yes(receipt.dry()),
        "batches", String.valueOf(receipt.pieces().batches()),
        "workers", String.valueOf(receipt.pieces().workers()));
  }

  /** Of the last comparison among the facts. */
  static Optional<Map<String, String>> verified(List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Verified.class::isInstance)
        .map(fact -> of(((Fact.Verified) fact).verification()))
        .reduce((first, second) -> second);
  }

  private static Map<String, String> of(Verification verification) {
    return Map.of(
        "rows", String.valueOf(verification.rows()),
        "equal", String.valueOf(verification.equal()),
        "different", String.valueOf(verification.count(Verdict.DIFFERS)),
        "changed", String.valueOf(verification.count(Verdict.CHANGED)),
        "missing", String.valueOf(verification.count(Verdict.MISSING)),
        "skipped", String.valueOf(verification.skipped()));
  }
}
