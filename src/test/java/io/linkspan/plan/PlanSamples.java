package io.linkspan.plan;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.request.CopyParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.sql.Tokens;
import java.util.List;

/** Plans made from typed clauses, for pure tests. */
public final class PlanSamples {
  /** The story of the guide: clauses of a copy from archived_users to users. */
  public static final String STORY =
      "(username, email, created_at) map email = lower(email), created_at = now()"
          + " where is_active and email is not null and username is not null"
          + " distinct on (email) order by t.created_at desc";

  private PlanSamples() {}

  /** A copy from {@code archive} to {@code main} with these clauses. */
  public static CopyPlan plan(Table from, Table into, String clauses) {
    CopyRequest request =
        CopyParser.parse(
            Tokens.of(from.name().quoted() + " -> " + into.name().quoted() + " " + clauses));
    return plan(request, from, into);
  }

  /** A copy of that request. */
  public static CopyPlan plan(CopyRequest request, Table from, Table into) {
    return plan(
        request,
        CatalogSamples.catalog("archive", from),
        new Reading.OfTable(from),
        CatalogSamples.catalog("main", into),
        into);
  }

  /** A copy between two catalogs. */
  public static CopyPlan plan(
      CopyRequest request, Catalog source, Reading reading, Catalog target, Table into) {
    return Planner.plan(request, source, reading, target, into);
  }

  /** A copy of a query with these columns. */
  public static CopyPlan ofQuery(String sql, List<Column> columns, Table into, String clauses) {
    CopyRequest request =
        CopyParser.parse(Tokens.of("(" + sql + ") -> " + into.name().quoted() + " " + clauses));
    String kept = ((io.linkspan.request.Source.OfQuery) request.source()).sql();
    return plan(
        request,
        CatalogSamples.archive(),
        new Reading.OfQuery(kept, columns),
        CatalogSamples.catalog("main", into),
        into);
  }

  /** The story of the guide. */
  public static CopyPlan story() {
    return plan(CatalogSamples.archivedUsers(), CatalogSamples.users(), STORY);
  }
}
