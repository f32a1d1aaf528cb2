package io.linkspan.page;

import io.linkspan.check.Planned;
import io.linkspan.page.Html.Fact;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.HowItRunsText;
import io.linkspan.report.MappingRow;
import io.linkspan.report.MappingRows;
import io.linkspan.report.PlanFacts;
import io.linkspan.report.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan: what goes where, the statement part by part, and what was found. */
final class PlanPart {
  /** The signs of a mapping in words. */
  private static final Map<String, String> MAPPED =
      Map.of(
          "=", "the same value", "≈", "the value in the other type", "≠", "nothing: no conversion");

  private PlanPart() {}

  /** From where to where. */
  static String copy(CopyPlan plan) {
    return from(plan) + " → " + into(plan);
  }

  static Node of(Planned planned, String id) {
    return Node.all(mapping(planned.plan(), id), statement(planned), findings(planned));
  }

  static String from(CopyPlan plan) {
    return plan.source().connection() + ":" + plan.reading().label();
  }

  static String into(CopyPlan plan) {
    return plan.target().connection() + ":" + plan.into().name().quoted();
  }

  private static Node mapping(CopyPlan plan, String id) {
    MappingGraph graph = MappingGraph.of(plan);
    Node plain =
        graph.plain().isEmpty()
            ? Node.NOTHING
            : Element.of(
                "p",
                "Not drawn are %s of the same name and type: %s."
                    .formatted(
                        Quantity.count(graph.plain().size(), "column"),
                        String.join(", ", graph.plain())));
    List<Fact> facts = new ArrayList<>();
    PlanFacts.of(plan).stream()
        .filter(fact -> !fact.label().equals("runs"))
        .forEach(fact -> facts.add(Fact.of(fact.label(), fact.text())));
    return Html.section(
        "h3",
        "What goes where",
        Html.box(
            "Picture of the mapping",
            MappingDrawing.of(graph, id + "-map", from(plan), into(plan))),
        plain,
        Html.facts(facts),
        Html.folded("The mapping as a table", table(plan)));
  }

  private static Node table(CopyPlan plan) {
    List<Node> rows = new ArrayList<>();
    for (MappingRow row : MappingRows.of(plan)) {
      rows.add(
          Html.row(
              Html.rowHead(row.column()),
              Node.text(
                  row.isBare() ? MAPPED.getOrDefault(row.expression(), "") : row.expression()),
              Node.text(row.sourceTyped()),
              Node.text(row.marks())));
    }
    return Html.table("Mapping", List.of("Target column", "Filled with", "From", "Keys"), rows);
  }

  private static Node statement(Planned planned) {
    List<Element> parts = StatementParts.of(planned).stream().map(p -> part(p, planned)).toList();
    return Html.section(
        "h3",
        "The statement, part by part",
        Element.of("p", "It runs " + HowItRunsText.of(planned.plan()) + "."),
        Element.of("ol", parts).styled("parts"),
        Html.folded(
            "The statement in one piece",
            Html.box(
                "Statement",
                Element.of(
                    "pre",
                    Element.of(
                        "code", SqlMarkup.of(String.join("\n", planned.statementLines())))))));
  }

  private static Element part(StatementPart part, Planned planned) {
    String source = planned.plan().source().connection();
    String target = planned.plan().target().connection();
    Element badge =
        switch (part.where()) {
          case SOURCE -> Badge.SOURCE.of("on " + source);
          case BETWEEN -> Badge.BETWEEN.of(source + " → " + target);
          case TARGET -> Badge.TARGET.of("on " + target);
        };
    String side =
        switch (part.where()) {
          case SOURCE -> "source";
          case BETWEEN -> "between";
          case TARGET -> "target";
        };
    return Element.of(
            "li",
            Html.box(
                "Part of the statement",
                Element.of("pre", Element.of("code", SqlMarkup.of(part.sql())))),
            Element.of("p", badge, Node.text(" " + part.does())))
        .styled("part " + side);
  }

  private static Node findings(Planned planned) {
    return Html.section("h3", "What was found", MessageParts.findings(planned.findings()));
  }
}
