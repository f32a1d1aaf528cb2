package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Locale;

/** {@code \getenv}: keeps a variable of the environment in a variable. */
final class GetenvCommand implements AsPsql {
  private final Workspace workspace;

  GetenvCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\getenv"),
        List.of("\\getenv NAME VARIABLE"),
        "keeps a variable of the environment in a variable",
        "",
        List.of("\\getenv home HOME"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    List<String> words = PsqlWords.arguments(typed, workspace, 2);
    if (words.size() < 2) {
      throw UserException.usage(
          "\\getenv: missing required argument", "Type: \\getenv NAME VARIABLE");
    }
    String asked = words.get(1);
    if (asked.toUpperCase(Locale.ROOT).contains("PASSWORD")) {
      throw UserException.usage(
          "environment variable \"%s\" may hold a password".formatted(asked),
          "connect reads PGPASSWORD by itself.");
    }
    SpecialVariables.requireName(words.get(0));
    String value = workspace.environment().variables().get(asked);
    if (value != null) {
      SpecialVariables.requireValue(words.get(0), value);
      workspace.variables().put(words.get(0), value);
    }
    return Outcome.nothing();
  }
}
