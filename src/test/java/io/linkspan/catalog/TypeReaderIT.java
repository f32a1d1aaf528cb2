package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class TypeReaderIT {

  @OnEachMajor
  void a_builtin_type_is_spelled_as_format_type_does(TestDatabases databases) {
    TestDatabase database = databases.create();
    List<String> expected =
        database.query(
            "select oid || '=' || format_type(oid, -1) from pg_type t"
                + " where typnamespace = 'pg_catalog'::regnamespace");

    Map<Long, ColumnType> types = read(database, "typnamespace = 'pg_catalog'::regnamespace");

    assertThat(types.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue().name().sql()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @OnEachMajor
  void the_server_agrees_which_builtin_types_have_equality_and_order(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create function runs(sql text) returns boolean language plpgsql as '
          begin execute sql; return true; exception when undefined_function then return false; end'
        """);
    String condition =
        "typnamespace = 'pg_catalog'::regnamespace and typtype <> 'p' and typrelid = 0";
    List<String> expected =
        database.query(
            "select format('%s %s %s', format_type(oid, -1),"
                + " runs('select distinct null::' || format_type(oid, -1)),"
                + " runs('select null::' || format_type(oid, -1) || ' as v order by v'))"
                + " from pg_type where "
                + condition);

    Map<Long, ColumnType> types = read(database, condition);

    assertThat(types.values())
        .extracting(
            t -> t.name().sql() + (t.hasEquality() ? " t" : " f") + (t.hasOrder() ? " t" : " f"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @OnEachMajor
  void types_of_users_are_spelled_with_their_schema(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        create schema "My Types";
        set search_path = "My Types";
        create type mood as enum ('sad', 'ok', 'so so');
        create domain "E-Mail" as varchar(320) check (value like '%@%');
        create domain work_mail as "E-Mail" not null;
        create domain grade as mood;
        create type pair as (a integer, b text);
        create type sheet as (a integer, b json);
        create type span as range (subtype = timestamptz);
        """);

    Map<String, ColumnType> types =
        read(database, "typnamespace = '\"My Types\"'::regnamespace").values().stream()
            .collect(Collectors.toMap(t -> t.name().name().name(), t -> t));

    ColumnType mood = types.get("mood");
    assertThat(mood.name().sql()).isEqualTo("\"My Types\".mood");
    assertThat(mood.enumLabels()).containsExactly("sad", "ok", "so so");
    assertThat(mood.hasOrder()).isTrue();
    assertThat(types.get("_mood").name().sql()).isEqualTo("\"My Types\".mood[]");
    assertThat(types.get("_mood").element()).contains(mood.name());
    assertThat(types.get("work_mail").base())
        .contains(
            new TypeName(
                new Identifier("pg_catalog"), new Identifier("varchar"), "character varying(320)"));
    assertThat(types.get("work_mail").hasEquality()).isTrue();
    assertThat(types.get("pair").kind()).isEqualTo(ColumnType.Kind.COMPOSITE);
    assertThat(types.get("_pair").hasOrder()).isTrue();
    assertThat(types.get("sheet").hasEquality()).isFalse();
    assertThat(types.get("_sheet").hasEquality()).isFalse();
    assertThat(types.get("grade").base())
        .contains(
            new TypeName(new Identifier("My Types"), new Identifier("mood"), "\"My Types\".mood"));
    assertThat(types.get("span").kind()).isEqualTo(ColumnType.Kind.RANGE);
    assertThat(types.get("span").hasEquality()).isTrue();
  }

  @OnEachMajor
  void the_extension_of_a_type_is_known_for_its_array_too(TestDatabases databases) {
    TestDatabase database = databases.create();

    Map<Long, ColumnType> types = read(database, "typname in ('dblink_pkey_results', 'text')");

    assertThat(types.values())
        .extracting(t -> t.name().sql() + " " + t.extension())
        .containsExactlyInAnyOrder(
            "dblink.dblink_pkey_results Optional[dblink]", "text Optional.empty");
  }

  private static Map<Long, ColumnType> read(TestDatabase database, String condition) {
    List<Long> oids =
        database.query("select oid from pg_type where " + condition).stream()
            .map(Long::valueOf)
            .toList();
    try (Session session = CatalogSessions.open(database.access())) {
      return TypeReader.read(session, oids);
    }
  }
}
