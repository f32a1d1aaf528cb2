package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.ConnectionRoom;
import io.linkspan.catalog.DatabaseIdentity;
import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.ServerState;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.Timeout;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.plan.Reading;
import io.linkspan.request.CopyParser;
import io.linkspan.sql.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the checks of a server's state find in a plan, and where they are silent. */
final class ServerStateChecksTest {
  private static final long MEGABYTE = 1L << 20;
  private static final ConnectionRoom ENOUGH = room("max_connections", 97, 7);

  private static ConnectionRoom room(String name, long most, long used) {
    return new ConnectionRoom(List.of(new ConnectionRoom.Limit(name, most, used)));
  }

  private static ServerState state(
      List<Timeout> timeouts, OptionalLong tempFiles, ConnectionRoom room, String started) {
    return new ServerState(
        timeouts, tempFiles, room, new DatabaseIdentity(started, "5432", 16384), Optional.empty());
  }

  private static ServerFacts facts(ServerState state) {
    ServerFacts f = CatalogSamples.server();
    return new ServerFacts(
        f.version(),
        f.database(),
        f.role(),
        f.searchPath(),
        f.encoding(),
        f.timeZone(),
        f.standby(),
        f.readOnly(),
        f.mayCreateExtension(),
        f.trackCounts(),
        f.workMem(),
        f.journal(),
        f.dblink(),
        state);
  }

  private static Table table(String name, long megabytes) {
    return CatalogSamples.table(name)
        .column("a", "integer")
        .notNull()
        .primaryKey("a")
        .size(megabytes * 10_000, megabytes * MEGABYTE)
        .table();
  }

  private static CopyPlan plan(
      String clauses, long megabytes, ServerState source, ServerState target) {
    Table from = table("s", megabytes);
    Table into = table("s", 1);
    return PlanSamples.plan(
        CopyParser.parse(Tokens.of("s -> s " + clauses)),
        catalog("archive", from, source),
        new Reading.OfTable(from),
        catalog("main", into, target),
        into);
  }

  private static Catalog catalog(String name, Table table, ServerState state) {
    Catalog c = CatalogSamples.catalog(name, table);
    return new Catalog(name, facts(state), c.relations(), c.tables(), c.casts(), c.types());
  }

  private static List<String> findings(
      PlanCheck check, String clauses, long megabytes, ServerState source, ServerState target) {
    return check.check(plan(clauses, megabytes, source, target)).stream()
        .map(
            f ->
                f.severity()
                    + " "
                    + f.fields().message()
                    + f.fields().detail().map(d -> "\nDETAIL: " + d).orElse("")
                    + f.fields().hint().map(h -> "\nHINT: " + h).orElse(""))
        .toList();
  }

  private static ServerState quiet(String started) {
    return state(List.of(), OptionalLong.empty(), ENOUGH, started);
  }

  private static ServerState timed(String name, int now, int atLogin, String source) {
    return state(
        List.of(new Timeout(name, Duration.ofSeconds(now), Duration.ofSeconds(atLogin), source)),
        OptionalLong.empty(),
        ENOUGH,
        "2");
  }

  @Test
  void a_statement_timeout_ends_a_copy_of_more_rows_than_memory_holds() {
    assertThat(
            findings(
                new StatementTimeout(),
                "batch off",
                100,
                quiet("1"),
                timed("statement_timeout", 30, 30, "user")))
        .containsExactly(
            """
            WARNING statement_timeout on "main" ends the copy after 30 s
            DETAIL: It is set for role app_user.
            HINT: For this session: SET statement_timeout = 0; or for good, on main: ALTER ROLE app_user IN DATABASE app SET statement_timeout = 0;""");
  }

  @Test
  void a_copy_that_takes_a_moment_is_told_of_the_timeout_by_a_note() {
    assertThat(
            findings(
                new StatementTimeout(),
                "",
                1,
                quiet("1"),
                timed("transaction_timeout", 600, 600, "configuration file")))
        .containsExactly(
            """
            NOTE transaction_timeout on "main" ends the copy after 10 min
            DETAIL: It is set for the whole server.
            HINT: For this session: SET transaction_timeout = 0; or for good, on main: ALTER ROLE app_user IN DATABASE app SET transaction_timeout = 0;""");
  }

  @Test
  void the_sessions_of_workers_have_the_timeout_of_the_role_and_not_of_the_prompt() {
    PlanCheck check = new StatementTimeout();

    assertThat(findings(check, "", 100, quiet("1"), timed("statement_timeout", 0, 30, "session")))
        .containsExactly(
            """
            WARNING statement_timeout on "main" ends each batch of the copy after 30 s
            DETAIL: It is set in this session.
            HINT: For the sessions of the run, on main: ALTER ROLE app_user IN DATABASE app SET statement_timeout = 0;""");
    assertThat(findings(check, "", 100, quiet("1"), timed("statement_timeout", 30, 0, "session")))
        .isEmpty();
    assertThat(
            findings(
                check, "batch off", 100, quiet("1"), timed("statement_timeout", 0, 30, "session")))
        .isEmpty();
  }

  @Test
  void timeouts_of_the_source_and_of_idle_sessions_do_not_matter() {
    assertThat(
            findings(
                new StatementTimeout(),
                "",
                100,
                timed("statement_timeout", 30, 30, "user"),
                quiet("2")))
        .isEmpty();
    assertThat(
            findings(
                new StatementTimeout(),
                "",
                100,
                quiet("1"),
                timed("idle_in_transaction_session_timeout", 30, 30, "user")))
        .isEmpty();
  }

  @Test
  void one_statement_may_need_more_temporary_files_than_it_gets() {
    ServerState limited = state(List.of(), OptionalLong.of(20 * MEGABYTE), ENOUGH, "2");
    PlanCheck check = new TempFileLimit();

    assertThat(findings(check, "batch off", 100, quiet("1"), limited))
        .containsExactly(
            """
            WARNING the rows may take 100 MB of temporary files, and temp_file_limit on "main" is 20 MB
            DETAIL: dblink keeps all rows of one statement before the first is inserted; it runs so because batch is off.
            HINT: Copy fewer rows at a time: batch auto; or where …; or, on main, as a superuser, raise temp_file_limit.""");
    assertThat(findings(check, "batch off", 15, quiet("1"), limited)).isEmpty();
    assertThat(findings(check, "", 100, quiet("1"), limited)).as("in batches").isEmpty();
    assertThat(findings(check, "batch off", 100, quiet("1"), quiet("2"))).as("no limit").isEmpty();
  }

  @Test
  void a_limit_smaller_than_the_memory_does_not_matter_to_rows_that_fit_in_memory() {
    ServerState limited = state(List.of(), OptionalLong.of(0), ENOUGH, "2");

    assertThat(findings(new TempFileLimit(), "", 1, quiet("1"), limited)).isEmpty();
  }

  @Test
  void fewer_sessions_than_the_workers_need_are_told_with_how_many_workers_do() {
    ServerState full = state(List.of(), OptionalLong.empty(), room("max_connections", 97, 92), "2");
    PlanCheck check = new TooFewConnections();

    assertThat(findings(check, "workers 4", 100, quiet("1"), full))
        .containsExactly(
            """
            WARNING the run opens up to 6 more sessions on "main", which has 5 left
            DETAIL: max_connections is 97; 92 are in use.
            HINT: Copy with fewer workers: workers 3""");
    assertThat(findings(check, "workers 3", 100, quiet("1"), full)).isEmpty();
    ServerState fuller =
        state(List.of(), OptionalLong.empty(), room("max_connections", 97, 95), "2");
    assertThat(findings(check, "workers 4", 100, quiet("1"), fuller))
        .singleElement()
        .asString()
        .endsWith("HINT: Copy in one transaction: batch off");
    assertThat(findings(check, "batch off", 100, quiet("1"), full)).isEmpty();
  }

  @Test
  void two_databases_of_one_server_share_its_sessions() {
    ServerState full = state(List.of(), OptionalLong.empty(), room("max_connections", 97, 87), "1");

    assertThat(findings(new TooFewConnections(), "workers 4", 100, full, full))
        .containsExactly(
            """
            WARNING the run opens up to 12 more sessions on "main", which has 10 left
            DETAIL: max_connections is 97; 87 are in use.
            HINT: Copy with fewer workers: workers 3""");
  }

  @Test
  void the_tightest_of_all_limits_counts() {
    ServerState limited =
        state(
            List.of(),
            OptionalLong.empty(),
            new ConnectionRoom(
                List.of(
                    new ConnectionRoom.Limit("max_connections", 97, 7),
                    new ConnectionRoom.Limit("CONNECTION LIMIT of role app_user", 3, 5))),
            "1");

    assertThat(findings(new TooFewConnections(), "batch off", 1, limited, quiet("2")))
        .containsExactly(
            """
            WARNING the run opens up to 1 more session on "archive", which has 0 left
            DETAIL: CONNECTION LIMIT of role app_user is 3; 5 are in use.
            HINT: Close other sessions, or have the limit raised.""");
  }

  @Test
  void a_table_is_emptied_before_it_is_read_under_another_name() {
    PlanCheck check = new CopyOntoItself();

    assertThat(findings(check, "truncate", 1, quiet("1"), quiet("1")))
        .containsExactly(
            """
            ERROR the copy empties "public.s" and reads it through dblink, which waits for its own lock (SQLSTATE 55P03)
            DETAIL: Connections "archive" and "main" lead to one database.
            HINT: Copy without it: truncate off""");
    assertThat(findings(check, "", 1, quiet("1"), quiet("1")))
        .containsExactly(
            """
            WARNING "public.s" is copied onto itself
            DETAIL: Connections "archive" and "main" lead to one database.
            HINT: Name another target: plan copy … -> TARGET""");
    assertThat(findings(check, "truncate", 1, quiet("1"), quiet("2"))).isEmpty();
  }
}
