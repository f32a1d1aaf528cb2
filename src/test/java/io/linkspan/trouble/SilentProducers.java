package io.linkspan.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.trouble.Lab.Raised;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what goes wrong without an error. */
final class SilentProducers {
  private final Map<String, Producer> all = new HashMap<>();

  static Map<String, Producer> all() {
    SilentProducers made = new SilentProducers();
    made.values();
    made.rows();
    made.keys();
    made.dblink();
    made.attacks();
    return made.all;
  }

  private void values() {
    all.put(
        "columns-swapped",
        lab ->
            lab.silent(
                "SELECT id, name FROM "
                    + lab.from("SELECT 'n' AS name, 7 AS id", "id text, name text"),
                "n|7"));
    all.put(
        "time-zone-dropped",
        lab ->
            lab.silent(
                "SELECT * FROM " + lab.from("SELECT '2024-05-01 12:00:00+02'", "v timestamp"),
                "2024-05-01 12:00:00"));
    all.put(
        "decimals-rounded",
        lab -> lab.silent("SELECT * FROM " + lab.from("SELECT 1.239", "v numeric(5,2)"), "1.24"));
    all.put(
        "digits-lost",
        lab ->
            lab.silent(
                "SELECT v = 0.1::float8 + 0.2::float8 FROM "
                    + set(
                        lab,
                        "extra_float_digits=0",
                        "SELECT 0.1::float8 + 0.2::float8",
                        "v float8"),
                "f"));
    all.put(
        "dates-misread",
        lab ->
            lab.silent(
                nested(
                    lab,
                    "SELECT v::date FROM "
                        + set(lab, "DateStyle=SQL,DMY", "SELECT date '2024-02-03'", "v text")),
                "2024-03-02"));
    all.put(
        "time-zones-misread",
        lab ->
            lab.silent(
                nested(
                    lab,
                    "SELECT v = timestamptz '2024-06-01 12:00:00+05:30' FROM "
                        + set(
                            lab,
                            "DateStyle=SQL -c TimeZone=Asia/Kolkata",
                            "SELECT timestamptz ''2024-06-01 12:00:00+05:30''",
                            "v timestamptz")),
                "f"));
    all.put(
        "json-keys-dropped",
        lab ->
            lab.silent(
                "SELECT * FROM " + lab.from("SELECT '{\"a\":1,\"a\":2}'::json", "v jsonb"),
                "{\"a\": 2}"));
  }

  /** libpq reads it instead of the driver, which on 13 gives up at a DateStyle that is not ISO. */
  private static String nested(Lab lab, String query) {
    return "SELECT * FROM dblink.dblink("
        + lab.itself()
        + ", $nest$"
        + query
        + "$nest$) AS t(v text)";
  }

  /** A read through a connection that sets something; the remote text is in single quotes. */
  private static String set(Lab lab, String setting, String remote, String columns) {
    return "dblink.dblink(%s, '%s') AS t(%s)"
        .formatted(
            lab.way("options='-c " + setting + "'"),
            remote.contains("''") ? remote : remote.replace("'", "''"),
            columns);
  }

  private void rows() {
    all.put(
        "skipped-rows",
        lab -> {
          lab.target().execute("CREATE TABLE skips (id integer PRIMARY KEY, mail text UNIQUE)");
          insert(lab, "skips", "VALUES (1, 'a'), (2, 'a'), (1, 'b')", "id int, mail text");
          return lab.silent("SELECT id, mail FROM skips", "1|a");
        });
    all.put(
        "rows-doubled",
        lab -> {
          lab.target().execute("CREATE TABLE keyless (id integer)");
          insert(lab, "keyless", "VALUES (1), (2)", "id int");
          insert(lab, "keyless", "VALUES (1), (2)", "id int");
          return lab.silent("SELECT count(*) FROM keyless", "4");
        });
    all.put(
        "rows-hidden-by-row-security",
        lab -> {
          lab.source()
              .execute(
                  "CREATE TABLE secret (id integer); INSERT INTO secret VALUES (1), (-1);"
                      + " ALTER TABLE secret ENABLE ROW LEVEL SECURITY;"
                      + " ALTER TABLE secret FORCE ROW LEVEL SECURITY;"
                      + " CREATE POLICY p ON secret USING (id > 0)");
          assertThat(Jdbc.query(lab.source().superuser(), "SELECT count(*) FROM secret"))
              .containsExactly("2");
          return lab.silent("SELECT * FROM " + lab.from("SELECT id FROM secret", "id int"), "1");
        });
    all.put(
        "trigger-drops-rows",
        lab -> {
          lab.target()
              .execute(
                  "CREATE TABLE sieve (id integer);"
                      + " CREATE FUNCTION no_row() RETURNS trigger LANGUAGE plpgsql AS"
                      + " 'BEGIN RETURN NULL; END';"
                      + " CREATE TRIGGER t BEFORE INSERT ON sieve"
                      + " FOR EACH ROW EXECUTE FUNCTION no_row()");
          insert(lab, "sieve", "VALUES (1), (2)", "id int");
          return lab.silent("SELECT count(*) FROM sieve", "0");
        });
  }

  private static void insert(Lab lab, String table, String remote, String columns) {
    lab.target()
        .execute(
            "INSERT INTO %s SELECT * FROM %s ON CONFLICT DO NOTHING"
                .formatted(table, lab.from(remote, columns)));
  }

  private void keys() {
    all.put(
        "null-keys-pile-up",
        lab -> {
          lab.target().execute("CREATE TABLE nulls (id integer UNIQUE)");
          insert(lab, "nulls", "SELECT NULL", "id int");
          insert(lab, "nulls", "SELECT NULL", "id int");
          return lab.silent("SELECT count(*) FROM nulls", "2");
        });
    all.put(
        "last-of-equal-keys-wins",
        lab -> {
          lab.target().execute("CREATE TABLE lasts (id integer PRIMARY KEY, v text)");
          for (String value : List.of("x", "y")) {
            lab.target()
                .execute(
                    "INSERT INTO lasts SELECT * FROM "
                        + lab.from("SELECT 1, '" + value + "'", "id int, v text")
                        + " ON CONFLICT (id) DO UPDATE SET v = excluded.v");
          }
          return lab.silent("SELECT id, v FROM lasts", "1|y");
        });
    all.put(
        "sequence-left-behind",
        lab -> {
          lab.target().execute("CREATE TABLE behind (id serial PRIMARY KEY, v text)");
          insert(lab, "behind", "SELECT 1, 'x'", "id int, v text");
          List<Raised> later = lab.byTarget("INSERT INTO behind (v) VALUES ('app')");
          assertThat(later.get(0).fields().sqlState().orElseThrow().code()).isEqualTo("23505");
          return List.of();
        });
    all.put(
        "numbers-burnt",
        lab -> {
          lab.target()
              .execute(
                  "CREATE TABLE burnt (id serial, k integer PRIMARY KEY);"
                      + " INSERT INTO burnt (k) VALUES (1)");
          lab.target()
              .execute(
                  "INSERT INTO burnt (k) SELECT * FROM "
                      + lab.from("SELECT 1 FROM generate_series(1, 10)", "k int")
                      + " ON CONFLICT DO NOTHING");
          return lab.silent("SELECT nextval('burnt_id_seq')", "12");
        });
    all.put(
        "children-escape-the-key",
        lab -> {
          lab.target()
              .execute(
                  "CREATE TABLE parent (id integer PRIMARY KEY);"
                      + " CREATE TABLE child () INHERITS (parent); INSERT INTO child VALUES (1)");
          insert(lab, "parent", "SELECT 1", "id int");
          return lab.silent("SELECT count(*) FROM parent", "2");
        });
  }

  private void dblink() {
    all.put(
        "rows-lost-without-fail-on-error",
        lab ->
            lab.silent(
                "SELECT count(*) FROM dblink.dblink("
                    + lab.way()
                    + ", 'SELECT i, 1 / (500 - i) FROM generate_series(1, 1000) AS i', false)"
                    + " AS t(i integer, q integer)",
                "499"));
    all.put(
        "null-for-an-argument",
        lab -> lab.silent("SELECT count(*) FROM dblink.dblink(NULL) AS t(a integer)", "0"));
    all.put(
        "last-result-only",
        lab -> lab.silent("SELECT * FROM " + lab.from("SELECT 1; SELECT 2", "a integer"), "2"));
    all.put(
        "writes-through-dblink",
        lab -> {
          lab.source().execute("CREATE TABLE written (id integer)");
          lab.silent(
              "SELECT * FROM " + lab.from("INSERT INTO written VALUES (1)", "a text"),
              "INSERT 0 1");
          assertThat(lab.source().query("SELECT count(*) FROM written")).containsExactly("1");
          return List.of();
        });
    all.put(
        "read-only-undone",
        lab -> {
          lab.source().execute("CREATE TABLE unlocked (id integer)");
          String text =
              "SET TRANSACTION READ WRITE; INSERT INTO unlocked VALUES (1) RETURNING ''x''";
          lab.silent(
              "SELECT * FROM dblink.dblink("
                  + lab.way("options='-c default_transaction_read_only=on'")
                  + ", '"
                  + text
                  + "') AS t(a text)",
              "x");
          assertThat(lab.source().query("SELECT count(*) FROM unlocked")).containsExactly("1");
          return List.of();
        });
    all.put("copy-spins-for-ever", SilentProducers::refusedCopy);
  }

  /** Nobody starts the loop: it is shown that linkspan never sends such a text. */
  private static List<Raised> refusedCopy(Lab lab) {
    lab.target().execute("CREATE TABLE spun (id integer)");
    String refusal =
        lab.shell().refusal("plan copy (COPY (SELECT 1) TO STDOUT) -> spun").fields().message();
    assertThat(refusal).isNotEmpty();
    return List.of();
  }

  private void attacks() {
    all.put(
        "server-captures-connection-string",
        lab -> {
          String conninfo = lab.source().conninfo() + " application_name=" + "x".repeat(70);
          String server = new Identifier(conninfo.substring(0, 63)).quoted();
          lab.root(
              "CREATE SERVER "
                  + server
                  + " FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host '127.0.0.1', port '"
                  + lab.target().server().portForServers()
                  + "', dbname '"
                  + lab.target().name()
                  + "'); CREATE USER MAPPING FOR PUBLIC SERVER "
                  + server
                  + " OPTIONS (user 'app_user', password "
                  + Literal.quoted(lab.target().access().login().password())
                  + "); GRANT USAGE ON FOREIGN SERVER "
                  + server
                  + " TO PUBLIC");
          try {
            return lab.silent(
                "SELECT * FROM dblink.dblink("
                    + Literal.quoted(conninfo)
                    + ", 'SELECT current_database()') AS t(name text)",
                lab.target().name());
          } finally {
            lab.root("DROP SERVER " + server + " CASCADE");
          }
        });
    all.put(
        "function-planted",
        lab -> {
          lab.root(
              "CREATE SCHEMA planted; CREATE FUNCTION planted.dblink_connect(text) RETURNS text"
                  + " LANGUAGE sql AS 'SELECT ''stolen: '' || $1';"
                  + " GRANT USAGE ON SCHEMA planted TO PUBLIC;"
                  + " ALTER DATABASE "
                  + lab.target().name()
                  + " SET search_path = planted, dblink, public");
          try {
            return lab.silent("SELECT dblink_connect('password=p')", "stolen: password=p");
          } finally {
            lab.root("ALTER DATABASE " + lab.target().name() + " RESET search_path");
          }
        });
    all.put(
        "password-in-log",
        lab -> {
          lab.byTarget(
              "SELECT dblink.dblink_exec(" + lab.way("application_name=told") + ", 'SELECT 1')");
          Await.until("the log has it", () -> lab.server().log().contains("application_name=told"));
          assertThat(lab.server().log()).contains("password=''s3cr");
          return List.of();
        });
  }
}
