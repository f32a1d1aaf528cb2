package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.report.Line;
import java.util.List;
import java.util.Optional;

/** {@code \s}: what was typed before. */
final class HistoryCommand implements AsPsql {
  private final Workspace workspace;

  HistoryCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\s"),
        List.of("\\s", "\\s FILE"),
        "shows what was typed before, or writes it to a file",
        "Passwords are not in it.",
        List.of("\\s"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    Optional<Destination> destination = Destinations.of(workspace, typed);
    List<Line> lines =
        typed.questions().history().stream().flatMap(text -> Line.all(text).stream()).toList();
    return destination.isPresent()
        ? new Outcome.Apart(new Outcome.Looked(lines), d -> d, destination)
        : new Outcome.Shown(lines);
  }
}
