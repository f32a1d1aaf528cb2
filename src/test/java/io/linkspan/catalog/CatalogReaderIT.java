package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.TypeName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;

final class CatalogReaderIT {
  private static final QualifiedName USERS = QualifiedName.of("public", "users");

  @OnEachMajor
  void a_snapshot_resolves_names_along_the_search_path(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create schema crm;
        create table crm.users (id integer);
        create table users (id integer);
        create view crm.people as select * from users;
        """);

    try (Session session = CatalogSessions.open(database.access())) {
      session.execute("set search_path = crm, nowhere, public");
      Catalog catalog =
          CatalogReader.read(
              "main",
              session,
              List.of(
                  QualifiedName.unqualified(new Identifier("users")),
                  USERS,
                  QualifiedName.unqualified(new Identifier("missing"))));

      assertThat(catalog.tables().keySet())
          .containsExactlyInAnyOrder(QualifiedName.of("crm", "users"), USERS);
      assertThat(catalog.table(QualifiedName.unqualified(new Identifier("missing")))).isEmpty();
      assertThat(catalog.relations())
          .containsExactly(
              new RelationName(QualifiedName.of("crm", "people"), Table.Kind.VIEW, -1, true),
              new RelationName(QualifiedName.of("crm", "users"), Table.Kind.TABLE, -1, true),
              new RelationName(USERS, Table.Kind.TABLE, -1, false));
      assertThat(catalog.server().searchPath())
          .containsExactly(new Identifier("crm"), new Identifier("public"));
      assertThat(catalog.hasType("crm", "users")).isTrue();
      assertThat(catalog.hasType("pg_catalog", "int4")).isTrue();
      assertThat(catalog.casts().assigns(TypeName.builtin("int8"), TypeName.builtin("int4")))
          .isTrue();
      assertThat(catalog.casts().assigns(TypeName.builtin("int4"), TypeName.builtin("bool")))
          .isFalse();
    }
  }

  @OnEachMajor
  void the_facts_of_the_server_are_those_of_the_session(
      TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();

    try (Session session = CatalogSessions.open(database.access())) {
      session.execute("set timezone = 'Asia/Tokyo'; set default_transaction_read_only = on");
      ServerFacts facts = ServerFactsReader.read(session);

      assertThat(facts.version().major()).isEqualTo(server.major());
      assertThat(facts.database()).isEqualTo(database.name());
      assertThat(facts.role()).isEqualTo(new Identifier("app_user"));
      assertThat(facts.encoding()).isEqualTo("UTF8");
      assertThat(facts.timeZone()).isEqualTo("Asia/Tokyo");
      assertThat(facts.standby()).isFalse();
      assertThat(facts.readOnly()).isTrue();
      assertThat(facts.mayCreateExtension()).isFalse();
      assertThat(facts.trackCounts()).isTrue();
      assertThat(facts.dblink())
          .contains(new ServerFacts.DblinkExtension(new Identifier("dblink"), false, true));
    }
  }

  @OnEachMajor
  void dblink_is_told_as_missing_open_or_closed(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    server.execute(database.name(), "revoke usage on schema dblink from public");
    assertThat(dblink(database)).isEqualTo("[schema=dblink, schemaOpen=false, usable=false]");

    server.execute(
        database.name(),
        "drop extension dblink; create extension dblink schema public;"
            + " grant create on schema public to public");
    assertThat(dblink(database)).isEqualTo("[schema=public, schemaOpen=true, usable=true]");

    server.execute(database.name(), "drop extension dblink");
    assertThat(dblink(database)).isEqualTo("missing");
  }

  private static String dblink(TestDatabase database) {
    try (Session session = CatalogSessions.open(database.access())) {
      return ServerFactsReader.read(session)
          .dblink()
          .map(d -> d.toString().replace("DblinkExtension", ""))
          .orElse("missing");
    }
  }

  @OnEachMajor
  void schemas_and_extensions_are_listed(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute("create schema crm");

    try (Session session = CatalogSessions.open(database.access())) {
      assertThat(SchemaReader.read(session))
          .contains(new Schema(new Identifier("crm"), new Identifier("app_user"), true))
          .extracting(schema -> schema.name().name())
          .containsExactly("crm", "dblink", "public");
      assertThat(ExtensionReader.read(session))
          .contains(new Extension(new Identifier("plpgsql"), "1.0", new Identifier("pg_catalog")))
          .extracting(extension -> extension.name() + " in " + extension.schema())
          .containsExactly("dblink in dblink", "plpgsql in pg_catalog");
    }
  }

  @OnEachMajor
  void other_sessions_temporary_tables_are_not_listed(TestDatabases databases) {
    TestDatabase database = databases.create();

    try (Session mine = CatalogSessions.open(database.access());
        Session other = CatalogSessions.open(database.access())) {
      mine.execute("create temporary table mine (a integer)");
      other.execute("create temporary table theirs (a integer)");

      assertThat(RelationReader.read(mine))
          .extracting(relation -> relation.name().name().name())
          .containsExactly("mine");
    }
  }
}
