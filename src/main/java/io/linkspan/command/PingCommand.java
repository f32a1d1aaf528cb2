package io.linkspan.command;

import io.linkspan.check.LinkTrouble;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Messages;
import io.linkspan.report.Page;
import io.linkspan.report.Quantity;
import io.linkspan.report.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ping}: the three reaches, told apart. */
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
        "three reaches, told apart: shell to source, shell to target, target server to source",
        "For each the time, or the cause and the cure. The third is the one that a copy takes.",
        List.of("ping"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    invocation.requireNothing();
    OpenConnection source = workspace.connections().sourceOr(Optional.empty());
    OpenConnection target = workspace.connections().targetOr(Optional.empty());
    List<Reach> reaches = new ArrayList<>();
    reaches.add(reach("shell -> " + source.name(), source, invocation.page()));
    if (source != target) {
      reaches.add(reach("shell -> " + target.name(), target, invocation.page()));
    }
    reaches.add(link(source, target, invocation.page()));
    List<Line> lines = reaches.stream().flatMap(reach -> reach.lines().stream()).toList();
    return reaches.stream().allMatch(Reach::reached)
        ? new Outcome.Shown(lines)
        : new Outcome.Wrong(UserException.Kind.CONNECTION, lines);
  }

  /** Whether one end reaches the other, or was not asked to, and what is shown of it. */
  private record Reach(boolean reached, List<Line> lines) {}

  private static Reach reach(String what, OpenConnection connection, Page page) {
    long start = System.nanoTime();
    try {
      connection.session().execute("SELECT 1");
    } catch (UserException e) {
      return failed(what, Messages.message("ERROR", Style.ERROR, e.fields(), page));
    }
    return reachedWith(
        reached(what, start)
            .plus(
                "%s:%d, PostgreSQL %s"
                    .formatted(
                        connection.settings().host(),
                        connection.settings().port(),
                        connection.session().version())));
  }

  private Reach link(OpenConnection source, OpenConnection target, Page page) {
    String what = target.name() + " -> " + source.name();
    if (target.session().transactionStatus() != TransactionStatus.IDLE) {
      return reachedWith(
          Line.of("%-20s not tried: a transaction is open on %s".formatted(what, target.name())));
    }
    workspace.connections().closeLink();
    long start = System.nanoTime();
    try {
      Link link = workspace.connections().link(source, target);
      return reachedWith(
          reached(what, start)
              .plus(
                  "through dblink to %s, PostgreSQL %s"
                      .formatted(link.way(), link.sourceVersion())));
    } catch (UserException e) {
      return failed(
          what,
          Messages.findings(List.of(LinkTrouble.explain(e, source.name(), target.name())), page));
    }
  }

  private static Reach reachedWith(Line line) {
    return new Reach(true, List.of(line));
  }

  private static Line reached(String what, long start) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return Line.of(Style.GOOD, "%-20s ".formatted(what))
        .plus("%8s  ".formatted(Quantity.time(time)));
  }

  private static Reach failed(String what, List<Line> why) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Style.ERROR, "%-20s ".formatted(what)).plus("not reached"));
    lines.addAll(why);
    return new Reach(false, lines);
  }
}
