package io.linkspan.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code ping} says of real servers. */
final class DoctorIT {
  /** Two databases of one server, and an ordinary role that owns neither. */
  private record Route(TestDatabase source, TestDatabase target, Login clerk)
      implements AutoCloseable {
    static Route of(TestServer server, TestDatabases databases) {
      TestDatabase source = databases.create();
      TestDatabase target = databases.create();
      Login clerk = new Login("Clerk of " + source.name(), "c'l");
      server.createRole(clerk.user(), clerk.password());
      return new Route(source, target, clerk);
    }

    String role() {
      return new Identifier(clerk.user()).quoted();
    }

    Access as(TestDatabase database) {
      return database.access().as(clerk);
    }

    void onTarget(String sql) {
      Jdbc.execute(target.superuser(), sql);
    }

    CopyShell shell() {
      return CopyShell.between(source.access(), target.access());
    }

    /** What ping says where all is as the test's sql has made it. */
    String ping() {
      try (CopyShell shell = shell()) {
        return shell.type("ping");
      }
    }

    @Override
    public void close() {
      for (TestDatabase database : List.of(source, target)) {
        database.server().execute(database.name(), "DROP OWNED BY " + role());
      }
      source.server().execute("postgres", "DROP ROLE " + role());
    }
  }

  /** The lines that are not ok, without the findings below them. */
  private static List<String> troubles(String screen) {
    return screen
        .lines()
        .filter(line -> line.matches("  (note|warn|FAIL|-   ) .*"))
        .map(line -> line.strip().replaceAll(" +", " "))
        .toList();
  }

  private static String block(String screen, String label) {
    return screen
        .lines()
        .dropWhile(line -> !line.startsWith(label))
        .takeWhile(line -> line.startsWith(label) || line.startsWith("         "))
        .map(line -> line.substring(9))
        .collect(Collectors.joining("\n"));
  }

  @OnEachMajor
  void where_all_is_well_one_screen_says_so(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      String screen = route.ping();

      assertThat(troubles(screen)).isEmpty();
      assertThat(screen.lines().count()).isLessThanOrEqualTo(30);
      assertThat(screen.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(80);
      assertThat(screen)
          .contains("  ok    password     given, and the source asks for it")
          .contains("  ok    databases    two different ones")
          .endsWith("Ready: a copy can take this route.");
    }
  }

  @OnEachMajor
  void nothing_is_left_behind(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      String objects =
          "SELECT (SELECT count(*) FROM pg_class), (SELECT count(*) FROM pg_namespace),"
              + " (SELECT count(*) FROM pg_foreign_server)";
      List<String> before = route.target().query(objects);
      try (CopyShell shell = route.shell()) {
        shell.type("ping");
        shell.type("ping");

        assertThat(
                Jdbc.query(
                    route.source().superuser(),
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'linkspan link%'"))
            .containsExactly("1");
      }
      assertThat(route.target().query(objects)).isEqualTo(before);
    }
  }

  @OnEachMajor
  void a_missing_extension_is_told_with_who_may_install_it(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      route.onTarget("DROP EXTENSION dblink");

      String screen = route.ping();

      assertThat(screen).startsWith("[CHECK]").endsWith("Not ready: 1 line needs mending first.");
      assertThat(troubles(screen))
          .containsExactly(
              "FAIL dblink not installed", "- reach not tried: dblink is not installed on main");
      assertThat(block(screen, "NEXT:")).isEqualTo("install dblink");
    }
  }

  @OnEachMajor
  void the_grant_that_is_told_opens_dblink_and_nothing_more(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      route.onTarget("REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA dblink FROM PUBLIC");
      String screen = route.ping();
      assertThat(troubles(screen))
          .containsExactly(
              "FAIL dblink 1.2 in schema dblink, out of the role's reach",
              "- reach not tried: the role may not use dblink on main");

      String cure = block(screen, "HINT:").replace('\n', ' ');
      assertThat(cure).startsWith("On main, as a superuser: GRANT USAGE");
      route.onTarget(cure.substring("On main, as a superuser: ".length()));

      assertThat(troubles(route.ping())).isEmpty();
      assertThat(
              route
                  .target()
                  .query(
                      "SELECT has_function_privilege('dblink.dblink_connect_u(text, text)',"
                          + " 'execute')"))
          .containsExactly("f");
    }
  }

  @OnEachMajor
  void the_half_of_the_password_rule_that_is_broken_is_told(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      trust(route);
      Access open = route.source().access();
      for (String password : List.of("", "any")) {
        Access trusted = open.as(new Login(route.clerk().user(), password));
        try (CopyShell shell = CopyShell.between(trusted, route.target().access())) {
          String screen = shell.type("ping");

          assertThat(screen).contains("(SQLSTATE 2F003)");
          assertThat(troubles(screen))
              .containsExactly(
                  "FAIL reach not reached",
                  password.isEmpty()
                      ? "FAIL password none is known"
                      : "FAIL password given, but the source does not ask for it");
        }
      }
    }
  }

  /** Lets the clerk in without a password. */
  private static void trust(Route route) {
    String file = "current_setting('hba_file')";
    Jdbc.execute(
        route.source().superuser(),
        """
        CREATE TABLE hba (line text);
        DO $$ BEGIN
          EXECUTE format('COPY hba FROM %%L WITH (DELIMITER E''\\x01'')', %1$s);
          EXECUTE format('COPY (SELECT ''host all %2$s 127.0.0.1/32 trust'' UNION ALL
            SELECT line FROM hba) TO %%L', %1$s);
        END $$;
        DROP TABLE hba;
        SELECT pg_reload_conf();
        SELECT pg_sleep(0.5)"""
            .formatted(file, route.role()));
  }

  @OnEachMajor
  void a_read_only_target_is_told_by_what_made_it_so(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      route.onTarget(
          "ALTER ROLE app_user IN DATABASE %s SET default_transaction_read_only = on"
              .formatted(route.target().name()));
      String screen = route.ping();
      assertThat(troubles(screen)).contains("FAIL writes refused");
      assertThat(block(screen, "NEXT:"))
          .startsWith("For this session: SET default_transaction_read_only = off;");

      try (CopyShell shell = route.shell()) {
        shell.type("SET default_transaction_read_only = off;");
        assertThat(troubles(shell.type("ping"))).isEmpty();
        shell.type(
            "connect main " + CopyShell.conninfo(route.target().access()) + " as target read only");
        assertThat(shell.type("ping")).contains("It was connected with the words read only.");
      }
    }
  }

  @OnEachMajor
  void timeouts_of_the_role_are_told_with_the_line_that_ends_them(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      route.onTarget(
          "ALTER ROLE app_user IN DATABASE %s SET statement_timeout = '30s'"
              .formatted(route.target().name()));
      String screen = route.ping();
      assertThat(troubles(screen)).containsExactly("warn timeouts statement_timeout 30 s");
      assertThat(screen).endsWith("Ready, with 1 warning: a copy can take this route.");

      String cure = block(screen, "NEXT:").replace('\n', ' ');
      String line = cure.substring(cure.indexOf("ALTER ROLE"));
      route.onTarget(line);

      assertThat(troubles(route.ping())).isEmpty();
    }
  }

  @OnEachMajor
  void a_connection_limit_that_is_reached_is_told(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      route.onTarget(
          "GRANT CREATE ON DATABASE %s TO %s".formatted(route.target().name(), route.role()));
      server.execute("postgres", "ALTER ROLE " + route.role() + " CONNECTION LIMIT 2");
      try (CopyShell shell = CopyShell.between(route.source().access(), route.as(route.target()))) {
        String screen = shell.type("ping");

        assertThat(troubles(screen))
            .singleElement()
            .asString()
            .matches("(note|warn) connections [01] free; a copy with 4 workers opens up to 6");
        assertThat(screen)
            .contains("CAUSE:   CONNECTION LIMIT of role %s is 2;".formatted(route.role()));
      }
    }
  }

  @OnEachMajor
  void a_role_that_may_keep_no_journal_gets_the_grant(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases);
        CopyShell shell = CopyShell.between(route.source().access(), route.as(route.target()))) {
      String screen = shell.type("ping");

      assertThat(troubles(screen))
          .containsExactly("warn journal the role may not make schema linkspan");
      assertThat(block(screen, "HINT:").replace('\n', ' '))
          .isEqualTo(
              "As the owner: GRANT CREATE ON DATABASE %s TO %s; Or do without: run without journal"
                  .formatted(route.target().name(), route.role()));
    }
  }

  @OnEachMajor
  void one_database_under_two_names_is_told(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases);
        CopyShell shell = CopyShell.between(route.target().access(), route.target().access())) {
      assertThat(troubles(shell.type("ping")))
          .containsExactly("note databases one, under two names");
    }
  }

  @OnEachMajor
  void a_target_that_reaches_another_database_than_the_shell_is_told(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases);
        CopyShell shell = route.shell()) {
      Access decoy = databases.create().accessForServers();

      shell.type(
          "connect archive "
              + CopyShell.conninfo(route.source().access())
              + " as source reached by \"host=%s port=%d dbname=%s\""
                  .formatted(decoy.host(), decoy.port(), decoy.database()));

      assertThat(troubles(shell.type("ping")))
          .containsExactly("FAIL databases the target reaches another one than the shell");
    }
  }

  @OnEachMajor
  void a_foreign_server_is_told_with_what_the_role_lacks_to_use_it(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      Access source = route.source().accessForServers();
      route.onTarget(
          "CREATE SERVER there FOREIGN DATA WRAPPER dblink_fdw"
              + " OPTIONS (host '%s', port '%d', dbname '%s')"
                  .formatted(source.host(), source.port(), source.database()));
      String screen = route.ping();
      assertThat(troubles(screen))
          .containsExactly("note password given, and the source asks for it");
      assertThat(block(screen, "CAUSE:")).isEqualTo("Role app_user lacks USAGE on it.");

      String cure = block(screen, "NEXT:").replace('\n', ' ');
      assertThat(cure).startsWith("On main, its owner: GRANT USAGE ON FOREIGN SERVER there");
      route.onTarget(
          cure.substring("On main, its owner: ".length())
              .replace("user '…'", "user 'app_user'")
              .replace("'…'", Literal.quoted(TestDatabase.APP_USER.password())));

      String mended = route.ping();
      assertThat(troubles(mended)).isEmpty();
      assertThat(mended)
          .contains("through dblink to foreign server there, ")
          .contains("  ok    password     that of the user mapping");
    }
  }

  @OnEachMajor
  void a_foreign_server_that_is_named_like_a_conninfo_or_a_link_is_told(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      route.onTarget("CREATE SERVER linkspan_archive FOREIGN DATA WRAPPER dblink_fdw");
      route.onTarget("CREATE SERVER \"host=x\" FOREIGN DATA WRAPPER dblink_fdw");

      String screen = route.ping();

      assertThat(troubles(screen))
          .containsExactly("warn names 2 foreign servers could be taken for something else");
      assertThat(block(screen, "NEXT:").replace('\n', ' '))
          .contains(
              "ALTER SERVER \"host=x\" RENAME TO …; ALTER SERVER linkspan_archive RENAME TO …;");
    }
  }

  @OnEachMajor
  void a_managed_service_is_recognised_and_its_own_way_is_told(
      TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases)) {
      server.execute("postgres", "CREATE ROLE azure_pg_admin");
      try {
        route.onTarget("DROP EXTENSION dblink");
        String screen = route.ping();

        assertThat(screen).contains(" on Azure Database for PostgreSQL, in ");
        assertThat(block(screen, "NEXT:").replace('\n', ' '))
            .isEqualTo(
                "Server parameters in the portal: add DBLINK to azure.extensions. Then, as a member of"
                    + " azure_pg_admin: install dblink");
      } finally {
        server.execute("postgres", "DROP ROLE azure_pg_admin");
      }
    }
  }

  @OnEachMajor
  void one_end_or_none_is_looked_at_as_far_as_may_be(TestServer server, TestDatabases databases) {
    try (Route route = Route.of(server, databases);
        CopyShell shell = CopyShell.unconnected()) {
      shell.type("connect main " + CopyShell.conninfo(route.target().access()) + " as target");

      String screen = shell.type("ping");

      assertThat(screen)
          .startsWith("[USAGE]")
          .contains("  ok    dblink       1.2 in schema dblink");
      assertThat(troubles(screen)).containsExactly("FAIL source not set");
      assertThat(block(screen, "NEXT:")).isEqualTo("connect NAME URI as source");
    }
  }
}
