package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.SavedConnection;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code forget connection NAME} and {@code forget plan NAME}. */
final class ForgetCommand implements Command {
  private final Workspace workspace;

  ForgetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("forget"),
        List.of("forget connection NAME", "forget plan NAME"),
        "takes a saved connection out of the configuration file, or a saved plan away",
        "",
        List.of("forget connection archive"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.acceptWord("plan")) {
      String plan = SavedPlans.name(invocation.rest().strip().substring(4));
      workspace.plans().forget(plan);
      return Outcome.line("Plan " + plan + " is forgotten.");
    }
    if (!tokens.acceptWord("connection")) {
      throw tokens.unexpected("connection or plan", "connection", "plan");
    }
    String name = ConnectionNames.next(tokens);
    tokens.expectEnd();
    if (!workspace.saved().forget(name)) {
      List<String> saved = workspace.saved().all().stream().map(SavedConnection::name).toList();
      throw UserException.usage(
          "no connection is saved as \"" + name + "\"",
          NearestName.hint(name, saved).orElse("See what is saved: connections"));
    }
    return Outcome.line("Connection " + name + " is forgotten.");
  }
}
