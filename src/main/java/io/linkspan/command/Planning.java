package io.linkspan.command;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogReader;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TypeReader;
import io.linkspan.check.Checks;
import io.linkspan.check.Planned;
import io.linkspan.command.UnknownTable.Place;
import io.linkspan.connection.DescribedColumn;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Planner;
import io.linkspan.plan.Reading;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.RequestText;
import io.linkspan.request.Source;
import io.linkspan.statement.DblinkStatement;
import io.linkspan.statement.StatementWriter;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Scene.End;
import io.linkspan.trouble.Troubles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a request through the stages: catalogs, plan, statement, checks. */
final class Planning {
  private final OpenConnections connections;

  Planning(OpenConnections connections) {
    this.connections = connections;
  }

  Planned plan(CopyRequest request) {
    requireNoSecret(request);
    OpenConnection source = connections.sourceOr(request.source().connection());
    OpenConnection target = connections.targetOr(request.target().connection());
    Catalog targetCatalog =
        CatalogReader.read(target.name(), target.session(), List.of(request.target().name()));
    Table into =
        targetCatalog
            .table(request.target().name())
            .orElseThrow(
                () -> unknown(request, request.target().name(), targetCatalog, Place.TARGET));
    List<QualifiedName> wanted =
        request.source() instanceof Source.OfTable of ? List.of(of.table().name()) : List.of();
    Catalog sourceCatalog = CatalogReader.read(source.name(), source.session(), wanted);
    Reading reading = reading(request, sourceCatalog, source.session());
    CopyPlan plan = Planner.plan(request, sourceCatalog, reading, targetCatalog, into);
    DblinkStatement statement = StatementWriter.write(plan, Link.nameFor(source.name()));
    return new Planned(
        plan,
        statement,
        RefusedNames.hinted(
            Checks.all(plan, statement, () -> connections.link(source, target), target.session()),
            plan,
            sourceCatalog,
            targetCatalog));
  }

  /** What a plan holds is sent as text, which the servers' logs and views show. */
  private static void requireNoSecret(CopyRequest request) {
    String text = "plan copy " + RequestText.of(request, "source", "target");
    if (SecretMask.inConstant(text)) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("a clause of the plan holds a password")
              .withDetail("It would be in pg_stat_activity and in the servers' logs.")
              .withHint("Connect to that database instead: connect NAME URI"));
    }
  }

  /** With one name at both ends, the other end that has it is no news. */
  private UserException unknown(
      CopyRequest request, QualifiedName name, Catalog catalog, Place place) {
    boolean both =
        request.source() instanceof Source.OfTable of
            && of.table().name().equals(request.target().name());
    return both
        ? UnknownTable.ofBothEnds(name, catalog, place)
        : new UnknownTable(connections).error(name, catalog, place);
  }

  private Reading reading(CopyRequest request, Catalog catalog, Session session) {
    if (request.source() instanceof Source.OfTable of) {
      return new Reading.OfTable(
          catalog
              .table(of.table().name())
              .orElseThrow(() -> unknown(request, of.table().name(), catalog, Place.SOURCE)));
    }
    Source.OfQuery of = (Source.OfQuery) request.source();
    QueryText.requireOneRead(of.sql());
    try {
      return new Reading.OfQuery(of.sql(), columns(session, of.sql()));
    } catch (ServerException e) {
      ServerException told = hinted(e, catalog);
      End source = Explained.end(connections.sourceOr(of.connection()));
      End target = Explained.end(connections.targetOr(request.target().connection()));
      throw told.with(Troubles.explained(told, Scene.onSource(source, target)));
    }
  }

  private static ServerException hinted(ServerException e, Catalog catalog) {
    boolean table = e.sqlState().equals(SqlState.UNDEFINED_TABLE);
    return table ? RefusedNames.table(e.fields(), catalog).map(e::withHint).orElse(e) : e;
  }

  /** The columns of a query, as far as a query has what a table's columns have. */
  private static List<Column> columns(Session session, String sql) {
    List<DescribedColumn> described = session.describe(sql);
    Map<Long, ColumnType> types =
        TypeReader.read(session, described.stream().map(DescribedColumn::typeOid).toList());
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (DescribedColumn column : described) {
      ColumnType type = types.get(column.typeOid());
      if (type == null || !seen.add(column.name()) || column.name().isEmpty()) {
        throw UserException.usage(
            "the query gives two columns named \"" + column.name() + "\"",
            "Give each column a name of its own: … AS NAME");
      }
      columns.add(
          new Column(
              new Identifier(column.name()),
              columns.size() + 1,
              type,
              false,
              Optional.empty(),
              Column.Identity.NONE,
              Column.Generated.NONE,
              Optional.empty(),
              Optional.empty(),
              new Column.ColumnPrivileges(true, false, false)));
    }
    return columns;
  }
}
