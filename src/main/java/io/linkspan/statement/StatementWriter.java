package io.linkspan.statement;

import io.linkspan.pg.Literal;
import io.linkspan.pg.TypeName;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.RemoteColumn;
import io.linkspan.plan.SequenceMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the statements of a plan. */
public final class StatementWriter {
  private StatementWriter() {}

  /**
   * The statements that carry the plan out.
   *
   * @param link the name of the dblink connection to read through
   */
  public static DblinkStatement write(CopyPlan plan, String link) {
    return write(plan, link, Batch.sample(plan));
  }

  /** The same for one batch of the plan's division. */
  public static DblinkStatement write(CopyPlan plan, String link, Batch batch) {
    String remote = RemoteQuery.of(plan, batch);
    Optional<String> fetch =
        batch instanceof Batch.Fetch rows
            ? Optional.of("FETCH FORWARD " + rows.rows() + " FROM " + DblinkStatement.CURSOR)
            : Optional.empty();
    return new DblinkStatement(
        link,
        remote,
        fetch,
        before(plan),
        insert(plan, link, fetch.orElse(remote)),
        plan.sequences().stream().map(move -> moveOn(move, plan)).toList());
  }

  private static List<String> before(CopyPlan plan) {
    List<String> before = new ArrayList<>();
    if (plan.remoteColumns().stream().anyMatch(StatementWriter::declaredXml)) {
      // Under xmloption = document, content that is no document could not be read.
      before.add("SET LOCAL xmloption = content");
    }
    if (plan.truncate()) {
      before.add("TRUNCATE " + plan.into().name().quoted());
    }
    return before;
  }

  private static boolean declaredXml(RemoteColumn column) {
    TypeName type = column.declared();
    return type.isBuiltin() && List.of("xml", "_xml").contains(type.name().name());
  }

  /** A SELECT of the first rows as they would be inserted, read from the first rows alone. */
  public static String preview(CopyPlan plan, String link, long rows) {
    return OuterSelect.of(plan, link, RemoteQuery.limited(plan, rows)) + "\nLIMIT " + rows;
  }

  private static String insert(CopyPlan plan, String link, String remote) {
    List<String> columns =
        plan.assignments().stream().map(a -> a.target().name().quoted()).toList();
    String conflict = plan.conflict().sql();
    return Wrapped.list("INSERT INTO " + plan.into().name().quoted() + " (", columns, ")")
        + (plan.overridingSystemValue() ? "\nOVERRIDING SYSTEM VALUE" : "")
        + "\n"
        + OuterSelect.of(plan, link, remote)
        + (conflict.isEmpty() ? "" : "\n" + conflict);
  }

  /** Moves a rising sequence up to the highest number in the table, to its end at most. */
  private static String moveOn(SequenceMove move, CopyPlan plan) {
    String sequence = move.sequence().quoted();
    String regclass = Literal.quoted(sequence) + "::pg_catalog.regclass";
    return "SELECT pg_catalog.setval("
        + regclass
        + ",\n  LEAST(top, p.seqmax)::pg_catalog.int8)\nFROM (SELECT pg_catalog.max("
        + move.column().quoted()
        + ") AS top FROM "
        + plan.into().name().quoted()
        + ") AS m,\n     "
        + sequence
        + " AS s, pg_catalog.pg_sequence AS p\nWHERE p.seqrelid = "
        + regclass
        + "\n  AND p.seqincrement > 0 AND (LEAST(top, p.seqmax) > s.last_value"
        + "\n    OR top = s.last_value AND NOT s.is_called)";
  }
}
