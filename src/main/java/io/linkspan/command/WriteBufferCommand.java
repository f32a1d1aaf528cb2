package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import java.util.List;
import java.util.Optional;

/** {@code \w}: writes what is typed, or the last statement, to a file. */
final class WriteBufferCommand implements AsPsql {
  private final Workspace workspace;

  WriteBufferCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\w", "\\write"),
        List.of("\\w FILE", "\\w |COMMAND"),
        "writes the SQL typed before it, or the last statement, to a file or into a program",
        "",
        List.of("select 1 \\w |cat"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    Optional<Destination> destination = Destinations.of(workspace, typed);
    if (destination.isEmpty()) {
      throw UserException.usage("\\w needs a file", "Type: \\w FILE");
    }
    String text = PsqlWords.harmless(workspace.buffer().current()).strip() + ";";
    return new Outcome.Apart(new Outcome.Looked(Line.all(text)), d -> d, destination);
  }
}
