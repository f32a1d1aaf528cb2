package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import java.util.List;

/** {@code \!}: a command of the operating system's shell. */
final class ShellCommand implements AsPsql {
  private final Workspace workspace;

  ShellCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\!"),
        List.of("\\! COMMAND", "\\!"),
        "carries out a command of the operating system's shell; alone starts that shell",
        "It starts in the directory of \\cd.",
        List.of("\\! date"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    String shell = workspace.environment().variable("SHELL").orElse("/bin/sh");
    return new Outcome.Program(
        typed.rest().isEmpty() ? shell : typed.rest(), workspace.environment().directory());
  }
}
