package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.util.List;

/** {@code replay FILE}. */
final class ReplayCommand implements Command {
  private final Workspace workspace;

  ReplayCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("replay", "\\i", "\\include"),
        List.of("replay FILE"),
        "runs the commands of a file, as if they were typed",
        "It stops at the first error, and says in which line.",
        List.of("replay migrate-users.lks"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    String file = Unquoted.text(invocation.rest());
    if (file.isEmpty()) {
      throw UserException.usage("replay needs a file", "Type: replay FILE");
    }
    return new Outcome.Script(FilePath.of(workspace.environment(), file));
  }
}
