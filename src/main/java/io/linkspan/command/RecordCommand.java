package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code record FILE} and {@code record off}. */
final class RecordCommand implements Command {
  private final Workspace workspace;

  RecordCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("record"),
        List.of("record FILE", "record off", "record"),
        "writes a script of what succeeds from now on, as it goes on",
        "The file has what save would write, and is complete after every command, so that a crash"
            + " loses nothing. Nobody but you may read it. Alone, it says whether a record goes on.",
        List.of("record migrate-users.lks", "record off"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    String typed = Unquoted.text(invocation.rest());
    Recorder recorder = workspace.recorder();
    Optional<Path> going = recorder.file();
    if (typed.isEmpty()) {
      return Outcome.line(
          going
              .map(file -> "Recorded in " + file)
              .orElse("Nothing is recorded. Type: record FILE"));
    }
    if (typed.equals("off")) {
      Path file =
          going.orElseThrow(() -> UserException.usage("nothing is recorded", "Begin: record FILE"));
      String kept = Quantity.count(recorder.end(), "command");
      return new Outcome.Shown(List.of(Line.of(kept + " recorded in"), Line.of("  " + file)));
    }
    if (going.isPresent()) {
      throw UserException.usage(
          "a record goes on already, in \"%s\"".formatted(going.orElseThrow()),
          "End it: record off");
    }
    Path file = FilePath.of(workspace.environment(), typed);
    Optional<Outcome> refused = Recorder.beforeReplacing(file, invocation.questions());
    if (refused.isPresent()) {
      return refused.orElseThrow();
    }
    recorder.begin(file);
    return new Outcome.Shown(
        List.of(Line.of("What succeeds from now on is recorded in"), Line.of("  " + file)));
  }
}
