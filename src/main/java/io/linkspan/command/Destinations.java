package io.linkspan.command;

import java.util.List;
import java.util.Optional;

/** Where a command is told to let results go. */
final class Destinations {
  private Destinations() {}

  /** A file, a program after a bar, or nothing. */
  static Optional<Destination> of(Workspace workspace, Invocation typed) {
    if (typed.rest().startsWith("|")) {
      return Optional.of(
          new Destination.OfProgram(
              typed.rest().substring(1).strip(), workspace.environment().directory()));
    }
    List<String> file = PsqlWords.arguments(typed, workspace, 1);
    return file.stream()
        .findFirst()
        .map(name -> new Destination.OfFile(FilePath.of(workspace.environment(), name)));
  }
}
