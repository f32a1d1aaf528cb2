package io.linkspan.report;

import com.google.gson.stream.JsonWriter;
import io.linkspan.run.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What is told of a long piece of work as JSON, one object a line, for other programs. */
public final class ProgressEvents {
  /** Grows when a member changes its meaning or goes away, not when one is added. */
  private static final int VERSION = 1;

  private ProgressEvents() {}

  /** Where the work stands. */
  public static String progress(Progress now) {
    return event("progress", json -> write(json, now));
  }

  /** Something that the user should know. */
  public static String remark(String text) {
    return event("remark", json -> json.name("text").value(text));
  }

  private static void write(JsonWriter json, Progress now) throws IOException {
    json.name("what").value(now.what());
    json.name("run").value(now.run().isPresent() ? now.run().getAsLong() : null);
    json.name("rows").value(now.rows());
    json.name("expected_rows")
        .value(now.expectedRows().isPresent() ? now.expectedRows().getAsLong() : null);
    json.name("batches_done").value(now.batchesDone());
    json.name("batches").value(now.batches().isPresent() ? now.batches().getAsInt() : null);
    json.name("elapsed_ms").value(now.elapsed().toMillis());
    json.name("workers").beginArray();
    for (Progress.Worker worker : now.workers()) {
      json.beginObject();
      json.name("number").value(worker.number());
      json.name("doing").value(worker.doing());
      json.name("rows").value(worker.rows());
      json.endObject();
    }
    json.endArray();
  }

  @SuppressWarnings("resource") // There is nothing to close in a text.
  private static String event(String name, Members members) {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setHtmlSafe(false);
    try {
      json.beginObject();
      json.name("event").value(name);
      json.name("version").value(VERSION);
      members.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private interface Members {
    void write(JsonWriter json) throws IOException;
  }
}
