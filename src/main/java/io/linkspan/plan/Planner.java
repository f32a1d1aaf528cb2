package io.linkspan.plan;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.Distinct;
import io.linkspan.request.Filling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the plan of a copy from the request and both catalogs. */
public final class Planner {
  private Planner() {}

  /**
   * Plans a copy.
   *
   * @param reading what the request's source is, looked up in the source's catalog
   * @throws io.linkspan.pg.UserException where the request names a target column that does not
   *     exist, or nothing would be copied
   */
  public static CopyPlan plan(
      CopyRequest request, Catalog source, Reading reading, Catalog target, Table into) {
    return new Draft(request, source, reading, target, into).plan();
  }

  /** The plan in the making: what has been chosen so far. */
  private static final class Draft {
    private static final TypeName ROW_MARK =
        new TypeName(new Identifier("pg_catalog"), new Identifier("int4"), "integer");

    private final CopyRequest request;
    private final Catalog source;
    private final Reading reading;
    private final Catalog target;
    private final Table into;
    private final Carriages carriages;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<LeftOut> unfilled = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    /** Target columns that the copy should fill, and for which the source has no such name. */
    private final List<Column> unmatched = new ArrayList<>();

    Draft(CopyRequest request, Catalog source, Reading reading, Catalog target, Table into) {
      this.request = request;
      this.source = source;
      this.reading = reading;
      this.target = target;
      this.into = into;
      this.carriages = new Carriages(target);
    }

    CopyPlan plan() {
      TargetColumns.requireKnown(request, into, target.connection());
      for (Column column : TargetColumns.inOrder(request, into)) {
        fill(column);
      }
      Set<Identifier> used = usedColumns();
      List<Rename> renames = renames(used);
      if (assignments.isEmpty()) {
        throw TargetColumns.nothingMatches(reading, into, renames);
      }
      missingInSource(renames);
      ConflictAction conflict = ConflictActions.resolve(request.conflictRule(), into, assignments);
      Optional<Key> instead =
          RedundantDistinct.key(request.distinct(), conflict, into, assignments);
      Distinct distinct =
          instead.isPresent() ? new Distinct.None() : DistinctOrder.complete(request.distinct());
      return new CopyPlan(
          request,
          CopyPlan.End.of(source),
          reading,
          CopyPlan.End.of(target),
          into,
          remoteColumns(used),
          assignments,
          LeftOuts.ofSource(reading, into, used, request),
          unfilled,
          request.where(),
          distinct,
          instead,
          conflict,
          assignments.stream().anyMatch(a -> a.target().identity() == Column.Identity.ALWAYS),
          request.truncate(),
          sequences(),
          new Divider(
                  request,
                  reading,
                  source.server(),
                  target.server(),
                  distinct,
                  conflict,
                  assignments,
                  !into.keys().isEmpty())
              .choose(),
          flaws,
          renames);
    }

    private void fill(Column column) {
      Filling filling = request.mapping().get(column.name());
      if (filling instanceof Filling.Expression expression) {
        UsedColumns used = UsedColumns.in(expression.text(), reading);
        used.flaws("map " + column.name().quoted()).forEach(flaws::add);
        assignments.add(
            new Assignment(column, expression.text(), used.known(), true, Fidelity.EQUAL));
        return;
      }
      Optional<Column> match = reading.column(column.name());
      boolean left =
          filling != null || column.isGenerated() || !TargetColumns.listed(request, column);
      if (left || match.isEmpty()) {
        unfilled.add(LeftOuts.ofTarget(column));
        if (!left) {
          unmatched.add(column);
        }
        return;
      }
      Column from = match.orElseThrow();
      TypePair pair = TypePair.of(from, column, carriages.of(from, column), target.casts());
      assignments.add(
          new Assignment(column, pair.expression(), List.of(from.name()), false, pair.fidelity()));
    }

    private List<Rename> renames(Set<Identifier> used) {
      List<Column> left =
          reading.columns().stream()
              .filter(column -> !used.contains(column.name()))
              .filter(column -> into.column(column.name()).isEmpty())
              .toList();
      return LikelyRenames.between(left, unmatched, tables(), target);
    }

    private List<Identifier> tables() {
      Identifier written = into.name().name();
      return reading instanceof Reading.OfTable of
          ? List.of(of.table().name().name(), written)
          : List.of(written);
    }

    /** A column that the user listed must have something that fills it. */
    private void missingInSource(List<Rename> renames) {
      if (request.columns().isEmpty()) {
        return;
      }
      for (Column column : unmatched) {
        Optional<Rename> rename = renames.stream().filter(r -> r.to().equals(column)).findFirst();
        flaws.add(
            rename
                .map(r -> UsedColumns.flaw(column.name(), "the column list", r))
                .orElseGet(() -> UsedColumns.flaw(column.name(), "the column list", reading)));
      }
    }

    /** Every source column that the outer SELECT mentions, in the order of its first use. */
    private Set<Identifier> usedColumns() {
      Set<Identifier> used = new LinkedHashSet<>();
      assignments.forEach(a -> used.addAll(a.from()));
      if (request.distinct() instanceof Distinct.On on) {
        List<String> texts = new ArrayList<>(on.expressions());
        texts.addAll(UsedColumns.sortExpressions(on.orderBy()));
        for (String text : texts) {
          UsedColumns inText = UsedColumns.in(text, reading);
          used.addAll(inText.known());
          inText.flaws("distinct on").stream()
              .filter(
                  flaw ->
                      assignments.stream()
                          .noneMatch(
                              a -> flaw.what().contains('"' + a.target().name().name() + '"')))
              .forEach(flaws::add);
        }
      }
      request
          .where()
          .map(text -> UsedColumns.in(text, reading))
          .ifPresent(inWhere -> flaws.addAll(inWhere.flaws("where")));
      return used;
    }

    private List<RemoteColumn> remoteColumns(Set<Identifier> used) {
      List<RemoteColumn> columns = new ArrayList<>();
      for (Identifier name : used) {
        Column from = reading.column(name).orElseThrow();
        Carriage carriage =
            assignments.stream()
                .filter(a -> !a.mapped() && a.from().contains(name))
                .findFirst()
                .map(a -> carriages.of(from, a.target()))
                .orElseGet(() -> carriages.of(from));
        columns.add(new RemoteColumn(name, carriage.remote(), carriage.declared()));
      }
      if (columns.isEmpty()) {
        // A column definition list must not be empty; the rows still have to be counted out.
        columns.add(new RemoteColumn(new Identifier("one"), "1", ROW_MARK));
      }
      return columns;
    }

    private List<SequenceMove> sequences() {
      return assignments.stream()
          .map(Assignment::target)
          .filter(column -> column.sequence().isPresent() && column.type().category() == 'N')
          .map(column -> new SequenceMove(column.sequence().orElseThrow(), column.name()))
          .toList();
    }
  }
}
