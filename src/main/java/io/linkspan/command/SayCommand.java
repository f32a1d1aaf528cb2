package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import java.util.List;

/** {@code say TEXT}. */
final class SayCommand implements Command {
  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("say"),
        List.of("say TEXT"),
        "shows a text",
        "",
        List.of("say 'copying users'"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    return Outcome.line(Unquoted.text(invocation.rest()));
  }
}
