package io.linkspan.command;

import io.linkspan.command.QueryBuffer.Query;
import io.linkspan.command.Usage.Group;
import io.linkspan.report.Line;
import java.util.List;

/** {@code \p} and {@code \r}: shows what is typed and not sent, or drops it. */
final class BufferCommand implements AsPsql {
  private final Workspace workspace;

  BufferCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\p", "\\print", "\\r", "\\reset"),
        List.of("\\p", "\\r"),
        "\\p shows the SQL typed before it, or the last statement; \\r drops it",
        "After \\p at a prompt, the SQL stands in the next line, to be gone on with.",
        List.of("select 1 \\p"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    PsqlWords.arguments(typed, workspace, 0);
    if (typed.word().startsWith("\\r")) {
      workspace.buffer().clear();
      return Outcome.line("Query buffer reset (cleared).");
    }
    Query query = workspace.buffer().current();
    return query.isBlank()
        ? Outcome.line("Query buffer is empty.")
        : new Outcome.Shown(Line.all(PsqlWords.harmless(query).strip()));
  }
}
