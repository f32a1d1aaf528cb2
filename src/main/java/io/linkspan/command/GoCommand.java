package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code \g} and {@code \gx}: sends what is typed. */
final class GoCommand implements AsPsql {
  private final Workspace workspace;

  GoCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\g", "\\gx"),
        List.of(
            "\\g [(OPTION=VALUE …)] [FILE | |COMMAND]",
            "\\gx [(OPTION=VALUE …)] [FILE | |COMMAND]"),
        "sends the SQL typed before it, or the last statement again; \\gx shows each value on a line",
        "Its results go to the screen, to a file or into a program. The options are those of \\pset,"
            + " for this one statement.",
        List.of(
            "select 1 \\g", "select * from users limit 1 \\gx", "select 1 \\g (format=csv) |cat"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    String rest = typed.rest();
    UnaryOperator<Display> display = UnaryOperator.identity();
    if (rest.startsWith("(")) {
      int end = rest.indexOf(')');
      if (end < 0) {
        throw UserException.usage(
            typed.word() + ": missing right parenthesis", "Type: \\g (format=csv) FILE");
      }
      Display chosen = DisplayOptions.display(workspace.settings(), rest.substring(1, end));
      display = ignored -> chosen;
      rest = rest.substring(end + 1).strip();
    }
    Optional<Destination> destination =
        Destinations.of(
            workspace, new Invocation(typed.word(), rest, typed.page(), typed.questions()));
    UnaryOperator<Display> shown = display;
    boolean expanded = typed.word().equals("\\gx");
    return new Outcome.Apart(
        workspace.typing().send(PsqlWords.taken(workspace, typed.word()), typed),
        now -> expanded ? shown.apply(now).withExpanded(Display.Expanded.ON) : shown.apply(now),
        destination);
  }
}
