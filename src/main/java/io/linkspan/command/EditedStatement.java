package io.linkspan.command;

import io.linkspan.check.CheckId;
import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.check.StatementComparison;
import io.linkspan.connection.OpenConnection;
import io.linkspan.pasted.PastedCopy;
import io.linkspan.pasted.PastedReader;
import io.linkspan.pasted.Way;
import io.linkspan.pg.QualifiedName;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.CopyRequest;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Reading;
import io.linkspan.sql.SameTokens;
import io.linkspan.sql.SelectText;
import io.linkspan.sql.Unparsed;
import io.linkspan.statement.DblinkStatement;
import io.linkspan.statement.StatementWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes a plan of an edited statement and holds it against the plan that it was edited from. */
final class EditedStatement {
  private final Workspace workspace;
  private final Planning planning;
  private final Planned before;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Planned> planned = Optional.empty();

  EditedStatement(Workspace workspace, Planning planning, Planned before) {
    this.workspace = workspace;
    this.planning = planning;
    this.before = before;
  }

  /** What was found, the gravest first; an error says that the text is refused. */
  List<Finding> findings() {
    return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  /** The plan that the text comes to; there is one where no error was found. */
  Optional<Planned> planned() {
    return planned;
  }

  /**
   * Reads the text.
   *
   * @throws io.linkspan.pg.UserException where it is no such statement any more
   */
  EditedStatement read(String edited) {
    Reading<DblinkInsert> reading = DblinkInsert.parse(edited);
    if (reading.value().isEmpty()) {
      Unparsed why = reading.unparsed().orElseThrow();
      throw EditCommand.refused(
          "the edited text is not one INSERT … SELECT … FROM dblink(…): %s at line %d, column %d"
              .formatted(why.reason(), why.line(), why.column()),
          "Mend it there: edit");
    }
    DblinkInsert insert = reading.value().orElseThrow();
    requireSameLink(insert);
    requireSameTarget(insert.target());
    findings.addAll(PastedReader.ofText(insert));
    if (Checks.refuse(findings)) {
      return this;
    }
    findings.clear();
    requireSameTables(insert);
    OpenConnection source = workspace.connections().named(before.plan().source().connection());
    OpenConnection target = workspace.connections().named(before.plan().target().connection());
    ReadyPlan.requireIdle(target);
    PastedAnswers answers = new PastedAnswers(source, target);
    PastedCopy copy = PastedReader.read(insert, answers.facts(insert, Optional.of(before.plan())));
    findings.addAll(answers.findings());
    findings.addAll(copy.findings());
    if (!Checks.refuse(findings)) {
      plan(copy.request().orElseThrow(), insert);
    }
    return this;
  }

  private void requireSameLink(DblinkInsert insert) {
    boolean same =
        Way.of(insert.call()) instanceof Way.Named named
            && named.name().equals(before.statement().link());
    if (!same) {
      throw EditCommand.refused(
          "the edited statement does not read through the link \"%s\""
              .formatted(before.statement().link()),
          "Another source is another plan: check INSERT INTO … FROM dblink(…) …;");
    }
  }

  private void requireSameTarget(QualifiedName into) {
    if (!same(into, before.plan().into().name())) {
      throw EditCommand.refused(
          "the edited statement writes to \"%s\"".formatted(into.quoted()),
          "Another target is another plan: plan copy SOURCE -> " + into.quoted());
    }
  }

  /** The remote query must read what it read before. */
  private void requireSameTables(DblinkInsert insert) {
    List<QualifiedName> old =
        tables(StatementWriter.write(before.plan(), "", new Batch.All()).remoteQuery());
    List<QualifiedName> now = tables(insert.call().query().value().orElse(""));
    for (QualifiedName name : now) {
      if (old.stream().noneMatch(o -> same(o, name))) {
        throw EditCommand.refused(
            "the edited remote query reads \"%s\", which the plan does not"
                .formatted(name.quoted()),
            "Another source is another plan: plan copy (SELECT …) -> "
                + before.plan().into().name().quoted());
      }
    }
    for (QualifiedName name : old) {
      if (now.stream().noneMatch(n -> same(n, name))) {
        throw EditCommand.refused(
            "the edited remote query does not read \"%s\" any more".formatted(name.quoted()),
            "Another source is another plan: plan copy (SELECT …) -> "
                + before.plan().into().name().quoted());
      }
    }
  }

  private static List<QualifiedName> tables(String query) {
    return SelectText.parse(query).value().map(SelectText::tables).orElse(List.of());
  }

  private static boolean same(QualifiedName a, QualifiedName b) {
    return a.name().equals(b.name())
        && (a.schema().isEmpty() || b.schema().isEmpty() || a.schema().equals(b.schema()));
  }

  private void plan(CopyRequest request, DblinkInsert insert) {
    CopyRequest old = before.plan().request();
    Planned made =
        planning.plan(
            new CopyRequest(
                request.source(),
                request.target(),
                request.columns(),
                request.mapping(),
                request.where(),
                request.distinct(),
                request.conflict(),
                old.truncate(),
                old.execution()));
    if (!made.plan().into().name().equals(before.plan().into().name())) {
      throw EditCommand.refused(
          "the edited statement writes to \"%s\"".formatted(made.plan().into().name().quoted()),
          "Name the table with its schema, as it was: edit");
    }
    if (Checks.refuse(made.findings())) {
      findings.addAll(made.findings());
      return;
    }
    differences(made.plan(), insert);
    planned = Optional.of(made);
  }

  /** Where the plan's own statement says the same otherwise, or not quite the same. */
  private void differences(CopyPlan plan, DblinkInsert insert) {
    DblinkStatement statement =
        StatementWriter.write(plan, before.statement().link(), new Batch.All());
    boolean sameRemote = SameTokens.in(statement.sent(), insert.call().query().value().orElse(""));
    for (String difference : StatementComparison.differences(plan, statement, insert)) {
      if (sameRemote && difference.equals(StatementComparison.REMOTE)) {
        continue;
      }
      findings.add(
          Finding.note(
              CheckId.EDITED_OTHERWISE,
              "the plan's statement is not the edited one to the letter: in the edited one, "
                  + difference));
    }
  }
}
