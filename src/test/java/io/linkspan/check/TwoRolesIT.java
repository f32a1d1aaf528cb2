package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Missing rights are told with a GRANT that cures them: it is carried out, and the run works. */
final class TwoRolesIT {
  private static final Pattern GRANT = Pattern.compile("On (archive|main), [^:]*: (GRANT .*;)");

  /** Two databases whose tables belong to app_user, and a role of its own that has few rights. */
  private record Stage(TestDatabase source, TestDatabase target, Login clerk)
      implements AutoCloseable {
    static Stage of(TestServer server, TestDatabases databases, String onSource, String onTarget) {
      TestDatabase source = databases.create();
      TestDatabase target = databases.create();
      source.execute(onSource);
      target.execute(onTarget);
      Login clerk = new Login("Clerk of " + source.name(), "c'l");
      server.createRole(clerk.user(), clerk.password());
      return new Stage(source, target, clerk);
    }

    CopyShell shell() {
      return CopyShell.between(as(source), as(target));
    }

    private Access as(TestDatabase database) {
      return database.access().as(clerk);
    }

    String role() {
      return '"' + clerk.user() + '"';
    }

    /** Grants what the findings name, on the side they name, until there is nothing to grant. */
    List<String> cure(CopyShell shell, String planLine) {
      List<String> grants = new ArrayList<>();
      shell.type(planLine);
      for (int round = 0; round < 5 && Checks.refuse(shell.findings()); round++) {
        for (Finding finding : shell.findings()) {
          if (finding.severity() == Finding.Severity.ERROR) {
            Matcher grant = GRANT.matcher(finding.fields().hint().orElse(""));
            assertThat(grant.matches()).as(shell.tale() + "\n" + finding.fields()).isTrue();
            (grant.group(1).equals("archive") ? source : target).execute(grant.group(2));
            grants.add(grant.group(1) + " " + grant.group(2).replace(role(), "clerk"));
          }
        }
        shell.type(planLine);
      }
      assertThat(Checks.refuse(shell.findings())).as(shell.tale()).isFalse();
      return grants;
    }

    @Override
    public void close() {
      for (TestDatabase database : List.of(source, target)) {
        database.server().execute(database.name(), "DROP OWNED BY " + role());
      }
      source.server().execute("postgres", "DROP ROLE " + role());
    }
  }

  private static final String SOURCE =
      "CREATE SCHEMA crm; CREATE TABLE crm.people (id integer, name text, secret text);"
          + "INSERT INTO crm.people VALUES (1, 'ann', 's'), (2, 'bob', 's')";

  @OnEachMajor
  void column_privileges_alone_are_enough(TestServer server, TestDatabases databases) {
    String target = "CREATE TABLE people (id integer, name text, secret text)";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      stage.source().execute("GRANT USAGE ON SCHEMA crm TO " + stage.role());
      stage.source().execute("GRANT SELECT (id, name) ON crm.people TO " + stage.role());
      stage.target().execute("GRANT INSERT (id, name) ON people TO " + stage.role());

      assertThat(shell.run("plan copy crm.people -> people (id, name)").inserted()).isEqualTo(2);
    }
  }

  @OnEachMajor
  void what_is_missing_on_either_side_is_told_with_the_grant(
      TestServer server, TestDatabases databases) {
    String target = "CREATE SCHEMA inbox; CREATE TABLE inbox.people (id integer, name text)";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      List<String> grants = stage.cure(shell, "plan copy crm.people -> inbox.people");

      assertThat(grants)
          .containsExactlyInAnyOrder(
              "archive GRANT USAGE ON SCHEMA crm TO clerk;",
              "archive GRANT SELECT ON crm.people TO clerk;",
              "main GRANT USAGE ON SCHEMA inbox TO clerk;",
              "main GRANT INSERT ON inbox.people TO clerk;");
      shell.type("run without journal");
      assertThat(shell.receipt().inserted()).isEqualTo(2);
    }
  }

  @OnEachMajor
  void a_conflict_target_needs_select_on_the_key(TestServer server, TestDatabases databases) {
    String target = "CREATE TABLE people (id integer PRIMARY KEY, name text)";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      stage.source().execute("GRANT USAGE ON SCHEMA crm TO " + stage.role());
      stage.source().execute("GRANT SELECT ON crm.people TO " + stage.role());
      stage.target().execute("GRANT INSERT ON people TO " + stage.role());

      assertThat(stage.cure(shell, "plan copy crm.people -> people on conflict (id) do nothing"))
          .containsExactly("main GRANT SELECT ON public.people TO clerk;");
      shell.type("run without journal");
      assertThat(shell.receipt().inserted()).isEqualTo(2);
      assertThat(stage.cure(shell, "plan copy crm.people -> people on conflict overwrite"))
          .containsExactly("main GRANT UPDATE ON public.people TO clerk;");
      shell.type("run without journal");
      assertThat(shell.receipt().updated()).isEqualTo(2);
    }
  }

  @OnEachMajor
  void columns_that_do_update_reads_are_enough_for_it(TestServer server, TestDatabases databases) {
    String target = "CREATE TABLE people (id integer PRIMARY KEY, name text)";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      stage.source().execute("GRANT USAGE ON SCHEMA crm TO " + stage.role());
      stage.source().execute("GRANT SELECT ON crm.people TO " + stage.role());
      stage
          .target()
          .execute("GRANT INSERT, SELECT (id), UPDATE (name) ON people TO " + stage.role());

      assertThat(
              shell
                  .run("plan copy crm.people -> people on conflict (id) do update set name = 'new'")
                  .inserted())
          .isEqualTo(2);
    }
  }

  @OnEachMajor
  void keys_that_may_not_be_read_stay_untold_and_the_copy_is_done(
      TestServer server, TestDatabases databases) {
    String target =
        "CREATE TABLE people (id integer PRIMARY KEY, name text UNIQUE);"
            + "INSERT INTO people VALUES (1, 'zoe')";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      stage.source().execute("GRANT USAGE ON SCHEMA crm TO " + stage.role());
      stage.source().execute("GRANT SELECT ON crm.people TO " + stage.role());
      stage.target().execute("GRANT INSERT ON people TO " + stage.role());

      var receipt = shell.run("plan copy crm.people -> people");

      assertThat(receipt.inserted()).isEqualTo(1);
      assertThat(receipt.skipped()).isEqualTo(1);
      assertThat(receipt.skippedBy()).isEmpty();
      assertThat(stage.target().query("SELECT count(*) FROM people")).containsExactly("2");
    }
  }

  @OnEachMajor
  void moving_a_sequence_on_needs_rights_on_it(TestServer server, TestDatabases databases) {
    String target = "CREATE TABLE people (id serial, name text)";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      stage.source().execute("GRANT USAGE ON SCHEMA crm TO " + stage.role());
      stage.source().execute("GRANT SELECT ON crm.people TO " + stage.role());
      stage.target().execute("GRANT INSERT ON people TO " + stage.role());

      assertThat(stage.cure(shell, "plan copy crm.people -> people"))
          .containsExactlyInAnyOrder(
              "main GRANT SELECT ON public.people TO clerk;",
              "main GRANT SELECT, UPDATE ON SEQUENCE public.people_id_seq TO clerk;");
      shell.type("run without journal");
      assertThat(shell.receipt().sequences()).hasSize(1);
    }
  }

  @OnEachMajor
  void truncate_needs_its_own_right(TestServer server, TestDatabases databases) {
    String target = "CREATE TABLE people (id integer, name text)";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      stage.source().execute("GRANT USAGE ON SCHEMA crm TO " + stage.role());
      stage.source().execute("GRANT SELECT ON crm.people TO " + stage.role());
      stage.target().execute("GRANT INSERT ON people TO " + stage.role());

      assertThat(stage.cure(shell, "plan copy crm.people -> people truncate"))
          .containsExactly("main GRANT TRUNCATE ON public.people TO clerk;");
      shell.type("run without journal");
      assertThat(shell.receipt().inserted()).isEqualTo(2);
    }
  }

  @OnEachMajor
  void rights_that_only_the_where_needs_are_told_too(TestServer server, TestDatabases databases) {
    String target = "CREATE TABLE people (id integer, name text)";
    try (Stage stage = Stage.of(server, databases, SOURCE, target);
        CopyShell shell = stage.shell()) {
      stage.source().execute("GRANT USAGE ON SCHEMA crm TO " + stage.role());
      stage.source().execute("GRANT SELECT (id, name) ON crm.people TO " + stage.role());
      stage.target().execute("GRANT INSERT ON people TO " + stage.role());

      assertThat(stage.cure(shell, "plan copy crm.people -> people where secret = 's'"))
          .containsExactly("archive GRANT SELECT ON crm.people TO clerk;");
      shell.type("run without journal");
      assertThat(shell.receipt().inserted()).isEqualTo(2);
    }
  }
}
