package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import io.linkspan.doctor.Mark;
import io.linkspan.doctor.Observation;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournaledRun;
import io.linkspan.misfit.Misfit;
import io.linkspan.misfit.MisfitGroup;
import io.linkspan.run.Receipt;
import io.linkspan.session.Fact;
import io.linkspan.undo.UndoPreview;
import io.linkspan.undo.Undone;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What came of commands, as events for other programs. */
public final class FactEvents {
  private FactEvents() {}

  /** The event of a fact; empty for failures, of which the shell knows more. */
  public static Optional<String> of(Fact fact) {
    if (fact instanceof Fact.Made made) {
      return Optional.of(PlanEvent.of(made.planned()));
    } else if (fact instanceof Fact.Ran ran) {
      return Optional.of(receipt(ran));
    } else if (fact instanceof Fact.Verified verified) {
      return Optional.of(VerifyEvent.of(verified.plan(), verified.verification()));
    } else if (fact instanceof Fact.Expected expected) {
      return Optional.of(expect(expected));
    } else if (fact instanceof Fact.Examined examined) {
      return Optional.of(ping(examined));
    } else if (fact instanceof Fact.Conflicted conflicted) {
      return Optional.of(conflicts(conflicted));
    } else if (fact instanceof Fact.Tried tried) {
      return Optional.of(misfits(tried));
    } else if (fact instanceof Fact.Journaled journaled) {
      EventText event = new EventText("runs");
      return Optional.of(event.objects("runs", journaled.runs(), FactEvents::run).line());
    } else if (fact instanceof Fact.UndoSeen seen) {
      return Optional.of(undo(seen.preview()));
    } else if (fact instanceof Fact.TakenBack back) {
      return Optional.of(undone(back.undone()));
    }
    return Optional.empty();
  }

  private static String receipt(Fact.Ran ran) {
    Receipt receipt = ran.receipt();
    EventText event = PlanEvent.route(new EventText("receipt"), ran.planned().plan());
    return event
        .member("run", receipt.pieces().run())
        .member("dry", receipt.dry())
        .member("read", receipt.read())
        .member("duplicates", receipt.duplicates())
        .member("inserted", receipt.inserted())
        .member("updated", receipt.updated())
        .member("skipped", receipt.skipped())
        .objects(
            "skipped_by",
            receipt.skippedBy(),
            (json, by) ->
                json.member("key", by.key())
                    .member("clash", by.clash().name().toLowerCase(Locale.ROOT))
                    .member("rows", by.rows()))
        .member("dropped", receipt.droppedByTrigger())
        .objects(
            "sequences",
            receipt.sequences(),
            (json, moved) ->
                json.member("sequence", moved.sequence()).member("moved_to", moved.to()))
        .member("batches", receipt.pieces().batches())
        .member("workers", receipt.pieces().workers())
        .member("retries", receipt.pieces().retries())
        .member("elapsed_ms", receipt.elapsed().toMillis())
        .member("rows_per_second", receipt.rowsPerSecond())
        .line();
  }

  private static String expect(Fact.Expected expected) {
    return new EventText("expect")
        .member("held", expected.held())
        .member("subject", expected.subject())
        .member("operator", expected.operator())
        .member("wanted", expected.wanted())
        .member("found", expected.found())
        .line();
  }

  private static String ping(Fact.Examined examined) {
    return new EventText("ping")
        .member("connected", examined.diagnosis().complete())
        .member("failed", examined.diagnosis().count(Mark.FAILED))
        .member("warnings", examined.diagnosis().count(Mark.WARNING))
        .objects(
            "parts",
            examined.diagnosis().parts(),
            (json, part) ->
                json.member("title", part.title())
                    .objects("observations", part.observations(), FactEvents::observation))
        .line();
  }

  private static void observation(EventText json, Observation observation) {
    json.member("what", observation.what())
        .member("mark", observation.mark().name().toLowerCase(Locale.ROOT))
        .member("found", observation.found())
        .objects(
            "findings",
            observation.findings(),
            (each, remark) -> {
              each.member("severity", remark.severity().name().toLowerCase(Locale.ROOT));
              PlanEvent.fields(each, remark.fields());
            });
  }

  private static String conflicts(Fact.Conflicted conflicted) {
    EventText event = PlanEvent.route(new EventText("conflicts"), conflicted.plan());
    List<ColumnHead> heads = texts(conflicted.columns());
    return event
        .texts("columns", conflicted.columns())
        .objects(
            "groups",
            conflicted.groups(),
            (json, group) ->
                json.member("key", group.key())
                    .member("clash", group.onTarget() ? "target" : "source")
                    .member("would", group.fate())
                    .member("rows", group.rows())
                    .objects(
                        "samples",
                        group.samples(),
                        (sample, values) -> sample.row("values", heads, values)))
        .line();
  }

  private static List<ColumnHead> texts(List<String> names) {
    return names.stream().map(name -> new ColumnHead(name, "text")).toList();
  }

  private static String misfits(Fact.Tried tried) {
    EventText event = PlanEvent.route(new EventText("misfits"), tried.plan());
    return event
        .member("read", tried.found().read())
        .member("rows", tried.found().rows())
        .texts("key", tried.found().identity().columns().stream().map(c -> c.name()).toList())
        .objects("groups", tried.found().groups(), FactEvents::misfit)
        .texts("next", tried.next())
        .line();
  }

  private static void misfit(EventText json, MisfitGroup group) {
    json.member("column", group.probe().name().name())
        .member("fails", group.probe().kind().name().toLowerCase(Locale.ROOT))
        .member("sqlstate", group.state().code())
        .member("constraint", group.constraint())
        .member("rows", group.rows())
        .objects("samples", group.examples(), FactEvents::sample);
  }

  private static void sample(EventText json, Misfit misfit) {
    json.texts("key", misfit.key())
        .member("number", misfit.number())
        .row("values", texts(Collections.nCopies(misfit.values().size(), "")), misfit.values())
        .member("message", misfit.message())
        .member("detail", misfit.detail());
  }

  private static void run(EventText json, JournaledRun run) {
    BatchCounts counts = run.counts();
    json.member("run", run.number())
        .member("state", RunWords.state(run))
        .member("source", run.entry().source() + ":" + run.entry().reading())
        .member("target", run.entry().target() + ":" + run.entry().into())
        .member("request", run.entry().request())
        .member("role", run.role())
        .member("begun", run.begun().toString())
        .member("ended", run.ended().map(ended -> ended.toString()))
        .member("division", run.entry().division())
        .member("batches", run.batches())
        .member("batches_done", run.batchesDone())
        .member("read", counts.read())
        .member("duplicates", counts.duplicates())
        .member("inserted", counts.inserted())
        .member("updated", counts.updated())
        .member("skipped", counts.skipped())
        .member("dropped", counts.dropped())
        .member("undone", run.undoneRows());
  }

  private static String undo(UndoPreview preview) {
    return new EventText("undo")
        .member("run", preview.run().number())
        .member("inserted", preview.run().counts().inserted())
        .member("changed_since", preview.changedSince())
        .member("would_remove", preview.rows())
        .member("removed", OptionalLong.empty())
        .line();
  }

  private static String undone(Undone undone) {
    return new EventText("undo")
        .member("run", undone.run().number())
        .member("inserted", undone.run().counts().inserted())
        .member("changed_since", Math.max(0, undone.run().counts().inserted() - undone.expected()))
        .member("would_remove", undone.expected())
        .member("removed", OptionalLong.of(undone.removed()))
        .line();
  }
}
