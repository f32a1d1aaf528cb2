package io.linkspan.misfit;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.plan.RemoteColumn;
import io.linkspan.sql.ColumnReference;
import io.linkspan.sql.ExpressionText;
import io.linkspan.statement.SourceRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the anonymous block that tries each row on the source: whether the plan's condition can be
 * evaluated on it, and whether the target's encoding has its characters.
 */
final class SourceBlock {
  private static final Identifier CONDITION = new Identifier("where");
  private static final Identifier QUERY = new Identifier("q");
  private static final String NO_ENCODING = "SQL_ASCII";

  private final CopyPlan plan;
  private final RowIdentity identity;
  private final List<Column> columns;

  SourceBlock(CopyPlan plan, RowIdentity identity) {
    this.plan = plan;
    this.identity = identity;
    this.columns = plan.reading().columns().stream().filter(c -> c.privileges().select()).toList();
  }

  /** What the rows are tried for; nothing where the source can refuse none by itself. */
  List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    plan.where()
        .ifPresent(
            text ->
                probes.add(
                    new Probe(Probe.Kind.WHERE, CONDITION, Optional.empty(), usedIn(text), false)));
    if (converts()) {
      for (RemoteColumn column : plan.remoteColumns()) {
        if (columns.stream().anyMatch(c -> c.name().equals(column.name()))) {
          probes.add(
              new Probe(
                  Probe.Kind.ENCODING,
                  column.name(),
                  Optional.empty(),
                  List.of(column.name()),
                  true));
        }
      }
    }
    return List.copyOf(probes);
  }

  private boolean converts() {
    String to = plan.target().server().encoding();
    return !to.equals(NO_ENCODING) && !to.equals(plan.source().server().encoding());
  }

  private List<Identifier> usedIn(String text) {
    return ExpressionText.parse(text)
        .value()
        .map(e -> e.columns().stream().map(ColumnReference::name).distinct().toList())
        .orElse(List.of())
        .stream()
        .filter(name -> columns.stream().anyMatch(c -> c.name().equals(name)))
        .toList();
  }

  String text() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < identity.columns().size(); i++) {
      items.add(identity.columns().get(i).quoted() + "::pg_catalog.text AS k" + (i + 1));
    }
    for (int i = 0; i < columns.size(); i++) {
      items.add(columns.get(i).name().quoted() + " AS s" + (i + 1));
    }
    List<Probe> probes = probes();
    String whole =
        probes.stream()
            .filter(probe -> probe.kind() == Probe.Kind.ENCODING)
            .map(probe -> "PERFORM " + converted(probe) + ";")
            .collect(Collectors.joining("\n", "IF " + holds() + " THEN\nNULL;\n", "\nEND IF;"));
    List<BlockText.Piece> pieces = new ArrayList<>();
    for (int place = 0; place < probes.size(); place++) {
      Probe probe = probes.get(place);
      boolean where = probe.kind() == Probe.Kind.WHERE;
      String body =
          where
              ? "PERFORM " + holds() + ";"
              : "IF " + holds() + " THEN PERFORM " + converted(probe) + "; END IF;";
      List<Integer> unless = where || plan.where().isEmpty() ? List.of() : List.of(0);
      List<String> values = probe.from().stream().map(this::shown).toList();
      pieces.add(new BlockText.Piece(place, unless, body, false, values));
    }
    return BlockText.of(SourceRows.all(plan, items), identity.columns().size(), whole, pieces);
  }

  private String holds() {
    String row =
        columns.isEmpty()
            ? "1 AS one"
            : columns.stream()
                .map(c -> field(c.name()) + " AS " + c.name().quoted())
                .collect(Collectors.joining(", "));
    Identifier name =
        plan.reading() instanceof Reading.OfTable of ? of.table().name().name() : QUERY;
    return plan.where()
        .map(
            text ->
                "(SELECT ("
                    + SourceRows.closed(text)
                    + ") FROM (SELECT "
                    + row
                    + ") AS "
                    + name.quoted()
                    + ")")
        .orElse("true");
  }

  private String field(Identifier name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return "linkspan_row.s" + (i + 1);
      }
    }
    throw new IllegalArgumentException("not read: " + name);
  }

  private String written(Identifier name) {
    return "(" + field(name) + ")::pg_catalog.text";
  }

  private String converted(Probe probe) {
    return "pg_catalog.convert_to("
        + written(probe.name())
        + ", "
        + Literal.quoted(plan.target().server().encoding())
        + ")";
  }

  /** Bytes of which nobody knows the encoding could not be sent to the shell either. */
  private String shown(Identifier name) {
    return plan.source().server().encoding().equals(NO_ENCODING)
        ? "pg_catalog.encode(pg_catalog.convert_to(" + written(name) + ", 'SQL_ASCII'), 'escape')"
        : written(name);
  }
}
