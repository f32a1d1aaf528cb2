package io.linkspan.check;

import io.linkspan.pg.Identifier;
import io.linkspan.plan.CopyPlan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search path that names pg_catalog after another schema, where a type or function may then stand
 * for PostgreSQL's own (manual, "The System Catalog Schema").
 */
final class ShadowedCatalog implements PlanCheck {
  private static final Identifier PG_CATALOG = new Identifier("pg_catalog");

  @Override
  public List<Finding> check(CopyPlan plan) {
    return Stream.of(plan.source(), plan.target())
        .filter(end -> end.server().searchPath().indexOf(PG_CATALOG) > 0)
        .map(this::finding)
        .toList();
  }

  private Finding finding(CopyPlan.End end) {
    List<Identifier> path = end.server().searchPath();
    Stream<Identifier> others = path.stream().filter(schema -> !schema.equals(PG_CATALOG));
    String catalogFirst =
        Stream.concat(Stream.of(PG_CATALOG), others)
            .map(Identifier::quoted)
            .collect(Collectors.joining(", "));
    return Finding.warning(
        CheckId.SHADOWED_CATALOG,
        "search_path of \"%s\" looks in schema \"%s\" before \"pg_catalog\": a type or function there stands for PostgreSQL's own"
            .formatted(end.connection(), path.get(0).name()),
        "For this session, on %s: SET search_path = %s;".formatted(end.connection(), catalogFirst));
  }
}
