package io.linkspan.catalog;

import static io.linkspan.catalog.NamePattern.Level.DATABASE_SCHEMA_AND_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every list on every major, held against what was made. */
final class CatalogListsIT {
  private static final String THINGS =
      """
      create schema crm;
      create table public.parent (id integer primary key, note text);
      comment on table public.parent is 'of all';
      comment on column public.parent.note is 'said';
      alter table public.parent alter note set statistics 50;
      alter table public.parent enable row level security;
      create policy mine on public.parent for select to app_user using (id > 1);
      create table public.child (extra integer) inherits (public.parent);
      create table public.parts (id integer, at date) partition by range (at);
      create table public.parts_1 partition of public.parts
        for values from ('2024-01-01') to ('2025-01-01');
      create unlogged table crm.quick (id integer);
      create view public.few with (security_barrier) as
        select id from public.parent where id > 3 with local check option;
      create materialized view public.one as select 1 as one;
      create sequence public.steps increment 5 maxvalue 100 cycle owned by public.parent.id;
      create index noted on public.parent (lower(note)) include (id) where note <> '';
      create type public.pair as (a integer, b text);
      create type public.mood as enum ('sad', 'ok');
      create domain public.email as text not null constraint looks check (value <> '');
      create function public.twice(n integer) returns integer language sql immutable
        as 'select n * 2';
      create procedure public.nothing(n integer) language plpgsql as 'begin null; end';
      create function public.stamp() returns trigger language plpgsql as 'begin return new; end';
      create aggregate public.total(integer) (sfunc = int4pl, stype = integer);
      create table public."Mixed.Case" ("Id" integer);
      grant select on public.parent to public;
      create foreign data wrapper nobody;
      create server far foreign data wrapper nobody options (host 'h', passcode 'hidden-1');
      create user mapping for app_user server far
        options (user 'joe', password 'hidden-2', "Key" 'hidden-3');
      create foreign table public.distant (a integer) server far options (table_name 't');
      """;

  private static ListWish wish(Session session, String letters, String pattern) {
    return new ListWish(
        session.version(),
        letters,
        false,
        false,
        NamePattern.parse(pattern, DATABASE_SCHEMA_AND_NAME),
        List.of());
  }

  private static List<String> rows(
      Session session, Function<ListWish, CatalogList> list, String letters, String pattern) {
    return ListedRows.of(session, list.apply(wish(session, letters, pattern)));
  }

  private static Session prepared(TestDatabases databases) {
    TestDatabase database = databases.create();
    Session session = CatalogSessions.open(database.superuser());
    for (String statement : THINGS.strip().split(";\n", -1)) {
      session.execute(statement);
    }
    return session;
  }

  @OnEachMajor
  void relations_are_listed_by_their_letters(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      assertThat(rows(session, RelationLists::relations, "tvmsE", ""))
          .isEqualTo(
              List.of(
                  "Schema|Name|Type|Owner",
                  "public|Mixed.Case|table|postgres",
                  "public|child|table|postgres",
                  "public|distant|foreign table|postgres",
                  "public|few|view|postgres",
                  "public|one|materialized view|postgres",
                  "public|parent|table|postgres",
                  "public|parts|partitioned table|postgres",
                  "public|parts_1|table|postgres",
                  "public|steps|sequence|postgres"));
      assertThat(rows(session, RelationLists::relations, "t", "crm.*"))
          .isEqualTo(List.of("Schema|Name|Type|Owner", "crm|quick|table|postgres"));
      assertThat(rows(session, RelationLists::relations, "i", ""))
          .isEqualTo(
              List.of(
                  "Schema|Name|Type|Owner|Table",
                  "public|noted|index|postgres|parent",
                  "public|parent_pkey|index|postgres|parent"));
      assertThat(rows(session, RelationLists::relations, "tv", "(few|pa[a-r]*)"))
          .isEqualTo(
              List.of(
                  "Schema|Name|Type|Owner",
                  "public|few|view|postgres",
                  "public|parent|table|postgres",
                  "public|parts|partitioned table|postgres",
                  "public|parts_1|table|postgres"));
      assertThat(rows(session, RelationLists::relations, "t", "\"Mixed.Case\"")).hasSize(2);
      assertThat(rows(session, RelationLists::relations, "t", "mixed.case")).hasSize(1);
    }
  }

  @OnEachMajor
  void routines_and_types_are_listed(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      assertThat(rows(session, RoutineLists::functions, "", ""))
          .isEqualTo(
              List.of(
                  "Schema|Name|Result data type|Argument data types|Type",
                  "public|nothing||"
                      + (session.version().atLeast(14) ? "IN n" : "n")
                      + " integer|proc",
                  "public|stamp|trigger||func",
                  "public|total|integer|integer|agg",
                  "public|twice|integer|n integer|func"));
      assertThat(rows(session, RoutineLists::functions, "n", "")).hasSize(2);
      assertThat(rows(session, RoutineLists::functions, "at", "")).hasSize(3);
      assertThat(rows(session, RoutineLists::functions, "", "pg_catalog.lower"))
          .hasSizeBetween(3, 4);
      assertThat(rows(session, RoutineLists::aggregates, "", ""))
          .isEqualTo(
              List.of(
                  "Schema|Name|Result data type|Argument data types|Description",
                  "public|total|integer|integer|"));
      assertThat(rows(session, TypeLists::types, "", ""))
          .isEqualTo(
              List.of("Schema|Name|Description", "public|email|", "public|mood|", "public|pair|"));
      assertThat(rows(session, TypeLists::domains, "", ""))
          .isEqualTo(
              List.of(
                  "Schema|Name|Type|Collation|Nullable|Default|Check",
                  "public|email|text||not null||CHECK (VALUE <> ''::text)"));
    }
  }

  @OnEachMajor
  void no_secret_of_an_option_is_listed_even_for_a_superuser(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      ListWish more = more(session);

      assertThat(ListedRows.of(session, ForeignLists.mappings(more)))
          .isEqualTo(
              List.of(
                  "Server|User name|FDW options",
                  "far|app_user|(\"user\" 'joe', password ***, \"Key\" ***)"));
      assertThat(ListedRows.of(session, ForeignLists.servers(more)))
          .contains("far|postgres|nobody||||(host 'h', passcode ***)|");
      assertThat(ListedRows.of(session, ForeignLists.tables(more)))
          .contains("public|distant|far|(table_name 't')|");
      assertThat(ListedRows.of(session, ForeignLists.wrappers(more)))
          .contains("nobody|postgres|-|-|||");
    }
  }

  @OnEachMajor
  void rights_and_policies_are_listed(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      List<String> rows = rows(session, PrivilegeLists::privileges, "", "parent");

      assertThat(rows).hasSize(2);
      assertThat(rows.get(0))
          .isEqualTo("Schema|Name|Type|Access privileges|Column privileges|Policies");
      assertThat(rows.get(1))
          .startsWith("public|parent|table|postgres=arwdDxt")
          .contains("\n=r/postgres||")
          .endsWith("|mine (r):\n  (u): (id > 1)\n  to: app_user");
    }
  }

  @OnEachMajor
  void a_hostile_search_path_changes_no_list(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      List<List<String>> calm = everything(session);
      session.execute("create schema trap");
      for (String operator : List.of("=", "<>", "<", "<=", "~", "!~", "~*")) {
        for (String type : List.of("oid", "name", "text", "\"char\"", "smallint", "integer")) {
          trap(session, operator, type);
        }
      }
      session.execute("create domain trap.text as integer");
      session.execute("create domain trap.regclass as integer");
      session.execute("set search_path = trap, pg_catalog, public");

      // The server writes out in definitions what the path hides, so the texts differ.
      assertThat(everything(session))
          .extracting(List::size)
          .isEqualTo(calm.stream().map(List::size).toList());
    }
  }

  private static void trap(Session session, String operator, String type) {
    String name = "trap.sprung_" + Integer.toHexString((operator + type).hashCode());
    session.execute(
        "create function %s(%s, %s) returns boolean language plpgsql as".formatted(name, type, type)
            + " 'begin raise exception ''trap''; end'");
    session.execute(
        "create operator trap.%s (leftarg = %s, rightarg = %s, function = %s)"
            .formatted(operator, type, type, name));
  }

  private static ListWish more(Session session) {
    return more(session, "");
  }

  private static ListWish more(Session session, String letters) {
    return new ListWish(session.version(), letters, true, false, NamePattern.NONE, List.of());
  }

  private static List<List<String>> everything(Session session) {
    NamePattern any = NamePattern.parse("public.*", DATABASE_SCHEMA_AND_NAME);
    ListWish all = new ListWish(session.version(), "tvmsiE", true, true, any, List.of());
    ListWish some =
        new ListWish(
            session.version(),
            "nt",
            true,
            true,
            any,
            List.of(NamePattern.parse("pg_catalog.int4", DATABASE_SCHEMA_AND_NAME)));
    return Stream.of(
            RelationLists.relations(all),
            RoutineLists.functions(some),
            RoutineLists.aggregates(all),
            TypeLists.types(all),
            TypeLists.domains(all),
            PrivilegeLists.privileges(all),
            ForeignLists.servers(more(session)),
            ForeignLists.mappings(more(session)),
            ForeignLists.wrappers(more(session)),
            ForeignLists.tables(all),
            SchemaLists.extensionObjects(more(session)),
            ServerLists.roles(more(session)),
            ServerLists.tablespaces(
                new ListWish(session.version(), "", false, false, NamePattern.NONE, List.of())))
        .map(list -> ListedRows.of(session, list))
        .toList();
  }

  @OnEachMajor
  void the_lists_of_the_server_are_read(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      assertThat(rows(session, ServerLists::databases, "", "template1"))
          .hasSize(2)
          .element(0)
          .asString()
          .startsWith("Name|Owner|Encoding|");
      assertThat(ListedRows.of(session, ServerLists.databases(more(session))))
          .anyMatch(row -> row.startsWith("template1|postgres|"));
      assertThat(rows(session, ServerLists::roles, "", "postgres"))
          .isEqualTo(
              List.of(
                  "Role name|Attributes|Member of",
                  "postgres|Superuser, Create role, Create DB, Replication, Bypass RLS|"));
      assertThat(ListedRows.of(session, ServerLists.tablespaces(more(session)))).hasSize(3);
      assertThat(rows(session, SchemaLists::schemas, "", ""))
          .extracting(row -> row.substring(0, row.indexOf('|')))
          .isEqualTo(List.of("Name", "crm", "dblink", "public"));
    }
  }

  @OnEachMajor
  void relations_of_every_kind_are_described(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      TableDetails parent = details(session, "parent");
      TableDetails partition = details(session, "parts_1");

      assertThat(parent)
          .isEqualTo(
              new TableDetails(
                  "permanent",
                  Optional.of("heap"),
                  "",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  List.of("public.child"),
                  List.of(new TableDetails.Policy("mine", "for select to app_user using (id > 1)")),
                  List.of(
                      new TableDetails.ColumnDetails("id", "plain", "", "", Optional.empty()),
                      new TableDetails.ColumnDetails(
                          "note", "extended", "", "50", Optional.of("said")))));
      assertThat(partition.parents()).isEqualTo(List.of("public.parts"));
      assertThat(partition.bound()).contains("FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
      assertThat(details(session, "distant").server()).contains("far");
      assertThat(details(session, "few").query().orElseThrow()).contains("WHERE");
      assertThat(SequenceDetailsReader.read(session, found(session, "steps").oid()))
          .isEqualTo(
              new SequenceDetails(
                  "bigint",
                  "1",
                  "1",
                  "100",
                  "5",
                  true,
                  "1",
                  Optional.of("public.parent.id"),
                  false));
      IndexDetails index = IndexReader.read(session, found(session, "noted").oid());
      assertThat(index.marks()).isEmpty();
      assertThat(index.table()).isEqualTo("public.parent");
      assertThat(index.predicate()).contains("note <> ''::text");
      assertThat(index.parts())
          .isEqualTo(
              List.of(
                  new IndexDetails.Part("lower", "text", true, "lower(note)"),
                  new IndexDetails.Part("id", "integer", false, "id")));
      assertThat(IndexReader.read(session, found(session, "parent_pkey").oid()).marks())
          .isEqualTo(List.of("primary key"));
      assertThat(RowTypeReader.read(session, found(session, "pair").oid()))
          .isEqualTo(
              List.of(
                  new RowTypeReader.Field("a", "integer"), new RowTypeReader.Field("b", "text")));
    }
  }

  private static FoundRelation found(Session session, String name) {
    return RelationFinder.find(session, NamePattern.parse(name, DATABASE_SCHEMA_AND_NAME)).get(0);
  }

  private static TableDetails details(Session session, String name) {
    return TableDetailsReader.read(session, found(session, name).oid(), true);
  }

  @OnEachMajor
  void definitions_can_be_run_as_they_are(TestDatabases databases) {
    try (Session session = prepared(databases)) {
      String view = DefinitionReader.ofView(session, "few").orElseThrow();
      String function = DefinitionReader.ofFunction(session, "twice(integer)");

      session.execute(view);
      session.execute(function);

      assertThat(view)
          .startsWith("CREATE OR REPLACE VIEW public.few\n WITH (security_barrier=true) AS\n")
          .endsWith("\n WITH LOCAL CHECK OPTION");
      assertThat(DefinitionReader.ofView(session, "few")).contains(view);
      assertThat(DefinitionReader.ofFunction(session, "twice")).isEqualTo(function);
      assertThat(DefinitionReader.ofView(session, "parent")).isEmpty();
      assertThat(DefinitionReader.isView(session, "one")).isTrue();
      assertThat(DefinitionReader.isView(session, "twice")).isFalse();
      assertThat(found(session, "few").name()).isEqualTo(QualifiedName.of("public", "few"));
    }
  }
}
