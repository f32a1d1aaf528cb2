package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DblinkInsertTest {
  private static final String STATEMENT =
      """
      INSERT INTO crm.Users AS u (username, "E-mail", n)
      OVERRIDING SYSTEM VALUE
      SELECT DISTINCT ON (t.email, lower(t.x)) t.username,  lower( t.email ) AS mail, 1


      FROM public.dblink('host=a password=pw', 'SELECT a FROM b WHERE c = ''x''', true)
        AS t(username text, "Email" character varying(20), x numeric(10, 2)[])
      WHERE t.x > 1 -- it's
      ORDER BY t.email, t.x DESC NULLS LAST
      ON CONFLICT (lower(email)) WHERE active
      DO UPDATE SET username = excluded.username WHERE u.n < excluded.n
      RETURNING id;
      """;

  private static DblinkInsert parsed(String text) {
    return DblinkInsert.parse(text).value().orElseThrow();
  }

  private static DblinkInsert call(String call) {
    return parsed("insert into x select a from " + call + " t(a int)");
  }

  @Test
  void a_statement_is_taken_apart_into_what_was_typed() {
    DblinkInsert insert = parsed(STATEMENT);

    assertThat(insert)
        .isEqualTo(
            new DblinkInsert(
                QualifiedName.of("crm", "users"),
                Optional.of(new Identifier("u")),
                List.of(new Identifier("username"), new Identifier("E-mail"), new Identifier("n")),
                Overriding.SYSTEM_VALUE,
                new Distinctness.On(List.of("t.email", "lower(t.x)")),
                List.of(
                    new SelectItem(
                        "t.username",
                        Optional.empty(),
                        Optional.of(new Identifier("username")),
                        false),
                    new SelectItem(
                        "lower( t.email )",
                        Optional.of(new Identifier("mail")),
                        Optional.of(new Identifier("mail")),
                        false),
                    new SelectItem("1", Optional.empty(), Optional.empty(), false)),
                new DblinkCall(
                    QualifiedName.of("public", "dblink"),
                    Optional.of(
                        new DblinkCall.Argument(
                            "'host=a password=pw'", Optional.of("host=a password=pw"))),
                    new DblinkCall.Argument(
                        "'SELECT a FROM b WHERE c = ''x'''",
                        Optional.of("SELECT a FROM b WHERE c = 'x'")),
                    Optional.of(new DblinkCall.Argument("true", Optional.empty())),
                    Optional.of(new Identifier("t")),
                    List.of(
                        new DblinkCall.ColumnDefinition(new Identifier("username"), "text"),
                        new DblinkCall.ColumnDefinition(
                            new Identifier("Email"), "character varying(20)"),
                        new DblinkCall.ColumnDefinition(new Identifier("x"), "numeric(10, 2)[]"))),
                Optional.empty(),
                Optional.of("t.x > 1"),
                Optional.of("t.email, t.x DESC NULLS LAST"),
                Set.of(QueryFeature.DISTINCT, QueryFeature.ORDER_BY),
                ConflictClause.parse(
                        "(lower(email)) WHERE active DO UPDATE SET username = excluded.username"
                            + " WHERE u.n < excluded.n")
                    .value(),
                Optional.of("id"),
                1,
                List.of(),
                Optional.empty()));
    assertThat(insert.toString()).doesNotContain("password");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "dblink('c', 'select ''a''')                    | select 'a'",
        "dblink('c', E'select \\'a\\' || E\\'\\\\n\\'') | select 'a' || E'\\n'",
        "dblink('c', $q$select 'a'$q$)                  | select 'a'",
        "dblink('c', $$select 'a'$$::text)              | select 'a'",
        "dblink($$select 'a'$$)                         | select 'a'",
        "dblink($$select 'a'$$, false)                  | select 'a'",
        "\"dblink\" /* x */ ('c', 'select ''a''', true) | select 'a'",
      })
  void the_remote_query_is_read_out_of_its_quotes(String call, String query) {
    assertThat(call(call).call().query().value()).contains(query);
    assertThat(call(call).doubt()).isEmpty();
  }

  @Test
  void a_remote_query_that_is_computed_has_no_value() {
    DblinkCall.Argument query = call("dblink('c', 'select ' || x)").call().query();

    assertThat(query.text()).isEqualTo("'select ' || x");
    assertThat(query.value()).isEmpty();
  }

  @Test
  void every_call_of_dblink_is_counted() {
    String text =
        """
        insert into x (a)
        select substring(a from dblink_exec('d')) from dblink('c', 'q') as t(a text collate "C")
        join users u on true, "dblink"('c', 'q') s(b int)
        where a like 'x' escape (select dblink_connect('x')) and exists (select 1 from public.log)
        """;

    DblinkInsert insert = parsed(text);

    assertThat(insert.dblinkCalls()).isEqualTo(4);
    assertThat(insert.otherTables())
        .containsExactlyInAnyOrder(
            QualifiedName.unqualified(new Identifier("users")), QualifiedName.of("public", "log"));
    assertThat(insert.otherFrom().orElseThrow()).startsWith("join users u");
    assertThat(insert.call().columns().get(0).type()).isEqualTo("text collate \"C\"");
    assertThat(insert.doubt()).isPresent();
  }

  @Test
  void a_conflict_clause_may_be_missing_or_do_nothing() {
    assertThat(call("dblink('c', 'q')").conflict()).isEmpty();
    assertThat(
            parsed("insert into x select a from dblink('c','q') t(a int) on conflict do nothing")
                .conflict()
                .orElseThrow()
                .action())
        .isEqualTo(new ConflictAction.Nothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "select 1",
        "insert into x values (1)",
        "insert into x default values",
        "insert into x (select a from dblink('c','q') t(a int))",
        "insert into x (tags[1]) select a from dblink('c','q') t(a int)",
        "insert into x (a.b) select a from dblink('c','q') t(a int)",
        "insert into x (a, ) select a from dblink('c','q') t(a int)",
        "insert into x select a from y",
        "insert into x select 1",
        "insert into x select a from dblink('c','q')",
        "insert into x select a from dblink('c','q') as t",
        "insert into x select a from dblink('c','q') as t(a)",
        "insert into x select a from dblink() as t(a int)",
        "insert into x select a from dblink(1,2,3,4) as t(a int)",
        "insert into x select a from rows from (dblink('c','q') as (a int)) t",
        "with q as (select 1) insert into x select a from dblink('c','q') t(a int)",
        "insert into x select a from dblink('c','q') t(a int) union select 1",
        "insert into x select a from dblink('c','q') t(a int); drop table x",
        "insert into x select a from dblink('c','q') t(a int)) ; garbage",
        "insert into x select a from dblink('c','secret) t(a int)",
        "insert into x select a from dblink('c','q') t(a int) where a where b",
        "insert into x select a from dblink('c','q') t(a int) on conflict (a)",
        "insert into d.s.x select a from dblink('c','q') t(a int)",
      })
  void what_is_no_insert_from_dblink_is_not_parsed(String text) {
    assertThat(DblinkInsert.parse(text).unparsed().orElseThrow().reason())
        .doesNotContain("secret")
        .doesNotContain("garbage");
  }

  @Test
  void the_place_of_a_mistake_is_told() {
    assertThat(
            DblinkInsert.parse("insert into x\n(tags[1]) select a from dblink('q') t(a int)")
                .unparsed())
        .contains(new Unparsed("expected whole column", 2, 6));
  }
}
