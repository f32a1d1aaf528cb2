package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.KeySamples;
import io.linkspan.catalog.Rule;
import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableSample;
import io.linkspan.catalog.Trigger;
import io.linkspan.catalog.TypeSamples;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.plan.Reading;
import io.linkspan.request.CopyParser;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each check of a plan finds, and where it is silent. */
final class PlanChecksTest {
  private static TableSample source() {
    return CatalogSamples.table("s").column("a", "text").notNull().column("b", "text").notNull();
  }

  private static TableSample target() {
    return CatalogSamples.table("t").column("a", "text").column("b", "text").primaryKey("a");
  }

  private static CopyPlan plan(TableSample from, TableSample into, String clauses) {
    return PlanSamples.plan(from.table(), into.table(), clauses);
  }

  private static List<String> findings(TableSample from, TableSample into, String clauses) {
    return texts(PlanChecks.check(plan(from, into, clauses)));
  }

  private static List<String> findings(String clauses) {
    return findings(source(), target(), clauses);
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                f.id()
                    + " "
                    + f.severity()
                    + ": "
                    + f.fields().message()
                    + f.fields().sqlState().map(s -> " [" + s.code() + "]").orElse("")
                    + f.fields().detail().map(d -> "\nDETAIL: " + d).orElse("")
                    + f.fields().hint().map(h -> "\nHINT: " + h).orElse(""))
        .toList();
  }

  private static List<String> onTarget(ServerFacts facts) {
    Table from = source().table();
    Table into = target().table();
    Catalog main = CatalogSamples.catalog("main", into);
    return texts(
        PlanChecks.check(
            PlanSamples.plan(
                CopyParser.parse(Tokens.of("s -> t")),
                CatalogSamples.catalog("archive", from),
                new Reading.OfTable(from),
                new Catalog(
                    "main", facts, main.relations(), main.tables(), main.casts(), main.types()),
                into)));
  }

  private static ServerFacts facts(
      boolean standby, boolean readOnly, Optional<ServerFacts.DblinkExtension> dblink) {
    ServerFacts f = CatalogSamples.server();
    return new ServerFacts(
        f.version(),
        f.database(),
        f.role(),
        f.searchPath(),
        f.encoding(),
        f.timeZone(),
        standby,
        readOnly,
        false,
        true,
        f.workMem(),
        f.journal(),
        dblink,
        f.state());
  }

  @Test
  void a_plan_without_trouble_has_no_findings() {
    assertThat(findings("")).isEmpty();
    assertThat(findings("on conflict overwrite distinct on (a) order by b")).isEmpty();
  }

  @Test
  void a_not_null_column_that_nothing_fills_is_an_error() {
    assertThat(findings(source(), target().column("C d", "text").notNull(), ""))
        .isEqualTo(
            List.of(
                """
                null-into-not-null ERROR: column "C d" of the target is NOT NULL and nothing fills it
                HINT: Say what fills it: map "C d" = EXPRESSION"""));
    assertThat(findings(source(), target().column("c", "text").notNull().defaultsTo("''"), ""))
        .isEmpty();
  }

  @Test
  void a_column_with_nulls_into_one_without_is_a_warning() {
    TableSample nullable = CatalogSamples.table("s").column("a", "text").column("b", "text");
    TableSample strict =
        CatalogSamples.table("t").column("a", "text").column("b", "text").notNull().primaryKey("a");

    assertThat(findings(nullable, strict, ""))
        .isEqualTo(
            List.of(
                """
                null-into-not-null WARNING: column "b" may be NULL on the source and is NOT NULL on the target
                DETAIL: The first NULL stops the copy (SQLSTATE 23502); no conflict rule skips it.
                HINT: Leave such rows out: where b is not null; or give a value: map b = coalesce(b, …)"""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "b is not null | 0",
        "B  IS NOT  NULL and a > 'x' | 0",
        "a > 'x' and (b is not null) | 0",
        "ab is not null | 1",
        "b is not null or a > 'x' | 1",
        "(b is not null or a > 'x') and a < 'y' | 1",
        "not (b is not null) | 1",
        "a = 'b is not null' | 1",
      })
  void a_where_that_leaves_nulls_out_silences_it(String where, int count) {
    TableSample nullable =
        CatalogSamples.table("s").column("a", "text").column("b", "text").column("ab", "text");
    TableSample strict =
        CatalogSamples.table("t").column("a", "text").column("b", "text").notNull().primaryKey("a");

    assertThat(findings(nullable, strict, "where " + where)).hasSize(count);
  }

  @Test
  void a_mapped_expression_is_trusted_with_nulls() {
    TableSample nullable = CatalogSamples.table("s").column("a", "text").column("b", "text");
    TableSample strict =
        CatalogSamples.table("t").column("a", "text").column("b", "text").notNull().primaryKey("a");

    assertThat(findings(nullable, strict, "map b = coalesce(b, '')")).isEmpty();
  }

  @Test
  void an_unknown_column_is_an_error_with_the_nearest_name() {
    assertThat(findings("map b = lower(bb) where zzzz > 1"))
        .isEqualTo(
            List.of(
                """
                unknown-name ERROR: column "bb" of "public.s" in map b does not exist
                HINT: See its columns: describe archive:public.s""",
                """
                unknown-name ERROR: column "zzzz" of "public.s" in where does not exist
                HINT: See its columns: describe archive:public.s"""));
    assertThat(
            findings(
                CatalogSamples.table("s").column("email", "text").notNull(),
                CatalogSamples.table("t").column("email", "text").primaryKey("email"),
                "map email = lower(emial)"))
        .isEqualTo(
            List.of(
                """
                unknown-name ERROR: column "emial" of "public.s" in map email does not exist
                HINT: Perhaps you mean "email"."""));
  }

  @Test
  void an_unknown_column_of_a_query_is_told_with_the_columns_that_it_has() {
    CopyPlan plan =
        PlanSamples.ofQuery(
            "select a, b from s",
            source().table().columns(),
            target().table(),
            "map b = lower(zzzz)");

    assertThat(texts(PlanChecks.check(plan)))
        .isEqualTo(
            List.of(
                """
                unknown-name ERROR: column "zzzz" of "(query)" in map b does not exist
                HINT: It has a, b."""));
  }

  @Test
  void without_the_extension_there_is_no_way() {
    assertThat(onTarget(facts(false, false, Optional.empty())))
        .isEqualTo(
            List.of(
                """
                dblink-extension ERROR: extension "dblink" is not installed in database "app" of target "main"
                HINT: Type: install dblink"""));
    assertThat(
            onTarget(
                facts(
                    false,
                    false,
                    Optional.of(
                        new ServerFacts.DblinkExtension(new Identifier("x"), false, false)))))
        .isEqualTo(
            List.of(
                """
                dblink-extension ERROR: role "app_user" may not use the functions of dblink in schema "x" on "main"
                HINT: On main, as a superuser: GRANT USAGE ON SCHEMA x TO app_user; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA x TO app_user; REVOKE EXECUTE ON FUNCTION x.dblink_connect_u(text), x.dblink_connect_u(text, text) FROM app_user;"""));
    assertThat(
            onTarget(
                facts(
                    false,
                    false,
                    Optional.of(
                        new ServerFacts.DblinkExtension(new Identifier("public"), true, true)))))
        .isEqualTo(
            List.of(
                "dblink-extension NOTE: every role may create functions in schema \"public\" on"
                    + " \"main\", where dblink is; linkspan calls the extension's own"));
  }

  @Test
  void a_target_that_takes_no_rows_is_an_error() {
    Optional<ServerFacts.DblinkExtension> dblink = CatalogSamples.server().dblink();

    assertThat(onTarget(facts(true, true, dblink)))
        .isEqualTo(
            List.of(
                """
                unfit-target ERROR: target "main" is a standby and takes no writes (SQLSTATE 25006)
                HINT: Connect to the primary: connect main URI"""));
    assertThat(onTarget(facts(false, true, dblink)))
        .isEqualTo(
            List.of(
                """
                unfit-target ERROR: target "main" is connected read only (SQLSTATE 25006)
                HINT: Connect without the words read only: connect main …"""));
    assertThat(findings(source(), target().kind(Table.Kind.MATERIALIZED_VIEW), ""))
        .isEqualTo(
            List.of(
                """
                unfit-target ERROR: "public.t" is a materialized view and takes no rows (SQLSTATE 42809)
                HINT: Copy into a table."""));
    assertThat(
            findings(
                source(),
                target().column("g", "text").generated(Column.Generated.STORED, "a || b"),
                "map g = a"))
        .isEqualTo(
            List.of(
                """
                unfit-target ERROR: column "g" is generated and takes no value (SQLSTATE 428C9)
                HINT: Leave it to the target: map g = default"""));
  }

  private static TableSample withoutRights(TableSample table, Table.TablePrivileges rights) {
    return table
        .privileges(rights)
        .last(
            c ->
                new Column(
                    c.name(),
                    c.position(),
                    c.type(),
                    c.notNull(),
                    c.defaultExpression(),
                    c.identity(),
                    c.generated(),
                    c.sequence(),
                    c.collation(),
                    new Column.ColumnPrivileges(false, false, false)));
  }

  private static String denied(String table, String on, String right) {
    return """
        missing-right ERROR: permission denied for table "public.%s" on "%s" [42501]
        DETAIL: Role "app_user" lacks %s there.
        HINT: On %s, as its owner: GRANT %s ON public.%s TO app_user;"""
        .formatted(table, on, right, on, right, table);
  }

  @Test
  void a_missing_right_is_an_error_with_the_grant_to_ask_for() {
    Table.TablePrivileges none = new Table.TablePrivileges(true, false, false, false, false);

    assertThat(findings(withoutRights(source(), none), target(), ""))
        .isEqualTo(List.of(denied("s", "archive", "SELECT")));
    assertThat(findings(source(), withoutRights(target(), none), "truncate on conflict overwrite"))
        .contains(
            denied("t", "main", "INSERT"),
            denied("t", "main", "UPDATE"),
            denied("t", "main", "SELECT"),
            denied("t", "main", "TRUNCATE"));
  }

  @Test
  void a_column_that_does_not_travel_needs_no_right() {
    Table.TablePrivileges some = new Table.TablePrivileges(true, true, true, true, true);

    assertThat(findings(withoutRights(source(), some), withoutRights(target(), some), "(a)"))
        .isEmpty();
  }

  @Test
  void naming_the_key_needs_select_on_it() {
    Table.TablePrivileges all = new Table.TablePrivileges(true, true, true, true, true);
    TableSample blind =
        CatalogSamples.table("t")
            .column("a", "text")
            .last(
                c ->
                    new Column(
                        c.name(),
                        c.position(),
                        c.type(),
                        c.notNull(),
                        c.defaultExpression(),
                        c.identity(),
                        c.generated(),
                        c.sequence(),
                        c.collation(),
                        new Column.ColumnPrivileges(false, true, true)))
            .privileges(all)
            .primaryKey("a");

    assertThat(findings(source(), blind, "on conflict (a) do nothing"))
        .isEqualTo(List.of(denied("t", "main", "SELECT")));
    assertThat(findings(source(), blind, "")).isEmpty();
  }

  @Test
  void a_closed_schema_is_told_once() {
    Table.TablePrivileges closed = new Table.TablePrivileges(false, true, true, true, true);

    assertThat(
            findings(
                source(), target().privileges(closed), "on conflict overwrite distinct on (a)"))
        .isEqualTo(
            List.of(
                """
                missing-right ERROR: permission denied for schema "public" on "main" [42501]
                DETAIL: Role "app_user" lacks USAGE there.
                HINT: On main, as its owner: GRANT USAGE ON SCHEMA public TO app_user;"""));
  }

  private static List<String> pair(String from, String into) {
    return findings(
        CatalogSamples.table("s").column("a", "text").notNull().column("c", from),
        CatalogSamples.table("t").column("a", "text").column("c", into).primaryKey("a"),
        "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "text | character varying(5) | narrowing-pair WARNING: column \"c\": text into character varying(5) refuses values longer than 5 | Cut them: map c = left(c, 5); or leave them out: where length(c) <= 5",
        "text | integer | read-from-text WARNING: column \"c\": text into integer a text that cannot be read stops the copy | See the rows that stop it: check rows; or say how: map c = EXPRESSION",
        "boolean | integer | impossible-pair ERROR: column \"c\": boolean into integer the target has no assignment cast for the pair | Say how: map c = c::text::integer, or another expression",
        "timestamp without time zone | timestamp with time zone | zone-lost WARNING: column \"c\": timestamp without time zone into timestamp with time zone takes the session's TimeZone for the values' | Name the zone: map c = c at time zone 'UTC'",
        "timestamp with time zone | date | zone-lost WARNING: column \"c\": timestamp with time zone into date keeps the day alone, by the session's TimeZone | Name the zone: map c = c at time zone 'UTC'",
        "date | timestamp with time zone | zone-lost WARNING: column \"c\": date into timestamp with time zone takes midnight in the session's TimeZone | Name the zone: map c = c::timestamp at time zone 'UTC'",
        "timestamp without time zone[] | timestamp with time zone[] | zone-lost WARNING: column \"c\": timestamp without time zone[] into timestamp with time zone[] takes the session's TimeZone for the values' | Say how: map c = EXPRESSION",
      })
  void a_pair_of_types_that_loses_something_is_told(
      String from, String into, String message, String hint) {
    assertThat(pair(from, into)).isEqualTo(List.of(message + "\nHINT: " + hint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "character varying(5)", "integer", "jsonb", "integer[]"})
  void a_type_into_itself_is_silent(String type) {
    assertThat(pair(type, type)).isEmpty();
  }

  @Test
  void a_json_column_cannot_be_compared_by_distinct() {
    TableSample from = source().column("doc", "json").column("p", "point");
    TableSample into = target().column("doc", "json").column("p", TypeSamples.type("point"));

    assertThat(findings(from, into, "(a, doc) distinct"))
        .isEqualTo(
            List.of(
                """
                distinct-without-equality ERROR: DISTINCT cannot compare column "doc": its type json has no equality (SQLSTATE 42883)
                HINT: Compare a key instead: distinct on (KEY); or compare it as jsonb: map doc = doc::jsonb"""));
    assertThat(findings(from, into, "(a, doc) distinct on (t.doc)"))
        .isEqualTo(
            List.of(
                """
                distinct-without-equality ERROR: DISTINCT cannot compare column "doc": its type json has no equality (SQLSTATE 42883)
                HINT: Compare its text: distinct on (doc::text)"""));
    assertThat(findings(from, into, "(a, doc) distinct on (a)")).isEmpty();
    assertThat(findings(from, into, "(a, doc) distinct map doc = doc::jsonb")).isEmpty();
    assertThat(findings(from, into, "(a, b) distinct")).isEmpty();
  }

  @Test
  void text_that_becomes_xml_cannot_be_compared_either() {
    assertThat(
            findings(source().column("x", "text"), target().column("x", "xml"), "(a, x) distinct"))
        .contains(
            """
            distinct-without-equality ERROR: DISTINCT cannot compare column "x": its type xml has no equality (SQLSTATE 42883)
            HINT: Compare a key instead: distinct on (KEY)""");
  }

  @Test
  void overwrite_needs_one_key() {
    TableSample two =
        CatalogSamples.table("t")
            .column("a", "text")
            .column("b", "text")
            .unique("k", "a")
            .unique("l", "b");

    assertThat(findings(source(), two, "on conflict overwrite distinct on (a)"))
        .isEqualTo(
            List.of(
                """
                no-key-for-conflict-rule ERROR: no single unique key of "public.t" is filled by the copy, so the rows to overwrite cannot be told
                HINT: Name the key: on conflict (COLUMN) overwrite; or keep rows: on conflict preserve"""));
  }

  @Test
  void preserve_without_a_key_skips_nothing() {
    TableSample none = CatalogSamples.table("t").column("a", "text").column("b", "text");

    assertThat(findings(source(), none, ""))
        .isEqualTo(
            List.of(
                """
                no-key-for-conflict-rule WARNING: no unique key of "public.t" can tell a row that is there already
                DETAIL: ON CONFLICT DO NOTHING skips nothing; a second run copies every row again.
                HINT: Make a unique key on the target, or copy once only; run dry shows the count."""));
    assertThat(findings(source(), none, "on conflict fail")).isEmpty();
  }

  @Test
  void a_conflict_target_that_no_key_backs_is_an_error_with_the_keys_that_there_are() {
    TableSample into = target().with(KeySamples.key("p", 5, "b").where("(b <> ''::text)").key());

    assertThat(findings(source(), into, "on conflict (b) do nothing"))
        .isEqualTo(
            List.of(
                """
                no-key-for-conflict-rule ERROR: no unique key of "public.t" is over (b) (SQLSTATE 42P10)
                HINT: Name one that it has: (a); (b) where (b <> ''::text)"""));
    assertThat(findings(source(), into, "on conflict on constraint nope do nothing"))
        .isEqualTo(
            List.of(
                """
                no-key-for-conflict-rule ERROR: constraint "nope" for table "public.t" does not exist (SQLSTATE 42704)
                HINT: Name one that it has: (a); (b) where (b <> ''::text)"""));
    assertThat(findings(source(), into, "on conflict (b) where b <> '' do nothing")).isEmpty();
    assertThat(findings(source(), into, "on conflict (a) do nothing")).isEmpty();
    assertThat(findings(source(), into, "on conflict (lower(b)) do nothing")).isEmpty();
  }

  @Test
  void a_deferrable_key_forbids_on_conflict() {
    TableSample into = target().with(KeySamples.key("t_b_key", 5, "b").deferrable().key());
    String wanted =
        """
        deferrable-key ERROR: constraint "t_b_key" is deferrable, and ON CONFLICT does not work with it (SQLSTATE 55000)
        DETAIL: A deferrable key is checked too late to skip a row.
        HINT: Name another key: on conflict (COLUMN) do nothing; or use none: on conflict fail""";

    assertThat(findings(source(), into, "")).isEqualTo(List.of(wanted));
    assertThat(findings(source(), into, "on conflict (b) do nothing")).isEqualTo(List.of(wanted));
    assertThat(findings(source(), into, "on conflict (a) do nothing")).isEmpty();
    assertThat(findings(source(), into, "on conflict fail")).isEmpty();
  }

  @Test
  void an_update_needs_each_key_once() {
    String wanted =
        """
        key-twice-in-source WARNING: two source rows with one key stop the copy: a row cannot be updated twice (SQLSTATE 21000)
        HINT: Take one of them: distinct on (a) order by …""";

    assertThat(findings("on conflict overwrite")).isEqualTo(List.of(wanted));
    assertThat(findings("on conflict overwrite distinct")).isEqualTo(List.of(wanted));
    assertThat(findings("on conflict overwrite distinct on (b)")).isEqualTo(List.of(wanted));
    assertThat(findings("on conflict overwrite distinct on (a, b)")).isEqualTo(List.of(wanted));
    assertThat(findings("on conflict overwrite distinct on (a)")).isEmpty();
    assertThat(findings("on conflict overwrite distinct on (t.a) order by b")).isEmpty();
    assertThat(findings(source().unique("s_a_key", "a"), target(), "on conflict overwrite"))
        .isEmpty();
    assertThat(
            findings(
                source().unique("s_a_key", "a"),
                target(),
                "on conflict overwrite map a = lower(a)"))
        .isEqualTo(List.of(wanted));
  }

  @Test
  void a_mapped_value_is_null_where_its_column_is() {
    TableSample nullable = CatalogSamples.table("s").column("a", "text").column("b", "text");
    TableSample strict =
        CatalogSamples.table("t").column("a", "text").column("b", "text").notNull().primaryKey("a");

    assertThat(findings(nullable, strict, "map b = lower(b)"))
        .isEqualTo(
            List.of(
                """
                null-into-not-null WARNING: what map gives column "b", which is NOT NULL, is NULL where "b" is
                DETAIL: The first NULL stops the copy (SQLSTATE 23502); no conflict rule skips it.
                HINT: Leave such rows out: where b is not null; or give a value: map b = coalesce(lower(b), …)"""));
    assertThat(findings(nullable, strict, "map b = a || b where b is not null").toString())
        .contains("is NULL where \"a\" is");
    for (String clauses :
        List.of(
            "map b = coalesce(b, '')",
            "map b = lower(b) where b is not null",
            "map b = 'x'",
            "map b = case when b is null then '' else b end")) {
      assertThat(findings(nullable, strict, clauses)).as(clauses).isEmpty();
    }
  }

  @Test
  void numbers_that_other_tables_refer_to_are_not_given_away_lightly() {
    TableSample from = CatalogSamples.table("s").column("id", "integer").notNull();
    TableSample into =
        CatalogSamples.table("t")
            .column("id", "integer")
            .identity(Column.Identity.BY_DEFAULT)
            .primaryKey("id")
            .referencedBy("o_fkey", QualifiedName.of("sales", "o"), "t", "id");

    assertThat(findings(from, into, "").toString())
        .contains(
            "HINT: For rows of their own: map id = default; rows of sales.o that are copied too would"
                + " then find other parents");
  }

  @Test
  void numbers_of_the_source_in_a_numbered_column_are_told() {
    TableSample from = CatalogSamples.table("s").column("id", "integer").notNull();
    TableSample into =
        CatalogSamples.table("t")
            .column("id", "integer")
            .identity(Column.Identity.BY_DEFAULT)
            .primaryKey("id");

    assertThat(findings(from, into, ""))
        .isEqualTo(
            List.of(
                """
                numbers-copied WARNING: column "id" takes the source's numbers instead of the target's own
                DETAIL: A row whose number the target has already is taken for the same row.
                HINT: For rows of their own: map id = default"""));
    assertThat(findings(from, into, "on conflict fail").get(0))
        .contains("A number that the target has already stops the copy.");
    assertThat(findings(from, into, "map id = id + 1000000")).isEmpty();
  }

  @Test
  void a_mapped_column_hides_the_sources_in_order_by() {
    assertThat(findings("map b = lower(b) distinct on (a) order by b desc"))
        .isEqualTo(
            List.of(
                """
                ordered-by-output WARNING: ORDER BY b sorts by the mapped value lower(b), not by the source's column
                HINT: For the source's column: distinct on (…) order by t.b"""));
    assertThat(findings("map b = lower(b) distinct on (a) order by t.b desc")).isEmpty();
  }

  @Test
  void a_foreign_key_wants_its_parents_first() {
    TableSample into = target().references("t_b_fkey", "b", QualifiedName.of("public", "p"), "x");

    assertThat(findings(source(), into, ""))
        .isEqualTo(
            List.of(
                """
                foreign-keys WARNING: every row needs its parent in "public.p" (foreign key "t_b_fkey"); one without stops the copy
                HINT: Copy public.p first, or leave such rows out with where"""));
    assertThat(findings(source(), into, "(a)")).isEmpty();
  }

  @Test
  void parents_in_the_table_itself_come_in_the_same_statement() {
    TableSample into = target().references("t_b_fkey", "b", QualifiedName.of("public", "t"), "a");

    assertThat(findings(source(), into, "").toString())
        .contains(
            "HINT: In one statement their order does not matter; mind that where leaves no parent"
                + " out");
  }

  @Test
  void a_table_that_others_refer_to_cannot_be_emptied() {
    TableSample into = target().referencedBy("o_fkey", QualifiedName.of("sales", "o"), "x", "a");

    assertThat(findings(source(), into, "truncate"))
        .isEqualTo(
            List.of(
                """
                foreign-keys ERROR: "public.t" cannot be emptied: "sales.o" refers to it (SQLSTATE 0A000)
                HINT: Copy without it: truncate off"""));
    assertThat(findings(source(), into, "")).isEmpty();
  }

  private static Trigger trigger(boolean onInsert, boolean onUpdate, boolean onTruncate) {
    return new Trigger(
        new Identifier("stamp"), "…", true, false, true, onInsert, onUpdate, onTruncate, true);
  }

  @Test
  void triggers_that_the_copy_fires_are_told() {
    String wanted =
        """
        rules-and-triggers WARNING: the copy fires a trigger on "public.t": "stamp"
        HINT: See what they do: describe public.t""";

    assertThat(findings(source(), target().with(trigger(true, false, false)), ""))
        .isEqualTo(List.of(wanted));
    assertThat(findings(source(), target().with(trigger(false, true, false)), "")).isEmpty();
    assertThat(
            findings(
                source(),
                target().with(trigger(false, true, false)),
                "on conflict overwrite distinct on (a)"))
        .isEqualTo(List.of(wanted));
    assertThat(findings(source(), target().with(trigger(false, false, true)), "")).isEmpty();
    assertThat(findings(source(), target().with(trigger(false, false, true)), "truncate"))
        .isEqualTo(List.of(wanted));
  }

  @Test
  void a_rule_forbids_on_conflict() {
    TableSample into = target().with(new Rule(new Identifier("log"), "INSERT", "…"));

    assertThat(findings(source(), into, ""))
        .isEqualTo(
            List.of(
                """
                rules-and-triggers ERROR: rule "log" on "public.t" forbids ON CONFLICT (SQLSTATE 0A000)
                HINT: Copy without a conflict rule: on conflict fail"""));
    assertThat(findings(source(), into, "on conflict fail"))
        .isEqualTo(
            List.of(
                """
                rules-and-triggers WARNING: rule "log" rewrites every INSERT on "public.t"
                HINT: See what it does: describe public.t"""));
    assertThat(findings(source(), target().with(new Rule(new Identifier("d"), "DELETE", "…")), ""))
        .isEmpty();
  }

  @Test
  void row_security_is_told_where_it_applies() {
    assertThat(findings(source().rowSecurity(false, true), target().rowSecurity(false, true), ""))
        .isEqualTo(
            List.of(
                """
                row-security WARNING: row security of "public.s" hides rows from role "app_user" on "archive"; they are not copied
                HINT: To copy all: connect as a role with BYPASSRLS, or as the table's owner where row security is not forced.""",
                """
                row-security WARNING: row security of "public.t" on "main" may refuse rows (SQLSTATE 42501) or hide clashes
                HINT: See its policies on the target, and try it: run dry"""));
    assertThat(findings(source().rowSecurity(false, false), target(), "")).isEmpty();
  }

  @Test
  void a_table_is_not_emptied_while_it_is_read() {
    Table table = source().primaryKey("a").table();
    Catalog catalog = CatalogSamples.catalog("main", table);
    CopyPlan emptied =
        PlanSamples.plan(
            CopyParser.parse(Tokens.of("s -> s truncate")),
            catalog,
            new Reading.OfTable(table),
            catalog,
            table);

    assertThat(texts(PlanChecks.check(emptied)))
        .isEqualTo(
            List.of(
                """
                copy-onto-itself ERROR: the copy empties "public.s" and reads it through dblink, which waits for its own lock (SQLSTATE 55P03)
                HINT: Copy without it: truncate off"""));
  }
}
