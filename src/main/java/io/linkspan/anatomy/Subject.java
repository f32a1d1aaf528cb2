package io.linkspan.anatomy;

import io.linkspan.anatomy.Anatomy.Actors;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pasted.Way;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.statement.DblinkStatement;
import java.util.List;
import java.util.Optional;

/**
 * What is taken apart.
 *
 * @param into the table as the target has it, where that is known
 * @param server whether the call names a foreign server of the target, and no open connection
 * @param planned what stands around the statement of a plan; empty for one written elsewhere
 */
public record Subject(
    Actors actors,
    DblinkInsert insert,
    Optional<Table> into,
    boolean server,
    Optional<Planned> planned) {
  /** A plan, and the statement that carries it out. */
  public record Planned(CopyPlan plan, DblinkStatement statement) {}

  /** The query that the source runs, or the expression that computes it. */
  String remote() {
    return planned
        .map(p -> p.statement().remoteQuery())
        .or(() -> insert.call().query().value())
        .orElseGet(() -> insert.call().query().text());
  }

  Way way() {
    return Way.of(insert.call());
  }

  /** Whether the target logs in to the source when the call is made, and leaves after it. */
  boolean logsInForThisCall() {
    return server || way() instanceof Way.Conninfo;
  }

  Optional<CopyPlan> plan() {
    return planned.map(Planned::plan);
  }

  Optional<Division> division() {
    return plan().map(p -> p.howItRuns().division());
  }

  String source() {
    return actors.source();
  }

  String target() {
    return actors.target();
  }

  /** The columns that the values go to, in order, as far as they are known. */
  List<Identifier> columns() {
    if (!insert.columns().isEmpty()) {
      return insert.columns();
    }
    List<Identifier> all = into.map(Table::columnNames).orElse(List.of());
    return all.subList(0, Math.min(all.size(), insert.items().size()));
  }

  Optional<Column> column(Identifier name) {
    return into.flatMap(table -> table.column(name));
  }
}
