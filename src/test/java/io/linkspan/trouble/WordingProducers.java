package io.linkspan.trouble;

import static io.linkspan.trouble.ConnectingProducers.both;

import io.linkspan.trouble.Lab.Raised;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes troubles come up in further words of theirs. */
final class WordingProducers {
  private static final String READ = "SELECT * FROM ";

  private final Map<String, Producer> all = new HashMap<>();

  static Map<String, Producer> all() {
    WordingProducers made = new WordingProducers();
    made.rights();
    made.texts();
    made.values();
    made.rows();
    return made.all;
  }

  private void rights() {
    all.put(
        "connection-string-broken",
        lab ->
            lab.byTargetForRoot(
                "SELECT dblink.dblink_connect('c', 'host=127.0.0.1 password=''a')"));
    all.put(
        "table-denied-on-source",
        lab -> {
          lab.rootOnSource(
              "CREATE VIEW public.veiled AS SELECT 1 AS a;"
                  + " CREATE MATERIALIZED VIEW public.stored AS SELECT 1 AS a");
          return both(
              lab.bySource(READ + lab.from("SELECT a FROM veiled", "a int")),
              lab.bySource(READ + lab.from("SELECT a FROM stored", "a int")));
        });
    all.put(
        "table-denied-on-target",
        lab -> {
          lab.root(
              "CREATE TABLE public.behind_veil (a integer);"
                  + " CREATE VIEW public.veiled AS SELECT a FROM public.behind_veil");
          return lab.byTarget("INSERT INTO veiled " + READ + lab.from("SELECT 1", "a int"));
        });
    all.put(
        "row-security-refuses",
        lab -> {
          lab.target()
              .execute(
                  "CREATE TABLE unseen (id integer PRIMARY KEY, v text);"
                      + " INSERT INTO unseen VALUES (-1, 'x');"
                      + " ALTER TABLE unseen ENABLE ROW LEVEL SECURITY;"
                      + " ALTER TABLE unseen FORCE ROW LEVEL SECURITY;"
                      + " CREATE POLICY p ON unseen USING (id > 0) WITH CHECK (true)");
          return lab.byTarget(
              "INSERT INTO unseen "
                  + READ
                  + lab.from("SELECT -1, 'y'", "i integer, v text")
                  + " ON CONFLICT (id) DO UPDATE SET v = excluded.v");
        });
  }

  private void texts() {
    all.put(
        "syntax-error-in-remote-text",
        lab ->
            both(
                lab.bySource(READ + lab.from("SELECT 1 FROM", "a int")),
                lab.bySource(READ + lab.from("SELECT 1 AS \"\"", "a int"))));
    all.put(
        "syntax-error-on-target",
        lab ->
            both(
                lab.byTarget(READ + lab.dblink("SELECT 1") + " AS"),
                lab.byTarget(READ + "dblink.dblink('c', 'SELECT 1) AS t(a int)")));
    all.put(
        "table-unknown-on-source",
        lab -> lab.bySource(READ + lab.from("SELECT x.a FROM pg_class", "a int")));
    all.put(
        "table-unknown-on-target",
        lab -> lab.byTarget("SELECT x.a FROM " + lab.from("SELECT 1", "a int")));
    all.put("column-unknown-on-target", lab -> intoThree(lab, "zz"));
    all.put("column-twice-in-list", lab -> intoThree(lab, "a, a"));
  }

  private static List<Raised> intoThree(Lab lab, String columns) {
    lab.target().execute("CREATE TABLE IF NOT EXISTS three (a integer)");
    return lab.byTarget(
        "INSERT INTO three (" + columns + ") " + READ + lab.from("SELECT 1, 2", "a int, b int"));
  }

  private void values() {
    all.put(
        "text-is-not-of-the-type",
        lab -> lab.byTarget(READ + lab.from("SELECT 'a,b'", "a text[]")));
    all.put(
        "number-out-of-range",
        lab ->
            both(
                lab.byTarget(READ + lab.from("SELECT 12345.678", "a numeric(5,2)")),
                lab.bySource(READ + lab.from("SELECT 2147483647 + 1", "a integer"))));
    all.put(
        "date-out-of-range",
        lab ->
            lab.bySource(
                READ
                    + lab.from(
                        "SELECT timestamp '294276-12-31' + interval '1 year'", "a timestamp")));
    all.put("xml-is-no-document", lab -> lab.byTarget(READ + lab.from("SELECT '<a'", "x xml")));
  }

  private void rows() {
    all.put(
        "identity-always",
        lab -> {
          lab.target()
              .execute(
                  "CREATE TABLE fixed (id integer GENERATED ALWAYS AS IDENTITY, k int PRIMARY KEY)");
          return lab.byTarget(
              "INSERT INTO fixed (k) "
                  + READ
                  + lab.from("SELECT 1", "k int")
                  + " ON CONFLICT (k) DO UPDATE SET id = 5");
        });
    all.put(
        "lock-of-another-session",
        lab -> {
          lab.target().execute("CREATE TABLE held (id integer); INSERT INTO held VALUES (1)");
          return lab.bySource(
              "BEGIN",
              "UPDATE held SET id = 2",
              READ
                  + "dblink.dblink("
                  + lab.itself()
                  + ", 'SELECT id FROM held FOR UPDATE NOWAIT') AS t(id int)");
        });
  }
}
