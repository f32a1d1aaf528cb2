package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.doctor.Diagnosis;
import io.linkspan.doctor.Doctor;
import io.linkspan.doctor.Mark;
import io.linkspan.pg.UserException;
import io.linkspan.report.DoctorScreen;
import io.linkspan.report.Line;
import io.linkspan.session.Fact;
import java.util.List;

/** {@code ping}: every precondition of a copy, on both sides and between them. */
final class PingCommand implements Command {
  private final Workspace workspace;

  PingCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("ping"),
        List.of("ping"),
        "looks at every precondition of a copy: on the source, on the target, and between them",
        "Three parts: what the shell finds on each side, and what the target finds when it goes to"
            + " the source, which is the way that a copy takes. A line that is not ok is followed"
            + " by cause and cure. In a script a FAIL ends the script: with exit code 2 where a"
            + " server is not reached, else with 3.",
        List.of("ping"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    invocation.requireNothing();
    Diagnosis diagnosis = new Doctor(workspace.connections()).examine();
    List<Line> lines = DoctorScreen.render(diagnosis, invocation.page());
    return new Outcome.Told(new Fact.Examined(diagnosis), shown(diagnosis, lines));
  }

  private static Outcome shown(Diagnosis diagnosis, List<Line> lines) {
    if (!diagnosis.complete()) {
      return new Outcome.Wrong(UserException.Kind.USAGE, lines);
    }
    if (diagnosis.count(Mark.FAILED) == 0) {
      return new Outcome.Shown(lines);
    }
    return new Outcome.Wrong(
        diagnosis.unreached() ? UserException.Kind.CONNECTION : UserException.Kind.CHECK, lines);
  }
}
