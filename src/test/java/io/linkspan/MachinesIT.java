package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.linkspan.command.CopyShell;
import io.linkspan.testing.Await;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The whole process as other programs start and read it. */
final class MachinesIT {
  @TempDir private Path home;
  private TestDatabase source;
  private TestDatabase target;

  private record Ended(int code, String output, String errors) {
    List<JsonObject> events() {
      return output.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    List<String> names() {
      return events().stream().map(event -> event.get("event").getAsString()).toList();
    }

    JsonObject event(String name) {
      return events().stream()
          .filter(event -> event.get("event").getAsString().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.linkspan.Main"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    return builder
        .redirectInput(new java.io.File("/dev/null"))
        .redirectOutput(home.resolve("out").toFile())
        .redirectError(home.resolve("err").toFile())
        .start();
  }

  private Ended ended(Process process) throws Exception {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(home.resolve("out")),
        Files.readString(home.resolve("err")));
  }

  private Ended linkspan(String... arguments) throws Exception {
    return ended(start(arguments));
  }

  private Path script(TestDatabases databases, String text) throws IOException {
    source = databases.create();
    target = databases.create();
    source.execute(
        "CREATE TABLE users (id integer PRIMARY KEY, name text);"
            + "INSERT INTO users SELECT i, 'u' || i FROM generate_series(1, 10) AS i;"
            + "CREATE VIEW slow AS SELECT id, name FROM users, pg_sleep(60)");
    target.execute(
        "CREATE TABLE users (id integer PRIMARY KEY, name text); INSERT INTO users VALUES (1, 'x')");
    String connections =
        "connect archive %s as source\nconnect main %s as target\n"
            .formatted(CopyShell.conninfo(source.access()), CopyShell.conninfo(target.access()));
    return Files.writeString(home.resolve("copy.lks"), connections + text);
  }

  private void assertNoSecret(String text) {
    assertThat(text).doesNotContain(source.access().login().password());
  }

  @OnEachMajor
  void a_script_is_a_stream_of_events_and_nothing_else(TestDatabases databases) throws Exception {
    Path script =
        script(
            databases,
            """
            ping
            plan copy users -> users
            run
            \\! echo not an event
            select id, name from users where id < 3 order by id;
            select 1 \\g |cat
            select nothing;
            """);

    Ended ended = linkspan("--format", "json", script.toString());

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.names())
        .containsSubsequence(
            "start", "input", "text", "done", "ping", "plan", "receipt", "columns", "row", "row",
            "result", "error", "done", "end");
    assertThat(ended.event("receipt").get("inserted").getAsLong()).isEqualTo(9);
    assertThat(ended.event("receipt").get("skipped_by").toString())
        .isEqualTo("[{\"key\":\"users_pkey\",\"clash\":\"either\",\"rows\":1}]");
    assertThat(ended.event("row").get("values").toString()).isEqualTo("[1,\"x\"]");
    assertThat(ended.event("error").get("sqlstate").getAsString()).isEqualTo("42703");
    assertThat(ended.event("error").get("connection").getAsString()).isEqualTo("main");
    assertThat(ended.event("error").get("line").getAsInt()).isEqualTo(9);
    assertThat(ended.event("end").get("exit_code").getAsInt()).isEqualTo(4);
    assertThat(ended.errors()).contains("not an event").contains("ERROR:  column \"nothing\"");
    assertNoSecret(ended.output() + ended.errors());
  }

  @OnEachMajor
  void a_script_that_is_ended_by_a_signal_leaves_its_report(TestDatabases databases)
      throws Exception {
    Path script =
        script(databases, "plan copy users -> users\nrun\n@archive select id from slow;\n");
    Path report = Files.writeString(home.resolve("report.xml"), "<?xml of yesterday");

    Process process = start("--format=json", "--junit", report.toString(), script.toString());
    Await.until(
        "the source sleeps",
        () ->
            source
                .query("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .equals(List.of("1")));
    process.destroy();
    Ended ended = ended(process);

    assertThat(ended.code()).isEqualTo(143);
    assertThat(ended.names()).endsWith("error", "done", "end");
    assertThat(ended.event("end").get("interrupted").getAsBoolean()).isTrue();
    Element suite =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testsuite")
                .item(0);
    assertThat(
            List.of(
                suite.getAttribute("name"),
                suite.getAttribute("tests"),
                suite.getAttribute("failures"),
                suite.getAttribute("errors")))
        .isEqualTo(List.of(script.toString(), "2", "0", "1"));
    assertNoSecret(Files.readString(report) + ended.output() + ended.errors());
  }

  @OnEachMajor
  void a_report_of_an_expectation_that_failed_has_its_message(TestDatabases databases)
      throws Exception {
    Path script =
        script(databases, "plan copy users -> users\nrun dry\nexpect inserted = 10\nverify\n");
    Path report = home.resolve("report.xml");

    Ended ended = linkspan("--junit", report.toString(), script.toString());

    assertThat(ended.code()).isEqualTo(5);
    assertThat(Files.readString(report))
        .contains("tests=\"2\" failures=\"1\" errors=\"0\"")
        .contains("<failure message=\"expected inserted = 10, found 9\" type=\"difference\">")
        .contains("dry run of archive:public.users -&gt; main:public.users");
    assertNoSecret(Files.readString(report));
  }

  @OnEachMajor
  void a_report_that_cannot_be_written_is_told_before_anything_is_done(TestDatabases databases)
      throws Exception {
    Ended ended = linkspan("--junit", home.resolve("no/report.xml").toString(), "-c", "say x");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors()).startsWith("ERROR:  could not write file ");
  }

  @OnEachMajor
  void a_script_that_is_checked_tells_the_mistakes_of_all_lines_and_changes_nothing(
      TestDatabases databases) throws Exception {
    Path script =
        script(
            databases,
            """
            plan copy users -> users
            map name = uper(name)
            run
            map name = upper(name)
            run
            expect insertd = 1
            expect inserted = 1 -- 0 as yet
            expect (select pg_catalog.count(*) from users where id < 0) = 7
            select * from nowhere;
            create table made (id integer);
            insert into made values (1);
            delete from users;
            nonsense
            \\! touch %s
            undo
            """
                .formatted(home.resolve("made")));

    Ended ended = linkspan("check", script.toString());

    assertThat(ended.errors().lines().filter(line -> line.contains("ERROR: ")).toList())
        .isEqualTo(
            List.of(
                script
                    + ":5: ERROR:   target \"main\" refuses the statement: function uper(text) does not exist",
                script + ":8: ERROR:  a receipt has no field \"insertd\"",
                script
                    + ":11: ERROR:  \"main\" refuses the statement: relation \"nowhere\" does not exist",
                script + ":15: ERROR:  unknown command \"nonsense\""));
    assertThat(ended.errors()).endsWith("17 inputs checked, 4 mistakes\n");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).isEmpty();
    assertThat(target.query("SELECT id || name FROM users")).isEqualTo(List.of("1x"));
    assertThat(target.query("SELECT pg_catalog.to_regclass('made') IS NULL"))
        .isEqualTo(List.of("t"));
    assertThat(target.query("SELECT pg_catalog.to_regnamespace('linkspan') IS NULL"))
        .isEqualTo(List.of("t"));
    assertThat(home.resolve("made")).doesNotExist();
  }

  @OnEachMajor
  void a_script_without_a_mistake_is_told_so(TestDatabases databases) throws Exception {
    Path script = script(databases, "plan copy users -> users\nrun\nexpect inserted = 9\n");

    Ended ended = linkspan("check", script.toString());

    assertThat(ended).isEqualTo(new Ended(0, "", "5 inputs checked, nothing found wrong\n"));
    assertThat(target.query("SELECT count(*) FROM users")).isEqualTo(List.of("1"));
  }

  @OnEachMajor
  void a_plan_for_a_table_that_the_script_itself_makes_is_no_mistake(TestDatabases databases)
      throws Exception {
    Path script =
        script(
            databases,
            """
            create table made (id integer, name text);
            plan copy users -> made
            where id > 0
            run
            expect inserted = 1
            """);

    Ended ended = linkspan("check", script.toString());

    assertThat(ended.errors())
        .contains("NOTE:   not checked, for a statement before it was left out")
        .endsWith("7 inputs checked, nothing found wrong\n");
    assertThat(ended.code()).isZero();
  }

  @OnEachMajor
  void a_plan_with_errors_that_the_script_never_runs_is_a_mistake(TestDatabases databases)
      throws Exception {
    Path script =
        script(
            databases,
            """
            plan copy users -> users map name = lowr(name)
            map name = lower(name)
            plan copy users -> users map name = uper(name)
            where id > 0
            say between
            plan copy users -> users map name = uper(name)
            expect errors = 1
            plan copy users -> users map name = trm(name)
            run
            plan copy users -> users
            map name = trm(name)
            plan
            """);

    Ended ended = linkspan("check", script.toString());

    String refuses = ": ERROR:   target \"main\" refuses the statement: function ";
    assertThat(ended.errors().lines().filter(line -> line.contains("ERROR: ")).toList())
        .isEqualTo(
            List.of(
                script + ":6" + refuses + "uper(text) does not exist",
                script + ":11" + refuses + "trm(text) does not exist",
                script + ":13" + refuses + "trm(text) does not exist"));
    assertThat(ended.errors()).endsWith("14 inputs checked, 3 mistakes\n");
    assertThat(ended.code()).isEqualTo(3);
  }

  @OnEachMajor
  void what_a_script_asks_a_server_for_is_asked_and_changes_nothing(TestDatabases databases)
      throws Exception {
    Path script =
        script(
            databases,
            """
            select max(id) as top from users \\gset
            insert into users values (99, 'new') returning id as made \\gset
            plan copy users -> users
            where id > :top
            """);

    Ended ended = linkspan("check", script.toString());

    assertThat(ended).isEqualTo(new Ended(0, "", "6 inputs checked, nothing found wrong\n"));
    assertThat(target.query("SELECT count(*) FROM users")).isEqualTo(List.of("1"));
  }

  @OnEachMajor
  void a_script_that_leaves_a_transaction_open_does_not_end_well(TestDatabases databases)
      throws Exception {
    Path script = script(databases, "begin;\ninsert into users values (7, 'lost');\n");

    Ended ended = linkspan(script.toString());

    assertThat(ended.errors().replaceAll("\\s+", " "))
        .endsWith(
            "ERROR: unexpected end of input: the transaction on \"main\" is not committed, and is"
                + " rolled back HINT: End it: commit; or, if that is meant: rollback; ");
    assertThat(ended.code()).isEqualTo(1);
  }
}
