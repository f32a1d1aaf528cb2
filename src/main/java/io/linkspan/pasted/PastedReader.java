package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.pg.Identifier;
import io.linkspan.request.ConflictRule;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.Distinct;
import io.linkspan.request.Execution;
import io.linkspan.request.Filling;
import io.linkspan.request.TableReference;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Distinctness;
import io.linkspan.sql.PlainRead;
import io.linkspan.sql.RenamedColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a pasted statement the request that means the same. */
public final class PastedReader {
  private final DblinkInsert insert;
  private final PastedFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  private PastedReader(DblinkInsert insert, PastedFacts facts) {
    this.insert = insert;
    this.facts = facts;
  }

  /** The request, if there is one, and what is to be said of the statement. */
  public static PastedCopy read(DblinkInsert insert, PastedFacts facts) {
    return new PastedReader(insert, facts).read();
  }

  /** What the text alone tells, before any server is asked. */
  public static List<Finding> ofText(DblinkInsert insert) {
    List<Finding> findings = new ArrayList<>(CallFindings.in(insert.call()));
    findings.addAll(Obstacles.in(insert));
    return List.copyOf(findings);
  }

  private PastedCopy read() {
    findings.addAll(ofText(insert));
    findings.addAll(ColumnFindings.in(insert.call().columns(), facts));
    findings.addAll(OtherTypes.in(insert, facts));
    Optional<List<Pair>> pairs = Pairs.of(insert, facts.targetColumns(), findings);
    if (Checks.refuse(findings) || pairs.isEmpty()) {
      return new PastedCopy(Optional.empty(), findings);
    }
    RemotePart remote =
        RemotePart.ofTable(insert, facts).orElseGet(() -> RemotePart.ofQuery(insert, facts));
    Optional<CopyRequest> request = request(remote, pairs.orElseThrow());
    if (request.isEmpty() && !remote.isQuery()) {
      request = request(RemotePart.ofQuery(insert, facts), pairs.orElseThrow());
    }
    if (request.isEmpty()) {
      findings.add(
          Finding.error(
              CheckId.NO_PLAN_FOR,
              "it cannot be told which columns the outer SELECT uses",
              "Write it as a plan: plan copy SOURCE -> " + insert.target().quoted()));
    } else {
      said();
    }
    return new PastedCopy(request, findings);
  }

  /** The same meaning over that remote part; empty where a name cannot be said in its names. */
  private Optional<CopyRequest> request(RemotePart remote, List<Pair> pairs) {
    RenamedColumns names = remote.names(insert.call());
    Map<Identifier, Filling> mapping = new LinkedHashMap<>();
    List<Identifier> columns = new ArrayList<>();
    for (Pair pair : pairs) {
      columns.add(pair.column());
      Optional<Filling> filling = Optional.empty();
      if (isMapped(pair, remote)) {
        filling = Optional.of(new Filling.Expression(pair.expression()));
      } else if (!pair.expression().equals(facts.fillings().get(pair.column()))) {
        Optional<String> said = remote.expression(pair.expression(), insert.call(), facts);
        if (said.isEmpty()) {
          return Optional.empty();
        }
        filling = said.filter(text -> !isColumn(text, pair.column())).map(Filling.Expression::new);
      }
      filling.ifPresent(f -> mapping.put(pair.column(), f));
    }
    Optional<String> outer = insert.where().flatMap(names::in);
    Optional<Distinct> distinct = distinct(names);
    boolean lost = insert.where().isPresent() && outer.isEmpty();
    if (lost || distinct.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CopyRequest(
            remote.source(facts.source()),
            new TableReference(Optional.of(facts.target()), insert.target()),
            Optional.of(columns),
            mapping,
            both(remote.where(), outer),
            distinct.orElseThrow(),
            Optional.of(conflict()),
            false,
            Execution.CHOSEN));
  }

  /** Whether it is what the plan in hand maps, over columns that mean the same as there. */
  private boolean isMapped(Pair pair, RemotePart remote) {
    return pair.expression().equals(facts.mapped().get(pair.column()))
        && remote.samePlaces()
        && insert.call().alias().filter(RemotePart.PLAN_ALIAS::equals).isPresent()
        && OtherTypes.none(pair.expression(), insert, facts);
  }

  private static boolean isColumn(String text, Identifier column) {
    return PlainRead.column(text).filter(column::equals).isPresent();
  }

  private Optional<Distinct> distinct(RenamedColumns names) {
    if (insert.distinct() instanceof Distinctness.On on) {
      List<String> expressions =
          on.expressions().stream().map(names::in).flatMap(Optional::stream).toList();
      Optional<String> order = names.inOrder(insert.orderBy().orElse(""));
      return expressions.size() == on.expressions().size()
          ? order.map(text -> new Distinct.On(expressions, text))
          : Optional.empty();
    }
    return Optional.of(
        insert.distinct() instanceof Distinctness.Rows ? new Distinct.All() : new Distinct.None());
  }

  private ConflictRule conflict() {
    if (insert.conflict().isEmpty()) {
      return new ConflictRule.Fail();
    }
    String text = insert.conflict().orElseThrow().text();
    if (text.equals("DO NOTHING")) {
      return new ConflictRule.Preserve();
    }
    // The plan's INSERT has no alias for its table.
    return new ConflictRule.Clause(
        insert
            .targetAlias()
            .map(alias -> TargetAlias.replaced(text, alias, insert.target().name()))
            .orElse(text));
  }

  private static Optional<String> both(Optional<String> inner, Optional<String> outer) {
    if (inner.isEmpty() || outer.isEmpty()) {
      return inner.or(() -> outer);
    }
    return Optional.of(
        "(" + closed(inner.orElseThrow()) + ") AND (" + closed(outer.orElseThrow()) + ")");
  }

  private static String closed(String text) {
    return text.contains("--") ? text + "\n" : text;
  }

  /** What the plan does otherwise, with the same rows in the end. */
  private void said() {
    if (insert.where().isPresent()) {
      findings.add(
          Finding.note(
              CheckId.WHERE_MOVED,
              "WHERE stands outside of dblink(), so every row travels; the plan gives it to the"
                  + " source"));
    }
    boolean ordered =
        insert.orderBy().isPresent() && !(insert.distinct() instanceof Distinctness.On);
    if (ordered) {
      findings.add(
          Finding.warning(
              CheckId.ORDER_DROPPED,
              "ORDER BY only says in which order rows are inserted; the plan leaves it out",
              "Where numbers are to follow it: plan copy (SELECT … ORDER BY …) -> "
                  + insert.target().quoted()));
    }
    insert
        .doubt()
        .ifPresent(
            doubt ->
                findings.add(
                    Finding.note(
                        CheckId.NOT_KNOWN_TO_PARSER,
                        "a part of the statement is not known to the parser (%s); the servers' own"
                                .formatted(doubt.reason())
                            + " check decides")));
  }
}
