package io.linkspan.report;

import io.linkspan.run.Progress;

/** What is told of a long piece of work as JSON, one object a line, for other programs. */
public final class ProgressEvents {
  private ProgressEvents() {}

  /** Where the work stands. */
  public static String progress(Progress now) {
    return new EventText("progress")
        .member("what", now.what())
        .member("run", now.run())
        .member("rows", now.rows())
        .member("expected_rows", now.expectedRows())
        .member("batches_done", now.batchesDone())
        .member("batches", now.batches())
        .member("elapsed_ms", now.elapsed().toMillis())
        .objects(
            "workers",
            now.workers(),
            (json, worker) ->
                json.member("number", worker.number())
                    .member("doing", worker.doing())
                    .member("rows", worker.rows()))
        .line();
  }

  /** Something that the user should know. */
  public static String remark(String text) {
    return new EventText("remark").member("text", text).line();
  }
}
