package io.linkspan.command;

import java.util.List;

/** The commands that are psql's alone, in the order in which help lists them. */
final class PsqlCommands {
  private PsqlCommands() {}

  static List<Command> all(Workspace workspace) {
    return List.of(
        new GoCommand(workspace),
        new GsetCommand(workspace),
        new GexecCommand(workspace),
        new GdescCommand(workspace),
        new WatchCommand(workspace),
        new BufferCommand(workspace),
        new WriteBufferCommand(workspace),
        new HistoryCommand(workspace),
        new OutputCommand(workspace),
        new TimingCommand(workspace),
        new ExpandedCommand(workspace),
        new PsetCommand(workspace),
        new SetVariableCommand(workspace),
        new EchoCommand(workspace),
        new PromptCommand(workspace),
        new GetenvCommand(workspace),
        new ErrverboseCommand(workspace),
        new ShellCommand(workspace),
        new DirectoryCommand(workspace),
        new IncludeCommand(workspace),
        new PsqlIfCommand(workspace),
        new EncodingCommand());
  }
}
