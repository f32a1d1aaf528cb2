package io.linkspan.command;

import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.Line;
import io.linkspan.report.Messages;
import io.linkspan.report.Page;
import io.linkspan.report.PlanChangeScreen;
import io.linkspan.report.PlanScreen;
import io.linkspan.report.Style;
import io.linkspan.request.CopyParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.session.Fact;
import io.linkspan.sql.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code plan}: makes a plan, shows it, shows its statements, takes a refinement back. */
final class PlanCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;

  PlanCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("plan"),
        List.of(
            "plan copy SOURCE_TABLE -> TARGET_TABLE [(COLUMN, …)] [CLAUSE …]",
            "plan copy (QUERY) -> TARGET_TABLE [(COLUMN, …)] [CLAUSE …]",
            "plan",
            "plan sql [to FILE]",
            "plan back",
            "plan save NAME",
            "plan load NAME"),
        "makes the plan of a copy, and shows it; touches no data",
        "The clauses are columns, map, where, distinct, on conflict and truncate; each is a command"
            + " of its own that refines the plan. \"plan\" shows the plan in hand, \"plan sql\" its"
            + " statements as a script for psql, which a file takes, \"plan back\" takes the last refinement back. Columns are"
            + " matched by name. \"plan save\" keeps the plan with the variables that were typed;"
            + " \"plan load\" plans it anew and says what of the tables has changed.",
        List.of(
            "plan copy archived_users -> users (username, email) map email = lower(email)",
            "plan copy (select username, email from archived_users where active) -> users",
            "plan sql",
            "plan sql to users.sql",
            "plan save users-by-night",
            "plan load users-by-night"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.atEnd()) {
      return shown(workspace.plan().require(), invocation.page());
    }
    if (tokens.acceptWord("sql")) {
      if (tokens.acceptWord("to")) {
        return sqlInto(invocation.rest().strip().substring("sql".length()).strip(), invocation);
      }
      tokens.expectEnd();
      return sql(workspace.plan().require());
    }
    if (tokens.acceptWord("back")) {
      tokens.expectEnd();
      Planned left = workspace.plan().require();
      return changed(left, workspace.plan().back(), invocation.page());
    }
    if (tokens.acceptWord("save")) {
      return saved(SavedPlans.name(invocation.rest().strip().substring(4)), invocation);
    }
    if (tokens.acceptWord("load")) {
      return loaded(SavedPlans.name(invocation.rest().strip().substring(4)), invocation.page());
    }
    if (!tokens.acceptWord("copy")) {
      throw tokens.unexpected(
          "copy, sql, back, save or load", "copy", "sql", "back", "save", "load");
    }
    Planned planned = planned(() -> CopyParser.parse(tokens));
    workspace.plan().begin(planned);
    return shown(planned, invocation.page());
  }

  /** A copy that cannot be planned leaves the plan in hand, which a run would carry out. */
  private Planned planned(Supplier<CopyRequest> request) {
    try {
      return planning.plan(request.get());
    } catch (UserException e) {
      Optional<Planned> kept = workspace.plan().current();
      if (kept.isEmpty()) {
        throw e;
      }
      CopyPlan plan = kept.orElseThrow().plan();
      String still =
          "The plan in hand is still %s -> %s."
              .formatted(plan.reading().label(), plan.into().name());
      ErrorFields fields = e.fields();
      String detail = fields.detail().map(text -> text + " " + still).orElse(still);
      if (e instanceof ServerException server) {
        throw server.with(fields.withDetail(detail));
      }
      throw new UserException(e.kind(), fields.withDetail(detail), e);
    }
  }

  private Outcome saved(String name, Invocation invocation) {
    CopyPlan plan = workspace.plan().require().plan();
    SavedPlans plans = workspace.plans();
    String text = SavedPlan.text(name, plan, workspace.recorder().typed(plan.request()));
    Path file = plans.file(name);
    return (Files.exists(file)
            ? Recorder.beforeReplacing(file, invocation.questions())
            : Optional.<Outcome>empty())
        .orElseGet(
            () -> {
              plans.keep(name, text);
              return Outcome.line("The plan is saved; to make it again: plan load " + name);
            });
  }

  private Outcome loaded(String name, Page page) {
    SavedPlan saved = SavedPlan.parse(workspace.plans().text(name));
    Planned planned = planned(() -> saved.request(workspace.variables()));
    workspace.plan().begin(planned);
    List<Line> lines = new ArrayList<>(PlanScreen.of(planned, page));
    List<String> changes = new ExpectedTables(workspace).changes(saved.shapes()).grave();
    if (!changes.isEmpty()) {
      lines.addAll(
          Messages.message(
              "WARNING",
              Style.WARNING,
              ErrorFields.of("the tables have changed since the plan was saved")
                  .withDetail(String.join("\n", changes))
                  .withHint("If the plan is right as it is now, keep it so: plan save " + name),
              page));
    }
    return new Outcome.Told(new Fact.Made(planned), new Outcome.Shown(lines));
  }

  private static Outcome shown(Planned planned, Page page) {
    return new Outcome.Told(
        new Fact.Made(planned), new Outcome.Shown(PlanScreen.of(planned, page)));
  }

  /** What a refinement did, or the taking back of one. */
  static Outcome changed(Planned before, Planned after, Page page) {
    return new Outcome.Told(
        new Fact.Made(after), new Outcome.Shown(PlanChangeScreen.of(before, after, page)));
  }

  private Outcome sqlInto(String to, Invocation invocation) {
    String script = PlanScript.of(workspace, workspace.plan().require());
    String typed = Unquoted.text(to.substring("to".length()));
    if (typed.isEmpty()) {
      throw UserException.usage("plan sql to needs a file", "Type: plan sql to FILE");
    }
    Path file = FilePath.of(workspace.environment(), typed);
    return Recorder.beforeReplacing(file, invocation.questions())
        .orElseGet(
            () -> {
              Recorder.write(file, script.endsWith("\n") ? script : script + "\n");
              return new Outcome.Shown(
                  List.of(
                      Line.of("The script for psql is, without passwords, in"),
                      Line.of("  " + file)));
            });
  }

  private Outcome sql(Planned planned) {
    List<Line> lines = new ArrayList<>();
    PlanScript.of(workspace, planned)
        .lines()
        .forEach(line -> lines.add(Line.of(line.startsWith("--") ? Style.DIM : Style.SQL, line)));
    return new Outcome.Shown(lines);
  }
}
