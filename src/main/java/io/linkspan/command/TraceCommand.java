package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code trace on}: shows the conversation of the commands to come while it happens. */
final class TraceCommand implements Command {
  private final Workspace workspace;

  TraceCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("trace"),
        List.of("trace on [all]", "trace off", "trace"),
        "shows every message between shell, target and source of the commands to come, as it"
            + " happens",
        "Each line has the time since the command began, who speaks to whom, and the text of the"
            + " message or what came back, with rows and duration. What the target asks of the"
            + " source through dblink stands below the message that makes it ask. A line with"
            + " \"sees\" is pg_stat_activity of that server: the state of a backend that takes part,"
            + " what it waits for, its query. The shell's own look-ups are one line, unless all is"
            + " said. Passwords are in none of them. The lines go where notices go, so that results"
            + " in csv or json stay alone.",
        List.of("trace on", "trace on all", "trace off"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.acceptWord("on")) {
      boolean all = tokens.acceptWord("all");
      tokens.expectEnd();
      workspace.tracing().on(workspace.connections(), all);
    } else if (tokens.acceptWord("off")) {
      tokens.expectEnd();
      workspace.tracing().off(workspace.connections());
    } else if (!tokens.atEnd()) {
      throw tokens.unexpected("on or off", "on", "off");
    }
    return Outcome.line(workspace.tracing().state());
  }
}
