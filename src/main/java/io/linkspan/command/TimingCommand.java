package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.settings.Setting;
import java.util.List;

/** {@code timing}. */
final class TimingCommand implements AsPsql {
  private final Workspace workspace;

  TimingCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SHELL,
        List.of("timing", "\\timing"),
        List.of("timing", "timing on", "timing off"),
        "says after each statement, and each command that asks servers, how long it took",
        "Without a word it is turned over.",
        List.of("timing on"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    List<String> value = PsqlWords.arguments(typed, workspace, 1);
    DisplayOptions.set(workspace.settings(), Setting.TIMING, value.stream().findFirst());
    return Outcome.line(DisplayOptions.told(workspace.settings(), Setting.TIMING));
  }
}
