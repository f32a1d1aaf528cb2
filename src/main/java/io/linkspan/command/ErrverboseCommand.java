package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.report.ErrorScreen;
import java.util.List;

/** {@code \errverbose}: all that the server said of the last error. */
final class ErrverboseCommand implements AsPsql {
  private final Workspace workspace;

  ErrverboseCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\errverbose"),
        List.of("\\errverbose"),
        "shows all that the server said of the last error",
        "",
        List.of("\\errverbose"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    PsqlWords.arguments(typed, workspace, 0);
    return workspace
        .lastError()
        .<Outcome>map(error -> new Outcome.Shown(ErrorScreen.whole(error, typed.page())))
        .orElseGet(() -> Outcome.line("There is no previous error."));
  }
}
