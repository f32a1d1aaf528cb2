package io.linkspan.anatomy;

import io.linkspan.anatomy.Anatomy.Lane;
import io.linkspan.anatomy.Anatomy.Part;
import io.linkspan.anatomy.Anatomy.Stage;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.plan.SequenceMove;
import java.util.ArrayList;
import java.util.List;

/** What stands around the statement: transactions, batches, and what comes before and after. */
final class RunParts {
  private final String source;
  private final String target;

  private RunParts(Subject subject) {
    this.source = subject.source();
    this.target = subject.target();
  }

  static List<Part> of(Subject subject) {
    RunParts parts = new RunParts(subject);
    return subject.plan().map(parts::ofPlan).orElseGet(() -> List.of(parts.alone()));
  }

  private List<Part> ofPlan(CopyPlan plan) {
    List<Part> parts = new ArrayList<>();
    Division division = plan.howItRuns().division();
    parts.add(division.commitsBatches() ? each() : both(plan));
    if (!(division instanceof Division.Whole)) {
      parts.add(pieces(division));
    }
    if (plan.truncate()) {
      parts.add(truncate(plan));
    }
    parts.add(count());
    plan.sequences().forEach(move -> parts.add(sequence(move, plan)));
    return parts;
  }

  /** A statement that nobody runs in a transaction. */
  private Part alone() {
    return new Part(
        PartWord.TRANSACTION,
        "",
        Lane.TARGET,
        Stage.END,
        List.of(
            ("Typed alone, %s commits it when its last row is in; %s reads in a transaction"
                    + " of its own, which ends before.")
                .formatted(target, source),
            "Within begin; … commit; a look at the rows comes before they stay: rollback;"
                + " takes them"
                + " back."),
        List.of(),
        List.of(
            ("There is no transaction over both servers: rollback on %s does not reach %s."
                    + " Nothing was changed there, so nothing has to.")
                .formatted(target, source)));
  }

  private Part both(CopyPlan plan) {
    return new Part(
        PartWord.TRANSACTION,
        "BEGIN … COMMIT on %s; BEGIN … READ ONLY … COMMIT on %s".formatted(target, source),
        Lane.TARGET,
        Stage.BEGIN,
        List.of(
            "Two transactions on two servers: on %s all or nothing, on %s one moment, and no write."
                .formatted(target, source)),
        List.of(
            plan.truncate()
                ? "TRUNCATE would be committed by itself: an error after it leaves an empty table."
                : ("Each statement would be committed by itself, and %s would answer each"
                        + " query of the run with another moment.")
                    .formatted(source)),
        List.of(
            ("Only %s is changed, so its COMMIT alone decides; that is why no two-phase"
                    + " commit is needed.")
                .formatted(target),
            "run dry sends ROLLBACK in the place of the last COMMIT.",
            ("The run's row in the journal (schema linkspan on %s) commits with the rows,"
                    + " or not at all.")
                .formatted(target)));
  }

  private Part each() {
    return new Part(
        PartWord.TRANSACTION,
        "BEGIN … COMMIT on %s, once a batch; BEGIN …; SET TRANSACTION SNAPSHOT on %s"
            .formatted(target, source),
        Lane.TARGET,
        Stage.BEGIN,
        List.of(
            ("Every batch commits on %s by itself; all read the one moment of %s that the"
                    + " shell's own session holds.")
                .formatted(target, source)),
        List.of(
            "Each batch would read another moment: a row that moves meanwhile comes twice"
                + " or never."),
        List.of(
            "A batch marks itself as done in the journal, in its own transaction: resume"
                + " knows what is left."));
  }

  private Part pieces(Division division) {
    String by;
    String without;
    if (division instanceof Division.Fetches fetches) {
      by =
          ("One cursor on %s; each INSERT takes at most %s from it, until none is left, all"
                  + " in one transaction.")
              .formatted(source, Words.count(fetches.rowsPerFetch(), "row"));
      without = "";
    } else if (division instanceof Division.Pages pages) {
      by =
          "Each INSERT reads %s of the table (ctid), about %s, by %s at a time."
              .formatted(
                  Words.count(pages.pagesPerBatch(), "page"),
                  Words.count(pages.rowsPerBatch(), "row"),
                  Words.count(pages.workers(), "worker"));
      without = " An error near the end would take back all.";
    } else {
      Division.KeyRanges keys = (Division.KeyRanges) division;
      by =
          "Each INSERT reads the next %s by %s, by %s at a time."
              .formatted(
                  Words.count(keys.rowsPerBatch(), "row"),
                  Words.names(keys.key().stream().map(c -> c.name()).toList()),
                  Words.count(keys.workers(), "worker"));
      without = " An error near the end would take back all.";
    }
    return new Part(
        PartWord.BATCHES,
        "",
        Lane.TARGET,
        Stage.SEND,
        List.of(by),
        List.of(
            ("dblink keeps a whole result before its first row goes on: all rows would lie"
                    + " in a temporary file on %s first.%s")
                .formatted(target, without)),
        List.of("Choose otherwise: batch N rows, batch off, workers N."));
  }

  private Part truncate(CopyPlan plan) {
    return new Part(
        PartWord.TRUNCATE,
        "TRUNCATE " + plan.into().name().quoted(),
        Lane.TARGET,
        Stage.BEFORE,
        List.of("Takes every row out of the table first, and nobody reads it until the end."),
        List.of("The rows that are there would stay, and their keys would count as taken."),
        List.of(
            "DELETE would keep readers going and fire the triggers of rows; TRUNCATE does neither."));
  }

  private Part count() {
    return new Part(
        PartWord.COUNT,
        "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON) INSERT …",
        Lane.TARGET,
        Stage.COUNT,
        List.of(
            ("run sends the statement inside this: it is carried out, and %s says how many"
                    + " rows came, were equal, went in, met a key.")
                .formatted(target)),
        List.of("\"INSERT 0 998\" would be all: no word of the rows that were left out."),
        List.of("PostgreSQL's plan of it: plan sql shows the statement; explain (verbose) …;"));
  }

  private Part sequence(SequenceMove move, CopyPlan plan) {
    return new Part(
        PartWord.SEQUENCE,
        "setval('%s', …)".formatted(move.sequence().quoted()),
        Lane.TARGET,
        Stage.AFTER,
        List.of(
            "Moves the sequence behind %s up to the highest number in %s."
                .formatted(move.column().quoted(), plan.into().name().quoted())),
        List.of("The next row that %s numbers itself would clash (23505).".formatted(target)),
        List.of("A sequence is in no transaction: a rollback does not take it back."));
  }
}
