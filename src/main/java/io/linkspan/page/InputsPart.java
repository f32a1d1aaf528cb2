package io.linkspan.page;

import io.linkspan.page.Html.Fact;
import io.linkspan.report.Quantity;
import io.linkspan.report.RunWords;
import io.linkspan.session.Fact.Expected;
import io.linkspan.session.Fact.Failed;
import io.linkspan.session.Step;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was typed, in order, and what went wrong or was expected on the way. */
final class InputsPart {
  private InputsPart() {}

  static Node inputs(List<Step> steps, long forgotten, ZoneId zone) {
    if (steps.isEmpty()) {
      return Node.NOTHING;
    }
    List<Node> rows = new ArrayList<>();
    long number = forgotten;
    for (Step step : steps) {
      number++;
      rows.add(
          Html.row(
              Html.number(Quantity.count(number)),
              Element.of("td", RunWords.moment(step.begun(), zone)).styled("moment"),
              Html.number(Quantity.time(step.took())),
              step.wentWell() ? Badge.GOOD.of("done") : Badge.BAD.of("failed"),
              Element.of("td", typed(step))));
    }
    Node missing =
        forgotten == 0
            ? Node.NOTHING
            : Element.of("p", "The first " + Quantity.count(forgotten, "input") + " are not kept.");
    return Html.section(
            "h2",
            "What was typed",
            missing,
            Html.table("Inputs in order", List.of("#No.", "Begun", "#Time", "End", "Input"), rows))
        .with("id", "inputs");
  }

  private static Node typed(Step step) {
    Node text =
        step.text().isBlank()
            ? Element.of("em", "not kept")
            : Element.of("code", step.text().strip()).styled("typed");
    return step.script()
        .map(
            file ->
                Node.all(
                    text,
                    Element.of(
                            "span", " in " + Optional.ofNullable(file.getFileName()).orElse(file))
                        .styled("dim")))
        .orElse(text);
  }

  /** The errors that ended inputs; of a script, those of its lines. */
  static Node errors(List<Step> steps) {
    List<Node> items = new ArrayList<>();
    for (Step step : steps) {
      for (io.linkspan.session.Fact fact : step.facts()) {
        if (fact instanceof Failed failed) {
          items.add(error(step, failed));
        }
      }
    }
    return items.isEmpty()
        ? Node.NOTHING
        : Html.section("h2", "Errors", Element.of("ul", items).styled("messages"))
            .with("id", "errors");
  }

  private static Element error(Step step, Failed failed) {
    Element message =
        MessageParts.message(
            Badge.BAD.of(failed.connection().map(on -> "error on " + on).orElse("error")),
            failed.fields(),
            Optional.empty(),
            Optional.empty());
    return step.text().isBlank()
        ? message
        : message.plus(
            Html.facts(
                List.of(
                    new Fact("Input", Element.of("code", step.text().strip()).styled("typed")))));
  }

  /** What scripts expected. */
  static Node expectations(List<Step> steps) {
    List<Node> rows = new ArrayList<>();
    for (Step step : steps) {
      for (io.linkspan.session.Fact fact : step.facts()) {
        if (fact instanceof Expected expected) {
          rows.add(
              Html.row(
                  Html.code(expected.subject()),
                  Node.text(expected.operator() + " " + expected.wanted()),
                  Node.text(expected.found()),
                  expected.held() ? Badge.GOOD.of("held") : Badge.BAD.of("failed")));
        }
      }
    }
    return rows.isEmpty()
        ? Node.NOTHING
        : Html.section(
                "h2",
                "Expectations",
                Html.table("Expectations", List.of("What", "Expected", "Found", "End"), rows))
            .with("id", "expectations");
  }
}
