package io.linkspan.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.request.RequestText;
import io.linkspan.sql.DblinkInsert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PastedReaderTest {
  static final TypeName TEXT = TypeName.builtin("text");
  static final TypeName INTEGER = TypeName.builtin("int4");

  static DblinkInsert parsed(String sql) {
    return DblinkInsert.parse(sql).value().orElseThrow(() -> new AssertionError(sql));
  }

  static PastedFacts facts(List<TypeName> declared, RemoteOutput... outputs) {
    return new PastedFacts(
        "archive",
        "main",
        Stream.of("id", "username", "email").map(Identifier::new).toList(),
        Optional.of(List.of(outputs)),
        declared.stream().map(Optional::of).toList(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  static RemoteOutput output(String name, TypeName type) {
    return new RemoteOutput(new Identifier(name), type);
  }

  static PastedCopy read(String sql, RemoteOutput... outputs) {
    return PastedReader.read(
        parsed(sql), facts(Stream.of(outputs).map(RemoteOutput::type).toList(), outputs));
  }

  static String request(PastedCopy copy) {
    return RequestText.of(
        copy.request().orElseThrow(() -> new AssertionError(copy.findings().toString())),
        "archive",
        "main");
  }

  static List<String> ids(PastedCopy copy) {
    return copy.findings().stream().map(f -> f.id().text()).toList();
  }

  @Test
  void the_guides_statement_is_a_plan_with_a_map_for_each_expression() {
    PastedCopy copy =
        read(
            """
            INSERT INTO users (username, email, created_at, updated_at)
            SELECT DISTINCT username, lower(email) AS email, NOW() AS created_at, NOW() AS updated_at
            FROM dblink('dbname=user_data_archive user=app_user password=x',
                        'SELECT username, email FROM archived_users')
              AS t(username text, email text)
            ON CONFLICT DO NOTHING;""",
            output("username", TEXT),
            output("email", TEXT));

    assertThat(request(copy))
        .isEqualTo(
            "archive:archived_users -> main:users (username, email, created_at, updated_at)"
                + " map email = lower(email), created_at = NOW(), updated_at = NOW()"
                + " distinct on conflict preserve");
    assertThat(copy.findings()).isEmpty();
  }

  @Test
  void names_of_the_definition_list_mean_the_columns_at_their_places() {
    PastedCopy copy =
        read(
            "INSERT INTO users (username, email) SELECT d.username, upper(email || d.username)"
                + " FROM dblink('archive', 'select email, username from archived_users')"
                + " AS d(username text, email text) WHERE d.email > 'a'",
            output("email", TEXT),
            output("username", TEXT));

    assertThat(request(copy))
        .isEqualTo(
            "archive:archived_users -> main:users (username, email)"
                + " map username = email, email = upper(username || email)"
                + " where username > 'a' on conflict fail");
    assertThat(ids(copy)).containsExactly("columns-swapped", "columns-swapped", "where-moved");
  }

  @Test
  void both_conditions_become_one() {
    PastedCopy copy =
        read(
            "INSERT INTO users (email) SELECT mail FROM dblink('archive',"
                + " 'select a.email from archived_users a where a.active or a.old')"
                + " AS d(mail text) WHERE mail <> '' -- why",
            output("email", TEXT));

    assertThat(request(copy))
        .isEqualTo(
            "archive:archived_users -> main:users (email)"
                + " where (active or old) AND (email <> '') on conflict fail");
  }

  @Test
  void a_query_keeps_its_columns_under_the_names_of_the_list() {
    PastedCopy copy =
        read(
            "INSERT INTO users (username, email) SELECT n, lower(m) FROM dblink('archive',"
                + " 'select username, max(email) from archived_users group by 1;')"
                + " AS d(n text, m text)",
            output("username", TEXT),
            output("max", TEXT));

    assertThat(request(copy))
        .isEqualTo(
            "archive:(SELECT * FROM (select username, max(email) from archived_users group by 1)"
                + " AS q(n, m)) -> main:users (username, email) map username = n, email = lower(m)"
                + " on conflict fail");
  }

  @Test
  void what_the_parser_does_not_know_is_passed_on_under_the_same_names() {
    PastedCopy copy =
        read(
            "INSERT INTO users (username, email) SELECT n OPERATOR(pg_catalog.||) 'x',"
                + " (json_query(m, '$.a' WITH WRAPPER OMIT QUOTES)) FROM dblink('archive',"
                + " 'select username, email from archived_users') AS d(n text, m text)",
            output("username", TEXT),
            output("email", TEXT));

    assertThat(request(copy))
        .contains("username = n OPERATOR(pg_catalog.||) 'x'")
        .contains("email = (json_query(m, '$.a' WITH WRAPPER OMIT QUOTES))")
        .contains("AS q(n, m)");
    assertThat(ids(copy)).contains("not-known-to-parser");
  }

  @Test
  void an_expression_computes_with_the_declared_type() {
    DblinkInsert insert =
        parsed(
            "INSERT INTO users (username) SELECT 'u' || id FROM dblink('archive',"
                + " 'select id from archived_users') AS d(id text)");
    PastedCopy copy = PastedReader.read(insert, facts(List.of(TEXT), output("id", INTEGER)));

    assertThat(request(copy)).contains("map username = 'u' || CAST(id AS text)");
  }

  @Test
  void an_insert_without_a_list_fills_the_first_columns_of_the_table() {
    PastedCopy copy =
        read(
            "INSERT INTO users SELECT * FROM dblink('archive', 'select id, username from a')"
                + " AS t(id int, username text)",
            output("id", INTEGER),
            output("username", TEXT));

    assertThat(request(copy)).contains("main:users (id, username) on conflict fail");
    assertThat(ids(copy)).containsExactly("no-column-list");
  }

  @Test
  void an_update_of_conflicts_keeps_its_text_without_the_tables_alias() {
    PastedCopy copy =
        read(
            "INSERT INTO users AS u (username, email) SELECT username, email FROM dblink('archive',"
                + " 'select username, email from a') AS t(username text, email text) ON CONFLICT"
                + " (lower(username)) WHERE email <> 'u.x' DO UPDATE SET email = excluded.email,"
                + " (a, b) = (1, 2) WHERE u.email < excluded.email",
            output("username", TEXT),
            output("email", TEXT));

    assertThat(request(copy))
        .endsWith(
            "on conflict (lower(username)) WHERE email <> 'u.x' DO UPDATE SET email ="
                + " excluded.email, a = 1, b = 2 WHERE users.email < excluded.email");
  }

  @Test
  void distinct_on_keeps_its_order() {
    PastedCopy copy =
        read(
            "INSERT INTO users (email) SELECT DISTINCT ON (lower(d.m)) d.m FROM dblink('archive',"
                + " 'select email from a') AS d(m text) ORDER BY lower(d.m), d.m DESC NULLS LAST",
            output("email", TEXT));

    assertThat(request(copy))
        .contains("distinct on (lower(email)) order by lower(email), email DESC NULLS LAST");
    assertThat(copy.findings()).isEmpty();
  }

  @Test
  void what_no_plan_has_is_named_with_another_way() {
    String from = " FROM dblink('archive', 'select a, b from t') AS d(a text, b text) ";
    Map<String, String> parts =
        Map.of(
            "SELECT a, max(b)" + from + "GROUP BY a", "GROUP BY or an aggregate",
            "SELECT a, rank() over (order by b)" + from, "a window function",
            "SELECT a, b" + from + "LIMIT 3", "LIMIT, OFFSET or FETCH",
            "SELECT a, b" + from + "JOIN users u ON u.username = a", "a second table in FROM",
            "SELECT a, b" + from + "WHERE a NOT IN (SELECT username FROM users)",
                "a WHERE with a subquery",
            "SELECT a, b" + from + "RETURNING id", "RETURNING");
    parts.forEach(
        (select, part) -> {
          PastedCopy copy =
              read(
                  "INSERT INTO users (username, email) " + select,
                  output("a", TEXT),
                  output("b", TEXT));
          assertThat(copy.request()).isEmpty();
          assertThat(copy.findings().toString()).contains("the statement has " + part);
        });
  }

  @Test
  void a_remote_text_that_is_no_read_is_refused() {
    for (String remote :
        List.of(
            "delete from t returning a",
            "select 1; select 2",
            "set role x; select a from t",
            "with x as (insert into t values (1) returning a) select a from x",
            "commit; select 1",
            "")) {
      PastedCopy copy =
          read(
              "INSERT INTO users (username) SELECT a FROM dblink('archive', $q$"
                  + remote
                  + "$q$) AS d(a text)",
              output("a", TEXT));
      assertThat(copy.request()).as(remote).isEmpty();
      assertThat(ids(copy)).as(remote).containsExactly("remote-not-a-read");
    }
    assertThat(
            ids(
                read(
                    "INSERT INTO users (username) SELECT a FROM dblink('archive', 'copy t to"
                        + " stdout') AS d(a text)",
                    output("a", TEXT))))
        .containsExactly("copy-through-dblink");
  }

  @Test
  void arguments_that_hide_errors_or_rows_are_found() {
    assertThat(
            ids(
                read(
                    "INSERT INTO users (username) SELECT a FROM dblink('archive', 'select a from"
                        + " t', false) AS d(a text)",
                    output("a", TEXT))))
        .containsExactly("errors-hidden");
    assertThat(
            ids(
                read(
                    "INSERT INTO users (username) SELECT a FROM dblink(NULL, 'select a from t')"
                        + " AS d(a text)",
                    output("a", TEXT))))
        .containsExactly("null-argument");
    assertThat(
            ids(
                read(
                    "INSERT INTO users (username) SELECT a FROM dblink('archive', 'select ' || 'a')"
                        + " AS d(a text)",
                    output("a", TEXT))))
        .containsExactly("remote-not-constant");
  }

  @Test
  void a_number_of_columns_that_differs_is_the_servers_error_before_it_comes() {
    PastedCopy copy =
        read(
            "INSERT INTO users (username) SELECT a FROM dblink('archive', 'select a, b from t')"
                + " AS d(a text)",
            output("a", TEXT),
            output("b", TEXT));

    assertThat(copy.request()).isEmpty();
    assertThat(copy.findings().get(0).fields().sqlState().orElseThrow().code()).isEqualTo("42804");
    PastedCopy values =
        read(
            "INSERT INTO users (username, email) SELECT a FROM dblink('archive', 'select a from"
                + " t') AS d(a text)",
            output("a", TEXT));
    assertThat(values.findings().get(0).fields().sqlState().orElseThrow().code())
        .isEqualTo("42601");
  }

  @Test
  void an_expression_that_the_plan_chose_itself_is_not_asked_for() {
    DblinkInsert insert =
        parsed(
            "INSERT INTO users (username) SELECT price::numeric AS username FROM dblink('l',"
                + " 'SELECT price::text AS price FROM t') AS t(price text)");
    PastedFacts plain = facts(List.of(TEXT), output("price", TEXT));
    PastedFacts known =
        new PastedFacts(
            "archive",
            "main",
            plain.targetColumns(),
            plain.outputs(),
            plain.declared(),
            Map.of("price::text", new Identifier("price")),
            Map.of(new Identifier("username"), "price::numeric"),
            Map.of());

    assertThat(request(PastedReader.read(insert, known)))
        .isEqualTo("archive:t -> main:users (username) on conflict fail");
    assertThat(request(PastedReader.read(insert, plain)))
        .isEqualTo(
            "archive:(SELECT price::text AS price FROM t) -> main:users (username)"
                + " map username = price::numeric on conflict fail");
  }
}
