package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code sandbox}: two embedded servers with sample data. */
final class SandboxCommand implements Command {
  private static final long MOST_EVENTS = 1_000_000_000L;

  private final Workspace workspace;

  SandboxCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SHELL,
        List.of("sandbox"),
        List.of("sandbox", "sandbox reset", "sandbox fresh", "sandbox events ROWS"),
        "starts two PostgreSQL servers of one's own with sample data, connected as archive and main",
        "They listen on this machine alone and stop when the shell ends; their data stay until"
            + " \"sandbox reset\" begins anew; \"sandbox fresh\" does so only if they are from an earlier start. \"sandbox events\" fills a table events on archive with"
            + " so many rows. \"linkspan sandbox\" starts the shell with them.",
        List.of("sandbox", "sandbox events 1000000", "sandbox reset"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.atEnd()) {
      return start();
    }
    if (tokens.acceptWord("reset")) {
      tokens.expectEnd();
      return running().reset();
    }
    if (tokens.acceptWord("fresh")) {
      tokens.expectEnd();
      return running().fresh();
    }
    tokens.expectWord("events");
    if (tokens.peek().kind() != TokenKind.NUMBER || !tokens.peek().text().matches("\\d{1,10}")) {
      throw tokens.unexpected("a number of rows");
    }
    long rows = Long.parseLong(tokens.next().text());
    tokens.expectEnd();
    if (rows > MOST_EVENTS) {
      throw UserException.usage(
          "the sandbox makes at most %d rows".formatted(MOST_EVENTS), "Type a smaller number.");
    }
    return running().events(rows);
  }

  private Outcome start() {
    if (workspace.sandbox().isPresent()) {
      throw UserException.usage(
          "the sandbox is running already",
          "Use it: use archive -> main; or begin anew: sandbox reset");
    }
    EmbeddedSandbox sandbox = EmbeddedSandbox.start(workspace);
    workspace.keep(sandbox);
    return sandbox.connect();
  }

  private RunningSandbox running() {
    return workspace
        .sandbox()
        .orElseThrow(() -> UserException.usage("the sandbox is not running", "Start it: sandbox"));
  }
}
