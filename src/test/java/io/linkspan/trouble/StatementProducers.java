package io.linkspan.trouble;

import static io.linkspan.trouble.ConnectingProducers.both;

import io.linkspan.trouble.Lab.Raised;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the troubles of rights and of statements that are refused. */
final class StatementProducers {
  private static final String INTO = "INSERT INTO %s SELECT * FROM ";

  private final Map<String, Producer> all = new HashMap<>();

  static Map<String, Producer> all() {
    StatementProducers made = new StatementProducers();
    made.extension();
    made.rights();
    made.lists();
    made.texts();
    made.typesAndOperators();
    made.transactions();
    return made.all;
  }

  private void extension() {
    all.put(
        "extension-missing", lab -> lab.byTarget("SELECT * FROM dblink('a', 'b') AS t(a integer)"));
    all.put("extension-not-allowed", lab -> lab.byTarget("CREATE EXTENSION pageinspect"));
    all.put(
        "schema-not-allowed",
        lab -> {
          String name = lab.target().name();
          lab.root("ALTER DATABASE " + name + " OWNER TO postgres");
          try {
            Raised raised = lab.byTarget("CREATE SCHEMA of_its_own").get(0);
            Scene install = Scene.install(Scene.End.of("main"));
            return List.of(new Raised(raised.fields(), install, "target"));
          } finally {
            lab.root("ALTER DATABASE " + name + " OWNER TO app_user");
          }
        });
    all.put(
        "connect-u-denied",
        lab -> lab.byTarget("SELECT dblink.dblink_connect_u('host=127.0.0.1')"));
    all.put(
        "function-denied",
        lab -> {
          lab.root("REVOKE EXECUTE ON FUNCTION dblink.dblink_get_notify() FROM PUBLIC");
          return lab.byTarget("SELECT * FROM dblink.dblink_get_notify()");
        });
  }

  private void rights() {
    all.put(
        "schema-denied-on-source",
        lab -> {
          lab.rootOnSource("CREATE SCHEMA closed; CREATE TABLE closed.t (id integer)");
          return lab.bySource("SELECT * FROM " + lab.from("SELECT id FROM closed.t", "id integer"));
        });
    all.put(
        "schema-denied-on-target",
        lab -> {
          lab.root("CREATE SCHEMA closed; CREATE TABLE closed.t (id integer)");
          return lab.byTarget(INTO.formatted("closed.t") + lab.from("SELECT 1", "id integer"));
        });
    all.put(
        "table-write-denied-on-source",
        lab -> {
          lab.rootOnSource("CREATE TABLE public.kept (id integer)");
          return lab.bySource("SELECT dblink.dblink_exec(" + lab.way() + ", 'DELETE FROM kept')");
        });
    all.put(
        "table-denied-on-source",
        lab -> {
          lab.rootOnSource(
              "CREATE TABLE public.hidden (id integer); CREATE SEQUENCE public.hidden_seq");
          return both(
              lab.bySource("SELECT * FROM " + lab.from("SELECT id FROM hidden", "id integer")),
              lab.bySource(
                  "SELECT * FROM " + lab.from("SELECT last_value FROM hidden_seq", "id bigint")));
        });
    all.put(
        "table-denied-on-target",
        lab -> {
          lab.root("CREATE TABLE public.sealed (id integer)");
          return lab.byTarget(INTO.formatted("sealed") + lab.from("SELECT 1", "id integer"));
        });
    all.put(
        "sequence-denied-on-target",
        lab -> {
          lab.root(
              "CREATE SEQUENCE public.numbers; CREATE TABLE public.numbered"
                  + " (id integer DEFAULT nextval('numbers'), a integer);"
                  + " GRANT INSERT ON public.numbered TO app_user");
          return lab.byTarget(
              "INSERT INTO numbered (a) SELECT * FROM " + lab.from("SELECT 1", "a integer"));
        });
    all.put(
        "row-security-refuses",
        lab -> {
          lab.target()
              .execute(
                  "CREATE TABLE rls (id integer PRIMARY KEY, v text);"
                      + " ALTER TABLE rls ENABLE ROW LEVEL SECURITY;"
                      + " ALTER TABLE rls FORCE ROW LEVEL SECURITY;"
                      + " CREATE POLICY p ON rls USING (id > 0)");
          return lab.byTarget(
              INTO.formatted("rls") + lab.from("SELECT -1, 'x'", "i integer, v text"));
        });
    all.put(
        "right-missing",
        lab -> {
          lab.root("CREATE TABLE public.foreign_table_of_root (id integer)");
          return lab.byTarget("ALTER TABLE foreign_table_of_root ADD a integer");
        });
  }

  private void lists() {
    all.put(
        "column-list-missing",
        lab ->
            both(
                lab.byTarget("SELECT * FROM " + lab.dblink("SELECT 1")),
                lab.byTarget("SELECT * FROM " + lab.dblink("SELECT 1") + " AS t(a)")));
    all.put(
        "column-count-differs",
        lab -> lab.byTarget("SELECT * FROM " + lab.from("SELECT 1, 2", "a integer")));
    all.put(
        "command-in-dblink",
        lab ->
            lab.byTarget("SELECT * FROM " + lab.from("CREATE TABLE by_command ()", "a integer")));
    all.put("record-in-select-list", lab -> lab.byTarget("SELECT " + lab.dblink("SELECT 1")));
    all.put(
        "serial-in-column-list",
        lab -> lab.byTarget("SELECT * FROM " + lab.from("SELECT 1", "id serial")));
    all.put(
        "type-missing-on-target",
        lab -> lab.byTarget("SELECT * FROM " + lab.from("SELECT 'sad'", "m mood")));
    all.put(
        "constraint-in-column-list",
        lab -> lab.byTarget("SELECT * FROM " + lab.from("SELECT 1", "id integer NOT NULL")));
    all.put(
        "pseudo-type-in-column-list",
        lab -> lab.byTarget("SELECT * FROM " + lab.from("SELECT 1", "a anyelement")));
    all.put(
        "column-twice-in-list",
        lab -> lab.byTarget("SELECT * FROM " + lab.from("SELECT 1, 2", "a integer, a integer")));
    all.put(
        "anonymous-composite",
        lab -> lab.byTarget("SELECT * FROM " + lab.from("SELECT ROW(1, 2)", "r record")));
    all.put(
        "insert-columns-differ",
        lab -> {
          lab.target().execute("CREATE TABLE two (a integer, b integer)");
          return both(
              lab.byTarget(
                  "INSERT INTO two (a) SELECT * FROM " + lab.from("SELECT 1, 2", "a int, b int")),
              lab.byTarget(
                  "INSERT INTO two (a, b) SELECT * FROM " + lab.from("SELECT 1", "a int")));
        });
  }

  private void texts() {
    all.put(
        "syntax-error-in-remote-text",
        lab ->
            both(
                lab.bySource("SELECT * FROM " + lab.from("SELECT order FROM x", "a text")),
                lab.bySource("SELECT * FROM " + lab.from("SELECT 'u1", "a text"))));
    all.put(
        "syntax-error-on-target",
        lab ->
            lab.byTarget(
                "SELECT * FROM dblink.dblink('x', 'SELECT 1 WHERE mail = 'u1@x.org'') AS t(a int)"));
    all.put(
        "table-unknown-on-source",
        lab -> lab.bySource("SELECT * FROM " + lab.from("SELECT id FROM nope", "id integer")));
    all.put(
        "column-unknown-on-source",
        lab -> {
          lab.source().execute("CREATE TABLE capitals (\"MixedCase\" text)");
          return lab.bySource(
              "SELECT * FROM " + lab.from("SELECT MixedCase FROM capitals", "a text"));
        });
    all.put(
        "table-unknown-on-target",
        lab -> lab.byTarget(INTO.formatted("nope") + lab.from("SELECT 1", "id integer")));
    all.put(
        "column-unknown-on-target",
        lab -> lab.byTarget("SELECT b FROM " + lab.from("SELECT 1", "a integer")));
    all.put(
        "assignment-impossible",
        lab -> {
          lab.target().execute("CREATE TABLE typed (id integer)");
          return lab.byTarget(INTO.formatted("typed") + lab.from("SELECT 1", "id text"));
        });
  }

  private void typesAndOperators() {
    all.put(
        "equality-missing",
        lab ->
            both(
                lab.byTarget("SELECT DISTINCT * FROM " + lab.from("SELECT '{}'", "j json")),
                lab.bySource("SELECT * FROM " + lab.from("SELECT DISTINCT '{}'::json", "j json"))));
    all.put(
        "ordering-missing",
        lab ->
            both(
                lab.byTarget(
                    "SELECT * FROM " + lab.from("SELECT '(1,2)'", "p point") + " ORDER BY p"),
                lab.bySource(
                    "SELECT * FROM "
                        + lab.from("SELECT point '(1,2)' AS p ORDER BY p", "p point"))));
    all.put(
        "operator-missing",
        lab ->
            both(
                lab.byTarget(
                    "SELECT * FROM " + lab.from("SELECT 1", "a integer") + " WHERE a = 'x'::text"),
                lab.bySource("SELECT * FROM " + lab.from("SELECT no_such(1)", "a integer"))));
  }

  private void transactions() {
    all.put(
        "cursor-missing",
        lab ->
            lab.bySource(
                "SELECT dblink.dblink_connect('c', " + lab.way() + ")",
                "SELECT * FROM dblink.dblink_fetch('c', 'cur', 1) AS t(a integer)"));
    all.put(
        "remote-transaction-aborted",
        lab ->
            lab.bySource(
                "SELECT dblink.dblink_connect('c', " + lab.way() + ")",
                "SELECT dblink.dblink_exec('c', 'BEGIN')",
                "SELECT dblink.dblink_exec('c', 'nonsense', false)",
                "SELECT * FROM dblink.dblink('c', 'SELECT 1') AS t(a integer)"));
    all.put(
        "transaction-aborted",
        lab -> lab.byTarget("BEGIN", Lab.FAILS + "SELECT 1 / 0", "SELECT 1"));
    all.put(
        "write-in-read-only",
        lab -> {
          lab.source().execute("CREATE TABLE guarded (id integer)");
          String source = lab.way("options='-c default_transaction_read_only=on'");
          return lab.bySource(
              "SELECT dblink.dblink_exec(" + source + ", 'INSERT INTO guarded VALUES (1)')");
        });
    all.put(
        "target-is-read-only",
        lab -> {
          lab.target().execute("CREATE TABLE guarded (id integer)");
          return lab.byTarget(
              "SET default_transaction_read_only = on",
              INTO.formatted("guarded") + lab.from("SELECT 1", "id integer"));
        });
  }
}
