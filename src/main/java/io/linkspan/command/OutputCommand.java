package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import java.util.List;

/** {@code \o}: where results go from now on. */
final class OutputCommand implements AsPsql {
  private final Workspace workspace;

  OutputCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\o", "\\out"),
        List.of("\\o FILE", "\\o |COMMAND", "\\o"),
        "lets all results go to a file or into a program; alone: to the screen again",
        "The results of statements and of commands that look something up go there; errors and"
            + " notices stay on the screen.",
        List.of("\\o |cat", "\\o"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    return new Outcome.Going(Destinations.of(workspace, typed));
  }
}
