package io.linkspan.command;

import io.linkspan.check.CheckId;
import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.connection.TypedLinks;
import io.linkspan.pasted.PastedCopy;
import io.linkspan.pasted.PastedFacts;
import io.linkspan.pasted.PastedReader;
import io.linkspan.pasted.StatementParts;
import io.linkspan.pasted.Way;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Messages;
import io.linkspan.report.Page;
import io.linkspan.report.PartsScreen;
import io.linkspan.report.PlanScreen;
import io.linkspan.report.Style;
import io.linkspan.sql.DblinkCalls;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Reading;
import io.linkspan.sql.Unparsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a dblink INSERT that was written elsewhere in hand as a plan. */
final class PastedStatements {
  private final Workspace workspace;
  private final Planning planning;

  PastedStatements(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  /**
   * The plan that stands for a statement typed at the prompt; empty for one that is to be sent as
   * it is.
   */
  Optional<Outcome> taken(OpenConnection target, String sql, Page page, Questions questions) {
    if (!DblinkCalls.mentioned(sql)) {
      return Optional.empty();
    }
    Optional<DblinkInsert> insert = DblinkInsert.parse(sql).value();
    boolean ours =
        insert.isPresent()
            && !target.isLost()
            && !TypedDblink.misread(target, sql)
            && target.session().transactionStatus() == TransactionStatus.IDLE
            && !Checks.refuse(PastedReader.ofText(insert.orElseThrow()))
            && reads(insert.orElseThrow(), target);
    if (!ours) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(Style.WARNING, "not sent:")
            .plus(" this dblink INSERT is a plan now; look at it, then run it"));
    return Optional.of(inHand(insert.orElseThrow(), target, lines, page, questions));
  }

  /** Whether the statement names its source in a way that linkspan knows. */
  private boolean reads(DblinkInsert insert, OpenConnection target) {
    Way way = Way.of(insert.call());
    if (way instanceof Way.Conninfo) {
      return true;
    }
    if (!(way instanceof Way.Named named)) {
      return false;
    }
    Optional<OpenConnection> known =
        PastedSource.named(workspace, named.name()).filter(source -> source != target);
    boolean link = known.filter(c -> Link.nameFor(c.name()).equals(named.name())).isPresent();
    // A connection of that name that was opened by hand goes before.
    return known.isPresent()
        && (link
            || (!TypedLinks.open(target.session()).contains(named.name())
                && TypedLinks.serverOptions(target.session(), named.name()).isEmpty()));
  }

  /** {@code check} with a statement after it. */
  Outcome checked(String sql, Page page, Questions questions) {
    OpenConnection target = workspace.connections().current();
    target.session().requireIdle("A statement is checked by the servers, outside of it.");
    Reading<DblinkInsert> reading = DblinkInsert.parse(sql);
    if (reading.value().isEmpty()) {
      return unreadable(reading.unparsed().orElseThrow(), sql, page);
    }
    List<Line> lines = new ArrayList<>();
    return inHand(reading.value().orElseThrow(), target, lines, page, questions);
  }

  /** What no plan can be made of; its calls of dblink are looked at all the same. */
  private static Outcome unreadable(Unparsed why, String sql, Page page) {
    ErrorFields fields =
        ErrorFields.of(
                "the statement is not one INSERT … SELECT … FROM dblink(…): %s at line %d, column %d"
                    .formatted(why.reason(), why.line(), why.column()))
            .withDetail(
                "No plan has WITH before INSERT, UNION and its like, or a second statement.")
            .withHint("Write what the source is to run: plan copy (SELECT …) -> TARGET");
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(CheckId.NO_PLAN_FOR, Finding.Severity.ERROR, fields));
    findings.addAll(TypedDblink.findings(sql));
    return refused(findings, new ArrayList<>(), page);
  }

  private Outcome inHand(
      DblinkInsert insert,
      OpenConnection target,
      List<Line> lines,
      Page page,
      Questions questions) {
    Way way = Way.of(insert.call());
    List<Finding> text = PastedReader.ofText(insert);
    PastedSource.Found source = PastedSource.of(workspace, way, target, questions);
    lines.addAll(source.lines());
    workspace.connections().useSource(source.connection().name());
    workspace.connections().useTarget(target.name());
    lines.add(Line.EMPTY);
    lines.addAll(
        PartsScreen.of(StatementParts.of(insert, source.connection().name(), target.name()), page));
    lines.add(Line.EMPTY);
    List<Finding> findings = new ArrayList<>(source.findings());
    if (way instanceof Way.Conninfo conninfo && TypedLinks.mayHoldSecret(conninfo.text())) {
      findings.add(inlined(target.name()));
    }
    if (Checks.refuse(text)) {
      findings.addAll(text);
      return refused(findings, lines, page);
    }
    PastedAnswers answers = new PastedAnswers(source.connection(), target);
    PastedFacts facts = answers.facts(insert, Optional.empty());
    findings.addAll(answers.findings());
    PastedCopy copy = PastedReader.read(insert, facts);
    findings.addAll(copy.findings());
    if (copy.request().isEmpty() || Checks.refuse(findings)) {
      return refused(findings, lines, page);
    }
    Planned planned = planning.plan(copy.request().orElseThrow());
    workspace.plan().begin(planned);
    if (!findings.isEmpty()) {
      lines.addAll(Messages.remarks(sorted(findings), page));
      lines.add(Line.EMPTY);
    }
    lines.addAll(PlanScreen.of(planned.plan(), planned.statement(), planned.findings(), page));
    if (Checks.refuse(planned.findings())) {
      return new Outcome.Wrong(UserException.Kind.CHECK, lines);
    }
    lines.addAll(
        Messages.message(
            "NOTE", Style.DIM, ErrorFields.of("nothing was copied yet; run copies it"), page));
    return new Outcome.Shown(lines);
  }

  private static Outcome refused(List<Finding> findings, List<Line> lines, Page page) {
    lines.addAll(Messages.remarks(sorted(findings), page));
    lines.add(Line.of(Style.ERROR, "No plan was made of it, and nothing was sent."));
    return new Outcome.Wrong(UserException.Kind.CHECK, lines);
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  private static Finding inlined(String target) {
    return Finding.warning(
            CheckId.PASSWORD_IN_TEXT,
            "the password is in the text of the statement",
            "The plan names a connection instead; nothing that is shown or kept has the password.")
        .withDetail(
            "Sent as it is, it is in pg_stat_activity on %s, and in its log where the statement"
                    .formatted(target)
                + " fails or log_statement is on.");
  }
}
