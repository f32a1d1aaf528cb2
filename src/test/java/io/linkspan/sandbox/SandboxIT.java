package io.linkspan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.Literal;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SandboxIT {
  private ReachableDirectory directory;
  private Sandbox sandbox;

  @BeforeAll
  void start() {
    directory = ReachableDirectory.create("sandbox");
    sandbox = Sandbox.start(directory.path(), Jdbc::execute);
  }

  @AfterAll
  void stop() {
    sandbox.close();
    directory.close();
  }

  private List<String> archive(String sql) {
    return Jdbc.query(sandbox.archive(), sql);
  }

  private List<String> main(String sql) {
    return Jdbc.query(sandbox.main(), sql);
  }

  @Test
  void the_source_has_1200_archived_users_and_the_target_200() {
    assertThat(archive("SELECT count(*) FROM archived_users")).containsExactly("1200");
    assertThat(main("SELECT count(*) FROM users")).containsExactly("200");
  }

  @Test
  void some_archived_users_are_there_twice() {
    assertThat(
            archive(
                "SELECT count(*) FROM (SELECT FROM archived_users WHERE email IS NOT NULL"
                    + " GROUP BY username, email HAVING count(*) > 1) AS repeated"))
        .containsExactly("60");
  }

  @Test
  void some_addresses_differ_in_upper_and_lower_case_alone() {
    assertThat(
            archive(
                "SELECT count(*) FROM (SELECT FROM archived_users GROUP BY lower(email)"
                    + " HAVING count(DISTINCT email) > 1) AS same_address"))
        .containsExactly("40");
  }

  @Test
  void some_archived_users_have_no_address() {
    assertThat(archive("SELECT count(*) FROM archived_users WHERE email IS NULL"))
        .containsExactly("10");
  }

  @Test
  void some_archived_users_clash_with_users_by_name_by_address_or_by_both() {
    String clashes =
        "SELECT count(DISTINCT u.id) FILTER (WHERE a.username = u.username AND a.email IS DISTINCT FROM u.email),"
            + " count(DISTINCT u.id) FILTER (WHERE a.username <> u.username AND a.email = u.email),"
            + " count(DISTINCT u.id) FILTER (WHERE a.username = u.username AND a.email = u.email)"
            + " FROM users u JOIN dblink("
            + source()
            + ", 'SELECT username, email FROM archived_users WHERE id <= 1100')"
            + " AS a (username text, email text)"
            + " ON a.username = u.username OR a.email = u.email";

    assertThat(main(clashes)).containsExactly("30|20|10");
  }

  @Test
  void the_statement_of_the_story_runs_as_it_stands() {
    String copy =
        "BEGIN; INSERT INTO users (username, email, created_at, updated_at)"
            + " SELECT DISTINCT username, lower(email) AS email, NOW(), NOW() FROM dblink("
            + source()
            + ", 'SELECT username, email FROM archived_users')"
            + " AS archived_users (username text, email text) ON CONFLICT DO NOTHING; ROLLBACK";

    Jdbc.execute(sandbox.main(), copy);
  }

  @Test
  void products_have_a_price_with_a_comma_and_prices_that_are_missing() {
    assertThat(archive("SELECT price FROM products WHERE price !~ '^[0-9]+[.][0-9]{2}$'"))
        .containsExactly("12,50");
    assertThat(archive("SELECT count(*) FROM products WHERE price IS NULL")).containsExactly("2");
    assertThat(
            main(
                "SELECT is_nullable FROM information_schema.columns"
                    + " WHERE table_name = 'products' AND column_name = 'price'"))
        .containsExactly("NO");
  }

  @Test
  void the_target_has_an_enum_a_generated_column_and_identities() {
    assertThat(
            main(
                "SELECT column_name, udt_name, is_identity, is_generated"
                    + " FROM information_schema.columns WHERE table_name = 'products'"
                    + " AND (is_identity = 'YES' OR is_generated = 'ALWAYS'"
                    + " OR data_type = 'USER-DEFINED') ORDER BY ordinal_position"))
        .containsExactly(
            "id|int8|YES|NEVER",
            "status|product_status|NO|NEVER",
            "price_with_tax|numeric|NO|ALWAYS");
  }

  @Test
  void orders_point_to_users_and_products_on_both_sides() {
    String keys =
        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conrelid = 'orders'::regclass";

    assertThat(archive(keys)).containsExactly("2");
    assertThat(main(keys)).containsExactly("2");
  }

  @Test
  void the_role_of_the_sandbox_is_an_ordinary_one() {
    assertThat(
            main(
                "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles"
                    + " WHERE rolname = current_user"))
        .containsExactly("f|f|f");
    assertThatThrownBy(() -> Jdbc.execute(sandbox.main(), "SELECT dblink_connect('dbname=x')"))
        .hasMessageContaining("password or GSSAPI delegated credentials required");
  }

  @Test
  void the_password_file_is_closed_to_others() throws IOException {
    Path file = sandbox.directory().resolve("password");

    assertThat(Files.readString(file).strip()).isEqualTo(sandbox.main().login().password());
    assertThat(Files.getAttribute(file, "unix:mode")).isEqualTo(0100600);
  }

  @Test
  void events_are_made_in_any_number_on_the_source_and_empty_on_the_target() {
    sandbox.fillEvents(5);
    sandbox.fillEvents(10_000);

    assertThat(archive("SELECT count(*), max(id) FROM events")).containsExactly("10000|10000");
    assertThat(main("SELECT count(*) FROM events")).containsExactly("0");
  }

  @Test
  void reset_begins_again() throws Exception {
    try (Sandbox other = Sandbox.start(directory.path(), Jdbc::execute)) {
      Jdbc.execute(
          other.main(), "DELETE FROM orders; DELETE FROM users; CREATE TABLE mine (x int)");

      other.reset();

      assertThat(
              Jdbc.query(other.main(), "SELECT count(*), to_regclass('mine') IS NULL FROM users"))
          .containsExactly("200|t");
    }
  }

  @Test
  void two_sandboxes_at_once_are_two_slots() {
    try (Sandbox other = Sandbox.start(directory.path(), Jdbc::execute)) {
      assertThat(other.directory()).isNotEqualTo(sandbox.directory());
      assertThat(Jdbc.query(other.main(), "SELECT count(*) FROM users")).containsExactly("200");
    }
  }

  @Test
  void a_slot_stays_held_when_this_process_has_looked_for_another() throws Exception {
    Sandbox.start(directory.path(), Jdbc::execute).close();

    try (ShellProcess shell = ShellProcess.start(directory.path())) {
      assertThat(shell.slot()).isNotEqualTo(sandbox.directory());
    }
  }

  @Test
  void rows_and_password_stay_until_the_next_start() {
    Sandbox first = Sandbox.start(directory.path(), Jdbc::execute);
    Login login = first.main().login();
    Jdbc.execute(first.main(), "CREATE TABLE IF NOT EXISTS mine (x int)");
    first.close();

    try (Sandbox second = Sandbox.start(directory.path(), Jdbc::execute)) {
      assertThat(second.main().login()).isEqualTo(login);
      assertThat(Jdbc.query(second.main(), "SELECT to_regclass('mine')")).containsExactly("mine");
    }
  }

  @Test
  void a_sandbox_that_could_not_be_filled_is_made_anew_by_the_next_start() {
    Path unfilled = directory.path().resolve("unfilled");
    SqlRunner failing =
        (access, sql) -> {
          throw new IllegalStateException("no driver");
        };

    assertThatThrownBy(() -> Sandbox.start(unfilled, failing)).hasMessage("no driver");

    try (Sandbox second = Sandbox.start(unfilled, Jdbc::execute)) {
      assertThat(Jdbc.query(second.main(), "SELECT count(*) FROM users")).containsExactly("200");
    }
  }

  private String source() {
    Access archive = sandbox.archive();
    return Literal.quoted(
        "host=%s port=%d dbname=%s user=%s password=%s"
            .formatted(
                archive.host(),
                archive.port(),
                archive.database(),
                archive.login().user(),
                Literal.conninfo(archive.login().password())));
  }
}
