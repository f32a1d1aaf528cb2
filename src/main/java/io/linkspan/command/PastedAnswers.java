package io.linkspan.command;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogReader;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TypeReader;
import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.connection.DescribedColumn;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pasted.PastedFacts;
import io.linkspan.pasted.RemoteOutput;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.RemoteColumn;
import io.linkspan.sql.DblinkCall.ColumnDefinition;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.PlainRead;
import io.linkspan.sql.TypeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks both servers what a pasted statement's parts are. */
final class PastedAnswers {
  private final OpenConnection source;
  private final OpenConnection target;
  private final List<Finding> findings = new ArrayList<>();

  PastedAnswers(OpenConnection source, OpenConnection target) {
    this.source = source;
    this.target = target;
  }

  /** What a server said against it. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * The facts.
   *
   * @param plan the plan whose own statement it may be
   */
  PastedFacts facts(DblinkInsert insert, Optional<CopyPlan> plan) {
    Catalog catalog = CatalogReader.read(target.name(), target.session(), List.of(insert.target()));
    Table into =
        catalog
            .table(insert.target())
            .orElseThrow(
                () -> UnknownTable.ofBothEnds(insert.target(), catalog, UnknownTable.Place.TARGET));
    Map<String, Identifier> carriages = new HashMap<>();
    Map<Identifier, String> fillings = new HashMap<>();
    Map<Identifier, String> mapped = new HashMap<>();
    plan.ifPresent(
        p -> {
          for (RemoteColumn column : p.remoteColumns()) {
            carriages.put(column.expression(), column.name());
          }
          for (Assignment a : p.assignments()) {
            (a.mapped() ? mapped : fillings).put(a.target().name(), a.expression());
          }
        });
    return new PastedFacts(
        source.name(),
        target.name(),
        into.columns().stream().map(Column::name).toList(),
        outputs(insert),
        insert.call().columns().stream().map(this::declared).toList(),
        carriages,
        fillings,
        mapped);
  }

  private Optional<List<RemoteOutput>> outputs(DblinkInsert insert) {
    String remote = insert.call().query().value().orElse("").strip();
    while (remote.endsWith(";")) {
      remote = remote.substring(0, remote.length() - 1).strip();
    }
    try {
      Session session = source.session();
      List<DescribedColumn> described = session.describe(remote);
      Map<Long, ColumnType> types =
          TypeReader.read(session, described.stream().map(DescribedColumn::typeOid).toList());
      Map<Identifier, TypeName> exact = ofTable(remote);
      List<RemoteOutput> outputs = new ArrayList<>();
      for (DescribedColumn column : described) {
        ColumnType type = types.get(column.typeOid());
        if (type == null || column.name().isEmpty()) {
          return Optional.empty();
        }
        Identifier name = new Identifier(column.name());
        TypeName found = type.name();
        TypeName full = Optional.ofNullable(exact.get(name)).filter(found::sameType).orElse(found);
        outputs.add(new RemoteOutput(name, full));
      }
      return Optional.of(outputs);
    } catch (ServerException e) {
      String message = "source \"%s\" refuses the remote query: ".formatted(source.name());
      findings.add(
          new Finding(
              CheckId.REFUSED_BY_SOURCE,
              Finding.Severity.ERROR,
              e.fields().withMessage(message + e.fields().message())));
      return Optional.empty();
    }
  }

  /**
   * The types of a table's columns with their modifiers, which a query's description leaves out.
   */
  private Map<Identifier, TypeName> ofTable(String remote) {
    Map<Identifier, TypeName> types = new HashMap<>();
    PlainRead.of(remote)
        .flatMap(PlainRead::table)
        .ifPresent(
            name ->
                CatalogReader.read(source.name(), source.session(), List.of(name))
                    .table(name)
                    .ifPresent(
                        table ->
                            table.columns().forEach(c -> types.put(c.name(), c.type().name()))));
    return types;
  }

  /** The declared type as the target knows it, with the modifier that was typed. */
  private Optional<TypeName> declared(ColumnDefinition definition) {
    Optional<String> type = TypeText.plain(definition.type());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    try {
      Session session = target.session();
      List<DescribedColumn> described = session.describe("SELECT NULL::" + type.get() + " AS c");
      long oid = described.get(0).typeOid();
      return Optional.ofNullable(TypeReader.read(session, List.of(oid)).get(oid))
          .map(ColumnType::name)
          .map(name -> new TypeName(name.schema(), name.name(), name.sql() + modifier(type.get())));
    } catch (ServerException e) {
      return Optional.empty();
    }
  }

  private static String modifier(String type) {
    int open = type.indexOf('(');
    int close = type.indexOf(')', open + 1);
    return open < 0 || close < 0 ? "" : type.substring(open, close + 1);
  }
}
