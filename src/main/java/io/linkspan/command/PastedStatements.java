package io.linkspan.command;

import io.linkspan.check.CheckId;
import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.connection.TypedLinks;
import io.linkspan.pasted.PastedCopy;
import io.linkspan.pasted.PastedFacts;
import io.linkspan.pasted.PastedReader;
import io.linkspan.pasted.StatementParts;
import io.linkspan.pasted.Way;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.QualifiedName;
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
  private static final String AS_IT_IS =
      "To send it as it is: begin; then the statement; then commit;";

  private final Workspace workspace;
  private final Planning planning;

  PastedStatements(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  /**
   * The plan that stands for a statement typed at the prompt; empty for one that is to be sent as
   * it is.
   *
   * @throws UserException where nobody is there who could look at a plan and run it
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
            && stranger(insert.orElseThrow(), target).isEmpty()
            && TypedDblink.kept(target, sql).isEmpty()
            && reads(insert.orElseThrow(), target);
    if (!ours) {
      return Optional.empty();
    }
    if (!questions.someoneThere()) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("this dblink INSERT was not sent, and nothing was copied")
              .withDetail("At a prompt it becomes a plan to look at; a script says so itself.")
              .withHint("Write check before the INSERT, and after it: run\n" + AS_IT_IS));
    }
    try {
      return Optional.of(inHand(insert.orElseThrow(), target, true, page, questions));
    } catch (ServerException e) {
      throw e.with(withWay(e.fields()));
    } catch (UserException e) {
      throw new UserException(e.kind(), withWay(e.fields()), e);
    }
  }

  /** An error that leaves no plan says how the statement goes without one. */
  private static ErrorFields withWay(ErrorFields fields) {
    return fields
        .explanation()
        .map(
            why ->
                fields.withExplanation(new Explanation(why.cause(), why.next() + "\n" + AS_IT_IS)))
        .orElseGet(() -> fields.withHint(fields.hint().map(h -> h + "\n").orElse("") + AS_IT_IS));
  }

  /** What is wrong with the function, where it is another schema's than the extension's. */
  private static Optional<Finding> stranger(DblinkInsert insert, OpenConnection target) {
    QualifiedName function = insert.call().function();
    return function
        .schema()
        .filter(TypedDblink.home(target).negate())
        .map(
            schema ->
                Finding.error(
                    CheckId.NO_PLAN_FOR,
                    "%s is not the function of the extension dblink".formatted(function.quoted()),
                    "See the schema that has it: extensions"));
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
    TypedDblink.requireReadAlike(target, sql);
    Reading<DblinkInsert> reading = DblinkInsert.parse(sql);
    if (reading.value().isEmpty()) {
      return unreadable(reading.unparsed().orElseThrow(), target, sql, page);
    }
    Optional<Finding> hopeless =
        stranger(reading.value().orElseThrow(), target).or(() -> TypedDblink.kept(target, sql));
    return hopeless.isPresent()
        ? refused(List.of(hopeless.orElseThrow()), false, new ArrayList<>(), page)
        : inHand(reading.value().orElseThrow(), target, false, page, questions);
  }

  /** What no plan can be made of; its calls of dblink are looked at all the same. */
  private static Outcome unreadable(Unparsed why, OpenConnection target, String sql, Page page) {
    ErrorFields fields =
        ErrorFields.of(
                "the statement is not one INSERT … SELECT … FROM dblink(…): %s at line %d, column %d"
                    .formatted(why.reason(), why.line(), why.column()))
            .withDetail(
                "No plan has WITH before INSERT, UNION and its like, or a second statement.")
            .withHint("Write what the source is to run: plan copy (SELECT …) -> TARGET");
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(CheckId.NO_PLAN_FOR, Finding.Severity.ERROR, fields));
    findings.addAll(TypedDblink.findings(target, sql));
    return refused(findings, false, new ArrayList<>(), page);
  }

  private Outcome inHand(
      DblinkInsert insert, OpenConnection target, boolean typed, Page page, Questions questions) {
    List<Line> lines = new ArrayList<>();
    Way way = Way.of(insert.call());
    List<Finding> text = PastedReader.ofText(insert);
    PastedSource.Found source = source(way, target, questions);
    lines.addAll(source.lines());
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
      return refused(findings, typed, lines, page);
    }
    PastedAnswers answers = new PastedAnswers(source.connection(), target);
    PastedFacts facts = answers.facts(insert, Optional.empty());
    findings.addAll(answers.findings());
    PastedCopy copy = PastedReader.read(insert, facts);
    findings.addAll(copy.findings());
    if (copy.request().isEmpty() || Checks.refuse(findings)) {
      return refused(findings, typed, lines, page);
    }
    Planned planned = planning.plan(copy.request().orElseThrow());
    workspace.plan().begin(planned);
    workspace.connections().useSource(source.connection().name());
    workspace.connections().useTarget(target.name());
    if (typed) {
      lines.add(
          0,
          Line.of(Style.WARNING, "not sent:")
              .plus(" this dblink INSERT is a plan now; look at it, then run it"));
    }
    if (!findings.isEmpty()) {
      lines.addAll(Messages.remarks(sorted(findings), page));
      lines.add(Line.EMPTY);
    }
    lines.addAll(PlanScreen.of(planned, page));
    if (Checks.refuse(planned.findings())) {
      way(typed, lines);
      return new Outcome.Wrong(UserException.Kind.CHECK, lines);
    }
    lines.addAll(
        Messages.message(
            "NOTE", Style.DIM, ErrorFields.of("nothing was copied yet; run copies it"), page));
    return new Outcome.Shown(lines);
  }

  private static Outcome refused(
      List<Finding> findings, boolean typed, List<Line> lines, Page page) {
    lines.addAll(Messages.remarks(sorted(findings), page));
    lines.add(Line.of(Style.ERROR, "No plan was made of it, and nothing was sent."));
    way(typed, lines);
    return new Outcome.Wrong(UserException.Kind.CHECK, lines);
  }

  private static void way(boolean typed, List<Line> lines) {
    if (typed) {
      lines.add(Line.of(Style.GOOD, AS_IT_IS));
    }
  }

  /** The source; a connection that is opened for it does not become the one that SQL goes to. */
  private PastedSource.Found source(Way way, OpenConnection target, Questions questions) {
    OpenConnections connections = workspace.connections();
    OpenConnection current = connections.current();
    PastedSource.Found source = PastedSource.of(workspace, way, target, questions);
    if (connections.current() != current) {
      connections.useTarget(current.name());
    }
    return source;
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
