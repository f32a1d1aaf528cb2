package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code replay FILE}. */
final class ReplayCommand implements Command {
  private static final Pattern HOW = Pattern.compile("(?is)(\\S.*?)\\s+(fresh|skip|again)\\s*");

  private final Workspace workspace;

  ReplayCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("replay", "\\i", "\\include"),
        List.of("replay FILE", "replay FILE fresh | skip | again"),
        "runs the commands of a file, as if they were typed",
        "It stops at the first error, and says in which line; see on error. A file that a script"
            + " replays is looked for beside that script first. A replay that was interrupted goes on"
            + " when it is replayed again: what was done is not done twice, and a run is resumed;"
            + " fresh begins anew. Of an input of which nobody knows whether it was carried out, skip"
            + " says that it was, and again that it was not.",
        List.of("replay migrate-users.lks"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Matcher word = HOW.matcher(invocation.rest());
    String file = Unquoted.text(word.matches() ? word.group(1) : invocation.rest());
    Replaying how =
        word.matches()
            ? Replaying.valueOf(word.group(2).toUpperCase(Locale.ROOT))
            : Replaying.GOES_ON;
    if (file.isEmpty()) {
      throw UserException.usage("replay needs a file", "Type: replay FILE");
    }
    Path named = FilePath.of(workspace.environment(), file);
    return invocation.word().equals("replay")
        ? new Outcome.ScriptBeside(file, named, false, how)
        : new Outcome.Script(named, how);
  }
}
