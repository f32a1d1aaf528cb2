package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.List;

final class HostileSearchPathIT {

  /** Functions, operators, types and tables that stand before those of pg_catalog. */
  private static final String TRAPS =
      """
      create schema trap;
      create function trap.sprung() returns boolean language plpgsql as
        'begin raise exception ''trap''; end';
      create function trap.compare(oid, oid) returns boolean language sql as 'select trap.sprung()';
      create function trap.compare(oid, bigint) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.compare(name, name) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.compare(name, text) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.compare(text, text) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.compare("char", "char") returns boolean language sql
        as 'select trap.sprung()';
      create function trap.compare(smallint, smallint) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.compare(smallint, integer) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.compare(integer, integer) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.add(integer, integer) returns integer language sql
        as 'select trap.sprung()::integer';
      create operator trap.+ (leftarg = integer, rightarg = integer, function = trap.add);
      create operator trap.- (leftarg = integer, rightarg = integer, function = trap.add);
      do $$
      declare op text; kind text;
      begin
        foreach op in array array['=', '<>', '<', '>', '<=', '>='] loop
          foreach kind in array array['oid,oid', 'oid,bigint', 'name,name', 'name,text',
              'text,text', '"char","char"', 'smallint,smallint', 'smallint,integer',
              'integer,integer'] loop
            execute format('create operator trap.%s (leftarg = %s, rightarg = %s, function = trap.compare)',
              op, split_part(kind, ',', 1), split_part(kind, ',', 2));
          end loop;
        end loop;
      end $$;
      create function trap.format_type(oid, integer) returns text language sql as $$ select 'trap' $$;
      create function trap.quote_ident(text) returns text language sql as $$ select 'trap' $$;
      create function trap.has_table_privilege(oid, text) returns boolean language sql
        as 'select trap.sprung()';
      create function trap.unnest(text[]) returns setof text language sql as $$ select 'trap' $$;
      create function trap.left(text, integer) returns text language sql as $$ select 'trap' $$;
      create domain trap.text as integer;
      create domain trap.regclass as integer;
      create domain trap.oid as integer;
      create table trap.pg_class (oid integer);
      create table trap.pg_type (oid integer);
      create table trap.pg_attribute (oid integer);
      """;

  @OnEachMajor
  void a_hostile_search_path_changes_nothing(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create type mood as enum ('sad', 'ok');
        create table users (
          id bigint generated always as identity primary key, email text not null, mood mood,
          seen timestamptz(3), team integer references users, check (email <> ''));
        create unique index on users (lower(email)) where mood = 'ok';
        """);
    database.execute(TRAPS);

    try (Session calm = CatalogSessions.open(database.access());
        Session hostile = CatalogSessions.open(database.access())) {
      hostile.execute("set search_path = trap, pg_catalog, public");
      List<QualifiedName> wanted =
          List.of(QualifiedName.of("public", "users"), QualifiedName.of("trap", "pg_class"));
      Catalog expected = CatalogReader.read("main", calm, wanted);

      Catalog read = CatalogReader.read("main", hostile, wanted);

      Table users = expected.tables().get(wanted.get(0));
      Table usersRead = read.tables().get(wanted.get(0));
      assertThat(usersRead.columns()).isEqualTo(users.columns());
      assertThat(usersRead.foreignKeys()).isEqualTo(users.foreignKeys());
      assertThat(usersRead.privileges()).isEqualTo(users.privileges());
      assertThat(usersRead.keys())
          .extracting(Key::index)
          .isEqualTo(users.keys().stream().map(Key::index).toList());
      assertThat(read.types()).isEqualTo(expected.types());
      assertThat(read.casts()).isEqualTo(expected.casts());
      assertThat(read.relations())
          .extracting(RelationName::name)
          .isEqualTo(expected.relations().stream().map(RelationName::name).toList());
      assertThat(SchemaReader.read(hostile)).isEqualTo(SchemaReader.read(calm));
      assertThat(ExtensionReader.read(hostile)).isEqualTo(ExtensionReader.read(calm));
      NameIndex index = NameIndexReader.read(hostile);
      NameIndex same = NameIndexReader.read(calm);
      assertThat(index.relations()).hasSameSizeAs(same.relations());
      assertThat(index.listed()).hasSameSizeAs(same.listed());
      assertThat(index.routines()).hasSameSizeAs(same.routines());
      assertThat(index.relations())
          .extracting(index::columns)
          .isEqualTo(same.relations().stream().map(same::columns).toList());
      List<QualifiedName> sequence = List.of(QualifiedName.of("public", "users_id_seq"));
      assertThat(SequenceReader.read(hostile, sequence))
          .isEqualTo(SequenceReader.read(calm, sequence));
    }
  }
}
