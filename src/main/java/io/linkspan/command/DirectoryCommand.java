package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code \cd}: the directory from which names of files count. */
final class DirectoryCommand implements AsPsql {
  private final Workspace workspace;

  DirectoryCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\cd"),
        List.of("\\cd [DIRECTORY]"),
        "changes the directory in which files are looked for; alone to the home",
        "",
        List.of("\\cd /tmp"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    List<String> words = PsqlWords.arguments(typed, workspace, 1);
    Path directory =
        words.isEmpty()
            ? workspace.environment().home()
            : FilePath.of(workspace.environment(), words.get(0)).normalize();
    if (!Files.isDirectory(directory)) {
      throw UserException.usage(
          "could not change directory to \"%s\": %s"
              .formatted(directory, Files.exists(directory) ? "not a directory" : "no such file"),
          "See where you are: \\! pwd");
    }
    workspace.changeDirectory(directory);
    return Outcome.nothing();
  }
}
