package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.NamedColumn.KeyMark;
import io.linkspan.catalog.RoutineName.Kind;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class NameIndexReaderIT {
  private static final Set<String> OWN = Set.of("public", "crm");

  @OnEachMajor
  void every_relation_has_its_columns_with_types_and_key_marks(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create type mood as enum ('sad', 'ok');
        create table users (id integer primary key, email varchar(20) unique, mood mood[]);
        create table empty ();
        create view shown as select email from users;
        create table lines (part integer, line integer, day date, primary key (part, line));
        create unique index on lines (day, (line + 1));
        create unique index on lines (day, part) include (line);
        create unique index on lines (day, line) where part = 1;
        create sequence counter;
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
    assertThat(index.keys(named(index, "public", "users"))).isEmpty();
    assertThat(index.keys(named(index, "public", "lines")))
        .containsExactly(
            List.of(new Identifier("part"), new Identifier("line")),
            List.of(new Identifier("day"), new Identifier("part")));
    assertThat(index.listed())
        .contains(
            new ListedName(
                QualifiedName.of("public", "counter"), ListedName.Kind.SEQUENCE, "", true),
            new ListedName(
                QualifiedName.of("public", "users_pkey"), ListedName.Kind.INDEX, "users", true),
            new ListedName(
                QualifiedName.unqualified(new Identifier("plpgsql")),
                ListedName.Kind.EXTENSION,
                "",
                true))
        .filteredOn(each -> each.kind() == ListedName.Kind.ROLE)
        .isNotEmpty();
    assertThat(index.columns(named(index, "public", "shown"))).hasSize(1);
  }

  @OnEachMajor
  void routines_types_and_references_are_there_as_a_query_names_them(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create schema crm;
        create type mood as enum ('sad', 'ok');
        create domain crm.email as text;
        create table customers (id integer, part integer, primary key (id, part));
        create table crm.orders (
          id integer primary key, customer integer, part integer,
          foreign key (customer, part) references customers (id, part));
        create function crm.total(orders integer, since date default now()) returns numeric
          language sql as 'select 1.0';
        create function touch() returns trigger language plpgsql as 'begin return new; end';
        create procedure tidy() language sql as 'select 1';
        create aggregate longest(text) (sfunc = text_larger, stype = text);
        """);

    NameIndex index;
    try (Session session = CatalogSessions.open(database.access())) {
      index = NameIndexReader.read(session);
    }

    assertThat(index.schemas())
        .containsExactly(new Identifier("crm"), new Identifier("dblink"), new Identifier("public"));
    assertThat(index.routines())
        .filteredOn(each -> OWN.contains(each.name().schema().orElseThrow().name()))
        .containsExactly(
            new RoutineName(
                QualifiedName.of("public", "longest"), true, Kind.AGGREGATE, "text", "text"),
            new RoutineName(QualifiedName.of("public", "tidy"), true, Kind.PROCEDURE, "", ""),
            new RoutineName(
                QualifiedName.of("crm", "total"),
                false,
                Kind.FUNCTION,
                "orders integer, since date",
                "numeric"));
    assertThat(index.routines())
        .extracting(each -> each.name().name().name() + "(" + each.arguments() + ")")
        .contains("lower(text)", "count()", "row_number()", "now()", "lower(anyrange)")
        .contains(
            "length(text)", "date(timestamp with time zone)", "exp(numeric)", "round(numeric)")
        .contains("starts_with(text, text)", "txid_current()", "current_schema()", "dblink(text)")
        .doesNotContain(
            "int4pl(integer, integer)", "textin(cstring)", "btint4cmp(integer, integer)");
    assertThat(index.routines())
        .extracting(each -> each.name().name().name())
        .contains("array_append", "array_cat", "json_extract_path", "pg_table_size")
        .doesNotContain("textsend", "varchartypmodin", "fmgr_sql_validator", "dblink_fdw_validator")
        .doesNotContain("int4range_canonical", "tsrange_subdiff", "int4_sum", "float8", "bpchar")
        .doesNotContain(
            "textlen", "dexp", "numeric_exp", "binary_upgrade_set_next_toast_relfilenode")
        .doesNotContain(
            "int4larger", "btint4cmp", "hashint4", "RI_FKey_check_ins", "dblink_fdw_handler");
    assertThat(index.types())
        .contains(
            QualifiedName.of("crm", "email"),
            QualifiedName.unqualified(new Identifier("mood")),
            QualifiedName.unqualified(new Identifier("timestamptz")),
            QualifiedName.unqualified(new Identifier("int4")))
        .doesNotContain(
            QualifiedName.unqualified(new Identifier("customers")),
            QualifiedName.unqualified(new Identifier("_mood")),
            QualifiedName.unqualified(new Identifier("internal")));
    assertThat(index.references())
        .containsExactly(
            new NamedReference(
                QualifiedName.of("crm", "orders"),
                List.of(new Identifier("customer"), new Identifier("part")),
                QualifiedName.of("public", "customers"),
                List.of(new Identifier("id"), new Identifier("part"))));
  }

  @OnEachMajor
  void the_relations_are_there_before_their_columns(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute("create table users (id integer primary key)");
    List<NameIndex> early = new ArrayList<>();

    try (Session session = CatalogSessions.open(database.access())) {
      NameIndexReader.read(session, early::add);
    }

    assertThat(early).hasSize(1);
    assertThat(early.get(0).columns(named(early.get(0), "public", "users"))).isEmpty();
  }

  private static RelationName named(NameIndex index, String schema, String name) {
    return index.relation(QualifiedName.of(schema, name)).orElseThrow();
  }
}
