package io.linkspan.anatomy;

import io.linkspan.anatomy.Anatomy.Lane;
import io.linkspan.anatomy.Anatomy.Stage;
import io.linkspan.anatomy.Anatomy.Step;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.sql.Distinctness;
import io.linkspan.sql.QueryFeature;
import java.util.ArrayList;
import java.util.List;

/** The messages by which a statement comes to pass. */
final class Messages {
  private static final String ROWS = "every row, as text";

  private final Subject subject;
  private final List<Step> steps = new ArrayList<>();

  private Messages(Subject subject) {
    this.subject = subject;
  }

  static List<Step> of(Subject subject) {
    Messages messages = new Messages(subject);
    subject.plan().ifPresentOrElse(messages::ofPlan, messages::alone);
    return messages.steps;
  }

  private void ofPlan(CopyPlan plan) {
    Division division = plan.howItRuns().division();
    boolean batches = division.commitsBatches();
    if (batches) {
      add(Stage.BEGIN, Lane.SHELL, Lane.SOURCE, "BEGIN REPEATABLE READ; pg_export_snapshot()");
    }
    add(Stage.CONNECT, Lane.SHELL, Lane.TARGET, "dblink_connect(…)");
    add(Stage.CONNECT, Lane.TARGET, Lane.SOURCE, "logs in; SET … read only");
    if (batches) {
      add(Stage.BEGIN, Lane.TARGET, Lane.SOURCE, "BEGIN; SET TRANSACTION SNAPSHOT");
      add(Stage.BEGIN, Lane.SHELL, Lane.TARGET, "BEGIN (once a batch)");
    } else {
      add(Stage.BEGIN, Lane.SHELL, Lane.TARGET, "BEGIN");
      add(Stage.BEGIN, Lane.TARGET, Lane.SOURCE, "BEGIN … READ ONLY");
    }
    if (plan.truncate()) {
      add(Stage.BEFORE, Lane.SHELL, Lane.TARGET, "TRUNCATE");
    }
    boolean cursor = division instanceof Division.Fetches;
    if (cursor) {
      add(Stage.READ, Lane.TARGET, Lane.SOURCE, "DECLARE … FOR " + query());
    }
    int first = add(Stage.SEND, Lane.SHELL, Lane.TARGET, statement());
    add(
        cursor ? Stage.SEND : Stage.READ,
        Lane.TARGET,
        Lane.SOURCE,
        cursor ? "FETCH FORWARD …" : query());
    add(Stage.TRAVEL, Lane.SOURCE, Lane.TARGET, ROWS);
    add(Stage.COMPUTE, Lane.TARGET, Lane.TARGET, work());
    add(Stage.COUNT, Lane.TARGET, Lane.SHELL, "how many rows");
    if (batches) {
      add(Stage.END, Lane.SHELL, Lane.TARGET, "COMMIT; next batch: from " + (first - 1));
    } else if (cursor) {
      add(Stage.SEND, Lane.SHELL, Lane.SHELL, "again from " + first + " until no row comes");
    }
    if (!plan.sequences().isEmpty()) {
      add(Stage.AFTER, Lane.SHELL, Lane.TARGET, "SELECT setval(…)");
    }
    if (!batches) {
      add(Stage.END, Lane.TARGET, Lane.SOURCE, "COMMIT");
      add(Stage.END, Lane.SHELL, Lane.TARGET, "COMMIT");
    }
  }

  private void alone() {
    boolean once = subject.logsInForThisCall();
    if (!once) {
      add(Stage.CONNECT, Lane.SHELL, Lane.TARGET, "dblink_connect(…), before");
      add(Stage.CONNECT, Lane.TARGET, Lane.SOURCE, "logs in");
    }
    add(Stage.SEND, Lane.SHELL, Lane.TARGET, statement());
    if (once) {
      add(Stage.CONNECT, Lane.TARGET, Lane.SOURCE, "logs in");
    }
    add(Stage.READ, Lane.TARGET, Lane.SOURCE, query());
    add(Stage.TRAVEL, Lane.SOURCE, Lane.TARGET, ROWS);
    // dblink keeps the whole result and closes its connection before it gives out the first row.
    if (once) {
      add(Stage.CONNECT, Lane.TARGET, Lane.SOURCE, "leaves");
    }
    add(Stage.COMPUTE, Lane.TARGET, Lane.TARGET, work());
    add(Stage.END, Lane.TARGET, Lane.SHELL, "INSERT 0 n; committed");
  }

  private String statement() {
    return "INSERT INTO " + subject.insert().target().quoted() + " …";
  }

  private String query() {
    return Anatomy.line(subject.remote());
  }

  /** What the target does with the rows, in the order in which it does it. */
  private String work() {
    List<String> work = new ArrayList<>();
    subject.insert().where().ifPresent(text -> work.add("WHERE"));
    work.add("expressions");
    if (!(subject.insert().distinct() instanceof Distinctness.None)) {
      work.add("DISTINCT");
    }
    if (subject.insert().features().contains(QueryFeature.LIMIT)) {
      work.add("LIMIT");
    }
    work.add("INSERT");
    if (subject.insert().conflict().isPresent()) {
      work.add("ON CONFLICT");
    }
    return String.join(", ", work);
  }

  private int add(Stage stage, Lane from, Lane to, String text) {
    steps.add(new Step(steps.size() + 1, stage, from, to, text));
    return steps.size();
  }
}
