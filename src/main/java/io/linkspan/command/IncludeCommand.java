package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.util.List;

/** {@code \ir}: a script that lies beside the one that calls it. */
final class IncludeCommand implements AsPsql {
  private final Workspace workspace;

  IncludeCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\ir", "\\include_relative"),
        List.of("\\ir FILE"),
        "runs the commands of a file that lies beside the script with this line",
        "At the prompt it is replay.",
        List.of("\\ir part-two.lks"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    List<String> words = PsqlWords.arguments(typed, workspace, 1);
    if (words.isEmpty()) {
      throw UserException.usage("\\ir: missing required argument", "Type: \\ir FILE");
    }
    return new Outcome.ScriptBeside(
        words.get(0), FilePath.of(workspace.environment(), words.get(0)), true, Replaying.GOES_ON);
  }
}
