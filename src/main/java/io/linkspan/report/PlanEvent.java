package io.linkspan.report;

import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.plan.LeftOut;
import io.linkspan.plan.Reading;
import io.linkspan.request.RequestText;
import java.util.Locale;
import java.util.OptionalLong;

/** A plan with its statement and findings as an event. */
final class PlanEvent {
  private PlanEvent() {}

  static String of(Planned planned) {
    CopyPlan plan = planned.plan();
    EventText event = route(new EventText("plan"), plan);
    event
        .member("refused", Checks.refuse(planned.findings()))
        .member(
            "request",
            RequestText.of(plan.request(), plan.source().connection(), plan.target().connection()))
        .member("source_rows", rows(plan.reading()))
        .objects("columns", plan.assignments(), PlanEvent::column)
        .objects("not_copied", plan.notCopied(), PlanEvent::leftOut)
        .objects("unfilled", plan.unfilled(), PlanEvent::leftOut)
        .member("where", plan.where())
        .member("on_conflict", plan.conflict().sql())
        .member("truncate", plan.truncate())
        .object("runs", json -> runs(json, plan))
        .member("link", planned.statement().link())
        .member("remote_query", planned.statement().remoteQuery())
        .texts("statements", planned.statement().all())
        .objects("findings", planned.findings(), PlanEvent::finding);
    return event.line();
  }

  /** From where to where. */
  static EventText route(EventText event, CopyPlan plan) {
    return event
        .object(
            "source",
            json ->
                end(json, plan.source())
                    .member(
                        plan.reading() instanceof Reading.OfQuery ? "query" : "table",
                        plan.reading() instanceof Reading.OfQuery query
                            ? query.sql()
                            : plan.reading().label()))
        .object(
            "target",
            json -> end(json, plan.target()).member("table", plan.into().name().quoted()));
  }

  private static EventText end(EventText json, CopyPlan.End end) {
    return json.member("connection", end.connection())
        .member("database", end.server().database())
        .member("server", end.server().version().toString());
  }

  private static OptionalLong rows(Reading reading) {
    return reading instanceof Reading.OfTable of && of.table().estimatedRows() >= 0
        ? OptionalLong.of(of.table().estimatedRows())
        : OptionalLong.empty();
  }

  private static void column(EventText json, Assignment assignment) {
    json.member("target", assignment.target().name().name())
        .member("type", assignment.target().type().name().sql())
        .member("expression", assignment.expression())
        .texts("from", assignment.from().stream().map(Identifier::name).toList())
        .member("mapped", assignment.mapped());
  }

  private static void leftOut(EventText json, LeftOut left) {
    json.member("column", left.column().name().name())
        .member("type", left.column().type().name().sql())
        .member("reason", left.reason());
  }

  private static void runs(EventText json, CopyPlan plan) {
    Division division = plan.howItRuns().division();
    String by =
        division instanceof Division.Pages
            ? "pages"
            : division instanceof Division.KeyRanges
                ? "keys"
                : division instanceof Division.Fetches ? "fetches" : "whole";
    OptionalLong rows =
        division instanceof Division.Pages pages
            ? OptionalLong.of(pages.rowsPerBatch())
            : division instanceof Division.KeyRanges keys
                ? OptionalLong.of(keys.rowsPerBatch())
                : division instanceof Division.Fetches fetches
                    ? OptionalLong.of(fetches.rowsPerFetch())
                    : OptionalLong.empty();
    json.member("division", by)
        .member("rows_per_batch", rows)
        .member("workers", division.workers())
        .member("commits_batches", division.commitsBatches())
        .member("text", HowItRunsText.of(plan));
  }

  private static void finding(EventText json, Finding finding) {
    json.member("id", finding.id().text())
        .member("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    fields(json, finding.fields());
  }

  /** Something that was found, in words. */
  static void fields(EventText json, ErrorFields fields) {
    json.member("message", fields.message())
        .member("sqlstate", fields.sqlState().map(state -> state.code()))
        .member("detail", fields.detail())
        .member("hint", fields.hint())
        .member("cause", fields.explanation().map(why -> why.cause()))
        .member("next", fields.explanation().map(why -> why.next()));
  }
}
