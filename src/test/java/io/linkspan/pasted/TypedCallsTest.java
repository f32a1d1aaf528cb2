package io.linkspan.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.check.Finding;
import io.linkspan.connection.TypedLinks;
import io.linkspan.pasted.Passage.AsTyped;
import io.linkspan.pasted.Passage.Connect;
import io.linkspan.pasted.Passage.Refused;
import io.linkspan.pasted.Passage.Through;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedCallsTest {
  static final TypedCalls.Secrets SECRETS =
      new TypedCalls.Secrets() {
        @Override
        public boolean surely(String text) {
          return TypedLinks.holdsSecret(text);
        }

        @Override
        public boolean maybe(String text) {
          return TypedLinks.mayHoldSecret(text);
        }
      };

  static final Predicate<Identifier> HOME = schema -> !schema.name().equals("other");

  private static Passage passage(String sql) {
    return TypedCalls.of(sql, SECRETS, HOME, false);
  }

  private static List<String> ids(Passage passage) {
    List<Finding> findings =
        passage instanceof Through through ? through.findings() : ((AsTyped) passage).findings();
    return findings.stream().map(f -> f.id().text()).toList();
  }

  @Test
  void a_connection_string_in_a_query_is_replaced_by_a_name() {
    Passage passage =
        passage(
            "SELECT * FROM ext.dblink('host=a password=pw'::text, 'SELECT ''x'' -- '';''') AS t(a"
                + " text), dblink( /* here */ 'host=a password=pw', $q$SELECT 2$q$) u(b int),"
                + " dblink('postgresql://u:pw@h/d', 'SELECT 3') v(c int)");

    assertThat(passage).isInstanceOf(Through.class);
    assertThat(((Through) passage).sql())
        .isEqualTo(
            "SELECT * FROM ext.dblink('linkspan_typed_1', 'SELECT ''x'' -- '';''') AS t(a text),"
                + " dblink( /* here */ 'linkspan_typed_1', $q$SELECT 2$q$) u(b int),"
                + " dblink('linkspan_typed_2', 'SELECT 3') v(c int)");
    assertThat(((Through) passage).links())
        .isEqualTo(
            Map.of(
                "linkspan_typed_1", "host=a password=pw",
                "linkspan_typed_2", "postgresql://u:pw@h/d"));
    assertThat(passage.toString()).doesNotContain("pw");
    assertThat(ids(passage)).containsExactly("password-in-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN ANALYZE SELECT * FROM dblink(E'password=pw', 'SELECT 1') t(a int)",
        "WITH x AS (SELECT 1) SELECT dblink_exec($$password=pw$$, 'DELETE FROM t') FROM x",
        "UPDATE t SET a = b FROM dblink('password=pw', 'SELECT 1') AS t(b int)",
        "CREATE TEMP TABLE c AS SELECT * FROM dblink('password=pw', 'SELECT 1') t(a int)",
        "CREATE UNLOGGED TABLE IF NOT EXISTS s.c (a) WITH (fillfactor=70) AS SELECT * FROM"
            + " dblink('password=pw', 'SELECT 1') t(a int)",
        "(SELECT * FROM dblink('password=pw', 'SELECT 1') t(a int))",
        "SELECT * FROM dblink(U&'passwor\\0064=pw', 'SELECT 1') t(a int)",
        "SELECT * FROM U&\"d\\0062link\"('password=pw', 'SELECT 1') t(a int)",
        "SELECT * FROM dblink('passfile=x sslpassword=pw', 'SELECT 1') t(a int)",
        "SELECT * FROM dblink('postgres://h/d?passwor%64=pw', 'SELECT 1') t(a int)",
        "MERGE INTO t USING dblink('password=pw', 'SELECT 1') AS s(a int) ON true WHEN MATCHED"
            + " THEN DELETE",
        "SELECT JSON_TABLE('[1]', '$' COLUMNS (a int)) FROM dblink('password=pw', 'x') t(a int)"
            + " GROUP BY ALL"
      })
  void statements_that_run_at_once_go_without_their_password(String sql) {
    Passage passage = passage(sql);

    assertThat(passage).isInstanceOf(Through.class);
    assertThat(((Through) passage).sql()).contains("'linkspan_typed_1'").doesNotContain("pw");
  }

  @Test
  void dblink_connect_alone_is_a_call() {
    assertThat(passage("select public . dblink_connect ( 'c', 'password=pw' ) as done"))
        .isEqualTo(new Connect("dblink_connect", Optional.of("c"), "password=pw"));
    assertThat(passage("SELECT dblink_connect_u('password=pw')"))
        .isEqualTo(new Connect("dblink_connect_u", Optional.empty(), "password=pw"));
    assertThat(passage("SELECT dblink_connect_u('password=pw')").toString()).doesNotContain("pw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT dblink_connect('c', 'password=pw'), 1",
        "SELECT dblink_connect('c' || 'd', 'password=pw')",
        "SELECT dblink_connect('c', 'password=pw') FROM t",
        "SELECT upper(dblink_connect('c', 'password=pw'))",
        "SELECT 1 + dblink_connect('c', 'password=pw')",
        "SELECT dblink_connect('c', 'dbname=x password=' || 'pw')",
        "SELECT * FROM dblink(format('dbname=x password=%s', 'pw'), 'SELECT 1') t(a int)",
        "SELECT * FROM dblink(concat('postgresql://u:', 'pw', '@h/d'), 'SELECT 1') t(a int)",
        "DO $$ BEGIN PERFORM dblink_connect('password=pw'); END $$",
        "DO $$ BEGIN EXECUTE 'SELECT dblink_connect(''password=pw'')'; END $$",
        "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT dblink_connect(''password=pw'')'",
        "CREATE FUNCTION f() RETURNS text BEGIN ATOMIC SELECT dblink_connect('password=pw'); END",
        "CREATE VIEW v AS SELECT * FROM dblink('password=pw', 'SELECT 1') t(a int)",
        "CREATE MATERIALIZED VIEW v AS SELECT * FROM dblink('password=pw', 'SELECT 1') t(a int)",
        "PREPARE p AS SELECT * FROM dblink('password=pw', 'SELECT 1') t(a int)",
        "DECLARE c CURSOR FOR SELECT * FROM dblink('password=pw', 'SELECT 1') t(a int)",
        "SELECT * FROM dblink('c', 'SELECT * FROM dblink(''password=pw'', ''x'') t(a int)') t(a"
            + " int)",
        "SELECT * FROM dblink('c', 'SELECT * FROM f(''dbname=x password=pw'')') t(a int)",
        "SELECT other.dblink_connect('n', 'password=pw')",
        "SELECT * FROM other.dblink('dbname=x password=' || 'pw', 'SELECT 1') t(a int)",
        "INSERT INTO u SELECT t.a FROM dblink('host=a password=one', 'SELECT a FROM"
            + " dblink(''host=b password=pw'', ''x'') AS z(a int)') AS t(a int)",
        "CREATE TABLE t (a text DEFAULT dblink_exec('password=pw', 'SELECT 1'))",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE"
            + " format('SELECT dblink_connect(%L)', 'host=h password=' || 'pw'); END $$",
        "WITH c AS (SELECT 'dbname=x password=pw' AS s) SELECT * FROM c, dblink(s, 'SELECT 1')"
            + " t(a int)"
      })
  void a_password_that_cannot_be_taken_out_is_not_sent(String sql) {
    Passage passage = passage(sql);

    assertThat(passage).isInstanceOf(Refused.class);
    assertThat(((Refused) passage).why().toString()).doesNotContain("pw");
    assertThat(((Refused) passage).why().hint()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT * FROM dblink('c', 'SELECT 1') t(a int)",
        "SELECT * FROM dblink('dbname=x user=y', 'SELECT 1') t(a int)",
        "SELECT * FROM dblink('c', 'SELECT 1', true) t(a int)",
        "SELECT dblink_disconnect('c'), dblink_get_connections()",
        "SELECT * FROM dblink('c', 'SELECT * FROM t WHERE note = ''password=''') t(a int)",
        "INSERT INTO notes VALUES ('dbname=x password=y')",
        "INSERT INTO dblink_log (a, b) VALUES ('x', 'y')",
        "SELECT dblink_exec('c', 'DELETE FROM t')",
        "SELECT * FROM dblink('c', 'COPY t TO ''/tmp/x''') t(a text) -- password=x",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE users SET email ="
            + " 'x' WHERE password = 'y'; PERFORM dblink.dblink_get_connections(); END $$",
        "DO $$ BEGIN EXECUTE 'UPDATE users SET password = 1'; PERFORM dblink_disconnect('c'); END"
            + " $$",
        "SELECT other.dblink_connect('n', 'dbname=x')",
        "CREATE TABLE t (a text DEFAULT dblink_exec('c', 'SELECT 1'))",
        "SELECT 'it''s' || $a$ dblink('password=$a$",
        "CREATE ROLE x PASSWORD 'y'",
        "SELECT dblink('c'",
        "MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE"
      })
  void what_holds_no_password_is_sent_as_it_was_typed(String sql) {
    assertThat(passage(sql)).isInstanceOf(AsTyped.class);
  }

  @Test
  void calls_that_lose_something_in_silence_are_told_of() {
    assertThat(ids(passage("SELECT * FROM dblink('c', 'SELECT 1', false) t(a int)")))
        .containsExactly("errors-hidden");
    assertThat(ids(passage("SELECT * FROM dblink('SELECT 1', FALSE) t(a int)")))
        .containsExactly("errors-hidden");
    assertThat(ids(passage("SELECT * FROM dblink(NULL::text, 'SELECT 1') t(a int)")))
        .containsExactly("null-argument");
    assertThat(ids(passage("SELECT * FROM dblink('c', 'SELECT 1; SELECT 2') t(a int)")))
        .containsExactly("several-remote-statements");
    assertThat(ids(passage("SELECT * FROM dblink('c', 'DELETE FROM t RETURNING a') t(a int)")))
        .containsExactly("remote-write");
    assertThat(ids(passage("CREATE USER MAPPING FOR x SERVER s OPTIONS (user 'u', password 'p')")))
        .containsExactly("password-in-text");
    Passage within = TypedCalls.of("SELECT dblink_exec('c', 'DELETE FROM t')", SECRETS, HOME, true);
    assertThat(ids(within)).containsExactly("remote-write");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy t to stdout",
        "COPY (SELECT 1) TO STDOUT WITH CSV",
        "SELECT 1; copy t from stdin",
        "/* x */ copy t (a) from stdin"
      })
  void copy_through_dblink_is_not_sent(String remote) {
    assertThat(passage("SELECT * FROM dblink('c', $q$" + remote + "$q$) t(a text)"))
        .isEqualTo(new Refused(CopyThroughDblink.finding().fields()));
  }
}
