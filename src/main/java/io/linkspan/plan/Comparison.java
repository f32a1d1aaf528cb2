package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import io.linkspan.request.Distinct;
import io.linkspan.sql.MomentaryText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a copy can be compared afterwards, source against target.
 *
 * @param columns the assignments whose values are compared, in the plan's order
 * @param notCompared the filled columns whose values differ each time, and why
 * @param pairing the key by which a source row finds its row of the target; empty where rows can
 *     only be compared as wholes
 * @param sourceHashes whether the source itself can hash its rows as the target would hold them
 * @param sourceKeys whether the source itself can hash the pairing key
 */
public record Comparison(
    List<Assignment> columns,
    List<LeftOut> notCompared,
    Optional<Key> pairing,
    boolean sourceHashes,
    boolean sourceKeys) {

  public Comparison {
    columns = List.copyOf(columns);
    notCompared = List.copyOf(notCompared);
  }

  /** What can be compared of that plan's copy. */
  public static Comparison of(CopyPlan plan) {
    List<Assignment> columns = new ArrayList<>();
    List<LeftOut> notCompared = new ArrayList<>();
    for (Assignment assignment : plan.assignments()) {
      Optional<String> momentary = MomentaryText.in(assignment.expression());
      if (momentary.isPresent()) {
        String reason = momentary.orElseThrow() + " gives another value each time";
        notCompared.add(new LeftOut(assignment.target(), reason));
      } else {
        columns.add(assignment);
      }
    }
    Optional<Key> pairing = pairing(plan, columns);
    boolean ownText =
        plan.source().server().encoding().equals(plan.target().server().encoding())
            && plan.distinct() instanceof Distinct.None;
    boolean hashes = ownText && columns.stream().allMatch(a -> sameText(a, plan));
    return new Comparison(
        columns,
        notCompared,
        pairing,
        hashes,
        hashes
            || (ownText
                && pairing.isPresent()
                && pairing.orElseThrow().columns().orElseThrow().stream()
                    .allMatch(name -> sameKeyText(name, columns, plan))));
  }

  /** The compared assignments that fill the pairing key, in its order; none where there is none. */
  public List<Assignment> pairingColumns() {
    return pairing
        .flatMap(Key::columns)
        .map(names -> names.stream().map(name -> filling(name, columns).orElseThrow()).toList())
        .orElse(List.of());
  }

  /** Whether a column's values are written in UTC, so that the session's zone does not matter. */
  public static boolean isMoment(Column column) {
    return SteadyTypes.isMoment(column.type());
  }

  /** The source column whose values a column takes as they are, where there is one. */
  public static Optional<Column> carried(Assignment assignment, CopyPlan plan) {
    if (assignment.from().size() != 1
        || !assignment.expression().equals(assignment.from().get(0).quoted())
        || assignment.fidelity().grade() != Fidelity.Grade.EQUAL) {
      return Optional.empty();
    }
    Identifier name = assignment.from().get(0);
    return plan.remoteColumns().stream()
        .filter(remote -> remote.name().equals(name) && remote.expression().equals(name.quoted()))
        .flatMap(remote -> plan.reading().column(name).stream())
        .filter(column -> column.type().name().sameType(assignment.target().type().name()))
        .findFirst();
  }

  private static Optional<Key> pairing(CopyPlan plan, List<Assignment> columns) {
    return plan.into().keys().stream()
        .filter(key -> !key.exclusion() && key.predicate().isEmpty() && key.immediate())
        .filter(key -> key.columns().isPresent())
        .filter(
            key ->
                key.columns().orElseThrow().stream()
                    .allMatch(
                        name ->
                            filling(name, columns).filter(a -> a.target().notNull()).isPresent()))
        .min(
            Comparator.comparing((Key key) -> !allCarried(key, columns, plan))
                .thenComparing(key -> !key.primary())
                .thenComparing(Key::order));
  }

  private static boolean allCarried(Key key, List<Assignment> columns, CopyPlan plan) {
    return key.columns().orElseThrow().stream()
        .allMatch(name -> filling(name, columns).flatMap(a -> carried(a, plan)).isPresent());
  }

  private static Optional<Assignment> filling(Identifier name, List<Assignment> columns) {
    return columns.stream().filter(a -> a.target().name().equals(name)).findFirst();
  }

  private static boolean sameText(Assignment assignment, CopyPlan plan) {
    return carried(assignment, plan)
        .filter(column -> alike(column.type(), assignment.target().type()))
        .filter(column -> SteadyTypes.withSettings(column.type()))
        .isPresent();
  }

  private static boolean sameKeyText(Identifier name, List<Assignment> columns, CopyPlan plan) {
    return filling(name, columns)
        .filter(a -> sameText(a, plan) && SteadyTypes.withoutSettings(a.target().type()))
        .isPresent();
  }

  /** A domain hides what its text depends on; an enum cannot be cast to its namesake. */
  private static boolean alike(ColumnType from, ColumnType to) {
    return from.kind() == to.kind()
        && (from.kind() == ColumnType.Kind.BASE
            || from.kind() == ColumnType.Kind.RANGE
            || from.kind() == ColumnType.Kind.ENUM);
  }
}
