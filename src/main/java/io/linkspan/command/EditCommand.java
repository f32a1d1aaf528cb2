package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Batch;
import io.linkspan.report.Line;
import io.linkspan.report.Messages;
import io.linkspan.report.Page;
import io.linkspan.report.PlanChangeScreen;
import io.linkspan.report.Style;
import io.linkspan.session.Fact;
import io.linkspan.statement.StatementWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code edit}: the plan's statement in an editor; what comes back refines the plan. */
final class EditCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;

  /** What was edited and refused, to be opened again, and the statement that it was made from. */
  private Optional<Draft> draft = Optional.empty();

  private record Draft(String from, String text) {}

  EditCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("edit", "\\e", "\\edit"),
        List.of("edit", "\\e [FILE]"),
        "opens the plan's statement in an editor; what comes back refines the plan",
        "The editor is that of VISUAL or EDITOR, else vi. What comes back is read and checked. It is"
            + " refused where it is no longer one INSERT into the same table from the same tables"
            + " through the same link, or where its remote query does more than read; then edit"
            + " opens the same text again. \"plan back\" takes the edit back. \\e after SQL opens that"
            + " SQL instead, and without a plan the last statement: what comes back with a semicolon"
            + " is sent, and the rest stands in the next line.",
        List.of("edit"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    EditedBuffer sql = new EditedBuffer(workspace);
    if (sql.isMeant(invocation)) {
      return sql.edited(invocation);
    }
    invocation.requireNothing();
    Planned planned = workspace.plan().require();
    String statement =
        StatementWriter.write(planned.plan(), planned.statement().link(), new Batch.All()).insert()
            + ";\n";
    String shown = draft.filter(d -> d.from().equals(statement)).map(Draft::text).orElse(statement);
    String edited =
        invocation
            .questions()
            .edited(shown)
            .orElseThrow(
                () ->
                    UserException.usage(
                        "edit needs a terminal",
                        "Refine the plan by its clauses: map, where, distinct, on conflict"));
    draft = Optional.empty();
    if (edited.isBlank() || edited.strip().equals(statement.strip())) {
      return Outcome.line("Nothing was changed; the plan is the same.");
    }
    EditedStatement result;
    try {
      result = new EditedStatement(workspace, planning, planned).read(edited);
    } catch (UserException e) {
      keep(statement, edited);
      throw e;
    }
    return carriedOut(planned, result, invocation.page(), new Draft(statement, edited));
  }

  private Outcome carriedOut(Planned before, EditedStatement result, Page page, Draft kept) {
    List<Line> lines = new ArrayList<>();
    List<Finding> findings = result.findings();
    lines.addAll(Messages.remarks(findings, page));
    if (Checks.refuse(findings)) {
      keep(kept.from(), kept.text());
      lines.add(Line.of(Style.ERROR, "The plan is as it was before; edit opens your text again."));
      return new Outcome.Wrong(UserException.Kind.CHECK, lines);
    }
    Planned refined = result.planned().orElseThrow();
    workspace.plan().refine(refined);
    if (!lines.isEmpty()) {
      lines.add(Line.EMPTY);
    }
    lines.addAll(PlanChangeScreen.of(before, refined, page));
    return new Outcome.Told(new Fact.Made(refined), new Outcome.Shown(lines));
  }

  /** A text with a password is forgotten. */
  private void keep(String from, String edited) {
    boolean secret = !SecretMask.mask(edited).equals(edited);
    draft = secret ? Optional.empty() : Optional.of(new Draft(from, edited));
  }

  /** An error that leaves the plan as it was. */
  static UserException refused(String message, String hint) {
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(message)
            .withDetail("The plan is as it was before; edit opens your text again.")
            .withHint(hint));
  }
}
