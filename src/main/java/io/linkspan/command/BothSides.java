package io.linkspan.command;

import io.linkspan.connection.ResultListener;
import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.report.OutputFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A list of both sides: drawn for people, rows in the formats that machines read. */
final class BothSides {
  private BothSides() {}

  static Outcome of(
      Workspace workspace, Supplier<List<Line>> drawn, Consumer<ResultListener> rows) {
    return Display.of(workspace.settings()).format() == OutputFormat.TABLE
        ? new Outcome.Shown(drawn.get())
        : new Outcome.Results("SELECT", rows);
  }
}
