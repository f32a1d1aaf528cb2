package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.NamedColumn.KeyMark;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;

final class NameIndexReaderIT {

  @OnEachMajor
  void every_relation_has_its_columns_with_types_and_key_marks(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create type mood as enum ('sad', 'ok');
        create table users (id integer primary key, email varchar(20) unique, mood mood[]);
        create table empty ();
        create view shown as select email from users;
        """);

    NameIndex index;
    try (Session session = CatalogSessions.open(database.access())) {
      index = NameIndexReader.read(session);

      assertThat(index.relations()).isEqualTo(RelationReader.read(session));
    }

    assertThat(index.columns(named(index, "public", "users")))
        .containsExactly(
            new NamedColumn(new Identifier("id"), "integer", true, KeyMark.PRIMARY),
            new NamedColumn(
                new Identifier("email"), "character varying(20)", false, KeyMark.UNIQUE),
            new NamedColumn(new Identifier("mood"), "public.mood[]", false, KeyMark.NONE));
    assertThat(index.columns(named(index, "public", "empty"))).isEmpty();
    assertThat(index.columns(named(index, "public", "shown"))).hasSize(1);
  }

  private static RelationName named(NameIndex index, String schema, String name) {
    return index.relation(QualifiedName.of(schema, name)).orElseThrow();
  }
}
