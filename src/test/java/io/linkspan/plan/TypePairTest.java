package io.linkspan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.Casts;
import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TypeSamples;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the value of one column travels into another: remote query, list, SELECT, fidelity. */
final class TypePairTest {
  private static String travels(ColumnType from, ColumnType into) {
    return travels(from, into, Set.of());
  }

  /**
   * Remote expression, declared type, expression, grade and reason of a column {@code c}.
   *
   * @param types further types of the target, as {@code schema.name}
   */
  private static String travels(ColumnType from, ColumnType into, Set<String> types) {
    Table source = CatalogSamples.table("s").column("c", from).table();
    Table target = CatalogSamples.table("t").column("c", into).table();
    Catalog catalog = CatalogSamples.catalog("main", target);
    Set<String> all = new HashSet<>(catalog.types());
    all.addAll(types);
    Catalog known =
        new Catalog(
            catalog.connection(),
            catalog.server(),
            catalog.relations(),
            catalog.tables(),
            casts(),
            all);
    Column sourceColumn = source.columns().get(0);
    Column targetColumn = target.columns().get(0);
    Carriage carriage = new Carriages(known).of(sourceColumn, targetColumn);
    TypePair pair = TypePair.of(sourceColumn, targetColumn, carriage, known.casts());
    return "%s as %s; %s; %s%s"
        .formatted(
            carriage.remote(),
            carriage.declared().sql(),
            pair.expression(),
            pair.fidelity().grade(),
            pair.fidelity().reason().isEmpty() ? "" : ": " + pair.fidelity().reason());
  }

  /** The sample's casts and those of the pairs below that PostgreSQL has besides. */
  private static Casts casts() {
    Set<Casts.Pair> pairs = new HashSet<>(CatalogSamples.casts().assignable());
    for (String pair :
        List.of(
            "json>jsonb",
            "jsonb>json",
            "inet>cidr",
            "cidr>inet",
            "timestamptz>time",
            "timestamp>time",
            "time>timetz",
            "timetz>time",
            "numeric>money",
            "text>name",
            "interval>time",
            "bit>varbit",
            "varbit>bit",
            "int8>oid")) {
      String[] types = pair.split(">", -1);
      pairs.add(new Casts.Pair("pg_catalog." + types[0], "pg_catalog." + types[1]));
    }
    return new Casts(pairs);
  }

  @ParameterizedTest(name = "{0} into {1}")
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "integer | integer | c as integer; c; EQUAL",
        "integer | bigint | c as integer; c; CONVERTED: by the target's own cast",
        "bigint | integer | c as bigint; c; NARROWED: refuses larger numbers",
        "numeric | integer | c as numeric; c; NARROWED: rounds to whole numbers, refuses larger ones",
        "double precision | integer | c as double precision; c; NARROWED: rounds to whole numbers, refuses larger ones",
        "double precision | real | c as double precision; c; NARROWED: keeps 6 digits",
        "real | double precision | c as real; c; CONVERTED: by the target's own cast",
        "bigint | double precision | c as bigint; c; NARROWED: is exact up to 2^53 alone",
        "integer | double precision | c as integer; c; CONVERTED: by the target's own cast",
        "integer | numeric(12,2) | c as integer; c; CONVERTED: by the target's own cast",
        "bigint | numeric(12,2) | c as bigint; c; NARROWED: refuses over 10 digits before the point",
        "bigint | numeric | c as bigint; c; CONVERTED: by the target's own cast",
        "numeric(10,2) | numeric(12,2) | c as numeric(10,2); c; EQUAL",
        "numeric(10,2) | numeric | c as numeric(10,2); c; EQUAL",
        "numeric(10,4) | numeric(12,2) | c as numeric(10,4); c; NARROWED: rounds to 2 digits after the point",
        "numeric(12,2) | numeric(10,2) | c as numeric(12,2); c; NARROWED: refuses over 8 digits before the point",
        "numeric | numeric(10,2) | c as numeric; c; NARROWED: rounds to 2 digits after the point, refuses over 8 before it",
        "text | character varying(50) | c as text; c; NARROWED: refuses values longer than 50",
        "character varying(20) | character varying(50) | c as character varying(20); c; EQUAL",
        "character varying(50) | character varying(20) | c as character varying(50); c; NARROWED: refuses values longer than 20",
        "character varying(50) | text | c as character varying(50); c; EQUAL",
        "text | character varying | c as text; c; EQUAL",
        "text | name | c as text; c; NARROWED: cuts values to 63 bytes",
        "name | text | c as name; c; EQUAL",
        "integer | text | c as integer; c; CONVERTED: written as text",
        "uuid | text | c as uuid; c; CONVERTED: written as text",
        "integer | character varying(5) | c as integer; c; NARROWED: refuses values longer than 5",
        "text | integer | c as text; c::integer; READ_FROM_TEXT: a text that cannot be read stops the copy",
        "text | uuid | c as text; c::uuid; READ_FROM_TEXT: a text that cannot be read stops the copy",
        "text | numeric(10,2) | c as text; c::numeric(10,2); READ_FROM_TEXT: a text that cannot be read stops the copy",
        "text | date | c as text; c::date; READ_FROM_TEXT: reads the text by the target session's DateStyle and TimeZone",
        "boolean | boolean | c as boolean; c; EQUAL",
        "boolean | integer | c as boolean; c; IMPOSSIBLE: the target has no assignment cast for the pair",
        "date | timestamp without time zone | c as date; c; CONVERTED: by the target's own cast",
        "date | timestamp with time zone | c as date; c; ZONE_LOST: takes midnight in the session's TimeZone",
        "timestamp without time zone | timestamp with time zone | c as timestamp without time zone; c; ZONE_LOST: takes the session's TimeZone for the values'",
        "timestamp with time zone | timestamp without time zone | c as timestamp with time zone; c; ZONE_LOST: drops the offset, by the session's TimeZone",
        "timestamp with time zone | date | c as timestamp with time zone; c; ZONE_LOST: keeps the day alone, by the session's TimeZone",
        "timestamp without time zone | date | c as timestamp without time zone; c; NARROWED: keeps the day alone",
        "json | jsonb | c as json; c; NARROWED: keeps the last of equal keys, and no order",
        "jsonb | json | c as jsonb; c; CONVERTED: by the target's own cast",
        "inet | cidr | c as inet; c; NARROWED: refuses or zeroes the host bits",
        "money | money | c::numeric as numeric; c; EQUAL",
        "money | numeric | c::numeric as numeric; c; EQUAL",
        "xml | xml | c::text as text; xmlparse(content c); EQUAL",
        "text | xml | c as text; xmlparse(content c); READ_FROM_TEXT: reads the text as XML",
        "character varying(9) | xml | c as character varying(9); xmlparse(content c::text); READ_FROM_TEXT: reads the text as XML",
        "xml | text | c::text as text; c; EQUAL",
        "regclass | regclass | c as regclass; c; NARROWED: looks the name up again on the target",
        "regclass | text | c::text as text; c; EQUAL",
        "integer[] | integer[] | c as integer[]; c; EQUAL",
        "integer[] | bigint[] | c as integer[]; c; CONVERTED: by the target's own cast",
        "bigint[] | integer[] | c as bigint[]; c; NARROWED: refuses larger numbers",
        "text[] | character varying(10)[] | c as text[]; c; NARROWED: refuses values longer than 10",
        "integer[] | text[] | c as integer[]; c; CONVERTED: by the target's own cast",
        "timestamp without time zone[] | timestamp with time zone[] | c as timestamp without time zone[]; c; ZONE_LOST: takes the session's TimeZone for the values'",
        "boolean[] | integer[] | c as boolean[]; c; IMPOSSIBLE: the target has no assignment cast for the pair",
        "integer[] | integer | c as integer[]; c; IMPOSSIBLE: the target has no assignment cast for the pair",
      })
  void a_pair_of_builtin_types(String from, String into, String wanted) {
    assertThat(travels(TypeSamples.type(from), TypeSamples.type(into))).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{0} into {1}")
  @CsvSource(
      delimiterString = " | ",
      value = {
        "timestamp(6) with time zone | timestamp(0) with time zone | NARROWED: rounds to 0 digits of a second",
        "timestamp(0) with time zone | timestamp(3) with time zone | EQUAL",
        "timestamp with time zone | timestamp(3) with time zone | NARROWED: rounds to 3 digits of a second",
        "interval day to second(3) | interval(0) | NARROWED: rounds to 0 digits of a second",
        "bit(5) | bit(3) | NARROWED: refuses values longer than 3",
        "bit(3) | bit(5) | NARROWED: refuses a bit string of another length",
        "numeric(3,-2) | numeric(6,0) | EQUAL",
        "numeric(6,0) | numeric(3,-2) | NARROWED: rounds to -2 digits after the point",
      })
  void a_modifier_is_compared_with_another(String from, String into, String wanted) {
    String bare = from.replaceFirst("[( ].*", "");
    Fidelity fidelity =
        Modifiers.compare(
            new TypeName(new Identifier("pg_catalog"), new Identifier(bare), from),
            new TypeName(new Identifier("pg_catalog"), new Identifier(bare), into));

    assertThat(fidelity.grade() + (fidelity.reason().isEmpty() ? "" : ": " + fidelity.reason()))
        .isEqualTo(wanted);
  }

  @Test
  void an_enum_is_read_by_the_targets_own_type_and_labels_it_lacks_are_named() {
    ColumnType moods = TypeSamples.enumeration("mood", "sad", "ok", "glad");
    ColumnType fewer = TypeSamples.enumeration("feeling", "ok", "glad");

    assertThat(travels(moods, moods)).isEqualTo("c as public.mood; c; EQUAL");
    assertThat(travels(fewer, moods)).isEqualTo("c as public.mood; c; EQUAL");
    assertThat(travels(moods, fewer))
        .isEqualTo("c as public.feeling; c; NARROWED: lacks the labels \"sad\"");
  }

  @Test
  void an_enum_and_text_go_into_each_other() {
    ColumnType mood = TypeSamples.enumeration("mood", "sad", "ok");
    ColumnType text = TypeSamples.type("text");

    assertThat(travels(mood, text)).isEqualTo("c::text as text; c; EQUAL");
    assertThat(travels(text, mood))
        .isEqualTo(
            "c as text; c::public.mood;"
                + " READ_FROM_TEXT: a text that cannot be read stops the copy");
  }

  @Test
  void an_enum_into_text_travels_as_itself_where_the_target_has_the_type() {
    ColumnType mood = TypeSamples.enumeration("mood", "sad", "ok");

    assertThat(travels(mood, TypeSamples.type("text"), Set.of("public.mood")))
        .isEqualTo("c as public.mood; c; CONVERTED: written as text");
  }

  @Test
  void a_type_of_the_same_name_in_another_schema_is_read_by_the_targets() {
    assertThat(travels(extension("ext_a", "citext", 'S'), extension("ext_b", "citext", 'S')))
        .isEqualTo("c as ext_b.citext; c; EQUAL");
    assertThat(travels(extension("a", "hstore", 'U'), extension("b", "hstore", 'U')))
        .isEqualTo("c as b.hstore; c; EQUAL");
  }

  @Test
  void a_type_that_the_target_lacks_travels_as_text() {
    assertThat(travels(extension("a", "citext", 'S'), TypeSamples.type("text")))
        .isEqualTo("c::text as text; c; EQUAL");
    assertThat(travels(extension("a", "hstore", 'U'), TypeSamples.type("jsonb")))
        .isEqualTo(
            "c::text as text; c::jsonb; READ_FROM_TEXT: a text that cannot be read stops the copy");
  }

  @Test
  void a_domain_is_carried_as_the_type_below_it() {
    ColumnType posint = domain("posint", "integer");

    assertThat(travels(posint, posint)).isEqualTo("c as integer; c; EQUAL");
    assertThat(travels(TypeSamples.type("integer"), posint)).isEqualTo("c as integer; c; EQUAL");
    assertThat(travels(posint, TypeSamples.type("integer"))).isEqualTo("c as integer; c; EQUAL");
    assertThat(travels(domain("short", "character varying(9)"), TypeSamples.type("text")))
        .isEqualTo("c as character varying(9); c; EQUAL");
    assertThat(travels(TypeSamples.type("text"), domain("short", "character varying(9)")))
        .isEqualTo("c as text; c; NARROWED: refuses values longer than 9");
    assertThat(travels(TypeSamples.type("bigint"), posint))
        .isEqualTo("c as bigint; c; NARROWED: refuses larger numbers");
  }

  private static ColumnType extension(String schema, String name, char category) {
    return user(
        new TypeName(new Identifier(schema), new Identifier(name), schema + "." + name),
        ColumnType.Kind.BASE,
        category,
        Optional.empty());
  }

  private static ColumnType domain(String name, String base) {
    ColumnType below = TypeSamples.type(base);
    return user(
        new TypeName(new Identifier("public"), new Identifier(name), "public." + name),
        ColumnType.Kind.DOMAIN,
        below.category(),
        Optional.of(below.name()));
  }

  private static ColumnType user(
      TypeName name, ColumnType.Kind kind, char category, Optional<TypeName> base) {
    return new ColumnType(
        name, kind, category, Optional.empty(), base, true, true, List.of(), Optional.empty());
  }
}
