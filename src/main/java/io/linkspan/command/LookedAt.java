package io.linkspan.command;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogReader;
import io.linkspan.catalog.Table;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.request.TableReference;
import java.util.List;

/** A table that the user wants to see, read from its server. */
record LookedAt(OpenConnection connection, Catalog catalog, Table table) {
  /** Reads the table; without a connection named, it is the route's target's. */
  static LookedAt read(OpenConnections connections, TableReference reference) {
    OpenConnection connection =
        reference.connection().map(connections::named).orElseGet(connections::current);
    return read(connection, reference, new UnknownTable(connections));
  }

  static LookedAt read(OpenConnection connection, TableReference reference, UnknownTable unknown) {
    Catalog catalog =
        CatalogReader.read(connection.name(), connection.session(), List.of(reference.name()));
    return new LookedAt(
        connection,
        catalog,
        catalog
            .table(reference.name())
            .orElseThrow(
                () -> unknown.error(reference.name(), catalog, UnknownTable.Place.CONNECTION)));
  }
}
