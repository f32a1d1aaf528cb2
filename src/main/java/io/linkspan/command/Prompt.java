package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands before the next line: the route, the plan in hand, the state of the transaction. */
final class Prompt {
  /** Letters that are left of a shortened name. */
  private static final int FEWEST = 4;

  private final Optional<OpenConnection> source;
  private final Optional<OpenConnection> current;
  private final boolean targetless;
  private final String plan;

  private Prompt(Workspace workspace) {
    OpenConnections connections = workspace.connections();
    this.source = connections.source();
    this.targetless = connections.target().isEmpty() && source.isPresent();
    this.current = connections.taking();
    this.plan =
        workspace
            .plan()
            .current()
            .map(planned -> planned.plan().into().name().name().name())
            .orElse("");
  }

  /** No longer than so many columns where that is possible; the plan's name is shortened first. */
  static Line of(Workspace workspace, int columns) {
    Prompt prompt = new Prompt(workspace);
    int plan = prompt.plan.length();
    int names =
        Math.max(
            prompt.source.map(s -> s.name().length()).orElse(0),
            prompt.current.map(c -> c.name().length()).orElse(0));
    Line line = prompt.line(plan, names);
    while (line.text().length() > columns && (plan > FEWEST || names > FEWEST)) {
      if (plan > FEWEST) {
        plan--;
      } else {
        names--;
      }
      line = prompt.line(plan, names);
    }
    return line;
  }

  /** With names of at most so many letters. */
  private Line line(int planLetters, int nameLetters) {
    if (current.isEmpty() && source.isEmpty()) {
      return new Line(List.of(new Line.Span(Style.DIM, "linkspan"), arrow()));
    }
    List<Line.Span> spans = new ArrayList<>();
    source.ifPresent(
        connection -> {
          spans.add(name(connection, nameLetters));
          spans.add(new Line.Span(Style.DIM, " -> "));
        });
    if (targetless) {
      spans.add(new Line.Span(Style.WARNING, "? "));
      spans.add(arrow());
      return new Line(spans);
    }
    spans.add(name(current.get(), nameLetters));
    if (!plan.isEmpty()) {
      spans.add(new Line.Span(Style.PLAIN, " "));
      spans.add(new Line.Span(Style.SQL, "[" + shortened(plan, planLetters) + "]"));
    }
    spans.add(mark(current.get()));
    spans.add(arrow());
    return new Line(spans);
  }

  private static Line.Span arrow() {
    return new Line.Span(Style.PLAIN, "=>");
  }

  /** A mistake in production would hurt: that must be read without colours too. */
  private static Line.Span name(OpenConnection connection, int letters) {
    String name = shortened(connection.name(), letters);
    return connection.marks().production()
        ? new Line.Span(Style.ERROR, name + " (production)")
        : new Line.Span(Style.NAME, name);
  }

  private static String shortened(String name, int letters) {
    return name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
  }

  /** In the place of the blank before the arrow. */
  private static Line.Span mark(OpenConnection connection) {
    if (connection.isLost()) {
      return new Line.Span(Style.ERROR, "?");
    }
    TransactionStatus status = connection.session().transactionStatus();
    return switch (status) {
      case IDLE -> new Line.Span(Style.PLAIN, " ");
      case OPEN -> new Line.Span(Style.WARNING, "*");
      case FAILED -> new Line.Span(Style.ERROR, "!");
    };
  }
}
