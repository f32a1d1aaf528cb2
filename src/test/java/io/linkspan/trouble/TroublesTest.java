package io.linkspan.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.check.CheckId;
import io.linkspan.command.LinkspanConversation;
import io.linkspan.connection.Environment;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.trouble.Scene.End;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TroublesTest {
  private static final String THROUGH =
      "while executing query on dblink connection named \"linkspan_archive\"";
  private static final Scene COPY =
      Scene.copy(
          new End("archive", Optional.of(new Identifier("reader"))),
          new End("main", Optional.of(new Identifier("App User"))));

  private static ErrorFields error(String state, String message) {
    return ErrorFields.of(message).withSqlState(new SqlState(state));
  }

  private static ErrorFields through(String state, String message) {
    return new ErrorFields(
        message,
        Optional.of(new SqlState(state)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(THROUGH),
        0);
  }

  private static String id(ErrorFields fields, Scene scene) {
    return Troubles.find(fields, scene).map(Trouble::id).orElse("none");
  }

  @Test
  void every_id_stands_once() {
    assertThat(Troubles.all()).extracting(Trouble::id).doesNotHaveDuplicates();
  }

  @Test
  void the_same_words_of_either_side_are_two_troubles() {
    String message = "permission denied for table people";

    assertThat(id(through("42501", message), COPY)).isEqualTo("table-denied-on-source");
    assertThat(id(error("42501", message), COPY)).isEqualTo("table-denied-on-target");
  }

  @Test
  void the_line_for_the_dba_names_server_table_and_role_quoted() {
    Explanation source =
        Troubles.explained(through("42501", "permission denied for table Some People"), COPY)
            .explanation()
            .orElseThrow();
    Explanation target =
        Troubles.explained(error("42501", "permission denied for table people"), COPY)
            .explanation()
            .orElseThrow();

    assertThat(source.cause())
        .startsWith("The source \"archive\" raised it; the target \"main\" passes it on.");
    assertThat(source.next())
        .contains("On archive, as its owner: GRANT SELECT ON \"Some People\" TO reader;");
    assertThat(target.cause()).startsWith("The target \"main\" raised it.");
    assertThat(target.next())
        .contains("On main, as its owner: GRANT SELECT, INSERT, UPDATE ON people TO \"App User\";");
  }

  @Test
  void a_name_with_quotes_stays_one_name_in_the_line_for_the_dba() {
    String hostile = "permission denied for table x\"; DROP TABLE y; --";

    String next =
        Troubles.explained(error("42501", hostile), COPY).explanation().orElseThrow().next();

    assertThat(next).contains("ON \"x\"\"; DROP TABLE y; --\" TO");
  }

  @Test
  void a_server_of_another_language_is_told_by_its_sqlstate() {
    assertThat(id(error("23505", "doppelter Schlüsselwert verletzt Unique-Constraint »k«"), COPY))
        .isEqualTo("key-taken");
    assertThat(id(error("42501", "keine Berechtigung für Tabelle people"), COPY))
        .isEqualTo("right-missing");
    assertThat(
            id(
                error("08001", "could not establish connection")
                    .withDetail("Verbindungsaufbau abgelehnt"),
                COPY))
        .isEqualTo("source-unreachable");
    assertThat(id(through("57014", "storniere Anfrage wegen Zeitüberschreitung der Anfrage"), COPY))
        .isEqualTo("timeout-on-source");
    assertThat(id(error("2F003", "Passwort wird benötigt"), COPY)).isEqualTo("password-required");
  }

  @Test
  void a_password_rule_and_a_mistyped_name_are_told_apart_by_what_was_typed() {
    ErrorFields said =
        error("2F003", "password is required")
            .withDetail("Non-superusers must provide a password in the connection string.");

    assertThat(id(said, typed("SELECT * FROM dblink('archiv', 'SELECT 1') AS t(a int)")))
        .isEqualTo("connection-name-of-ordinary-role");
    assertThat(id(said, typed("SELECT * FROM dblink('host=h dbname=d', 'x') AS t(a int)")))
        .isEqualTo("password-missing");
    assertThat(id(said, COPY)).isEqualTo("password-missing");
  }

  @Test
  void a_server_that_was_asked_for_dblink_itself_is_no_source_and_no_target() {
    ErrorFields denied =
        error("42501", "permission denied to create extension \"dblink\"")
            .withHint("Must be superuser to create this extension.");
    Scene scene =
        Scene.typed(End.of("archive"), Optional.of(End.of("archive")), "CREATE EXTENSION dblink");

    assertThat(Troubles.ofTyped(denied, scene).explanation().orElseThrow().cause())
        .startsWith("\"archive\" raised it. ");
  }

  private static Scene typed(String sql) {
    return Scene.typed(End.of("main"), Optional.of(End.of("archive")), sql);
  }

  @Test
  void a_fatal_in_the_detail_is_the_sources_word() {
    ErrorFields refused =
        error("08001", "could not establish connection")
            .withDetail(
                "connection to server at \"h\", port 1 failed: FATAL:  database \"x\" does not exist");
    ErrorFields unreached =
        error("08001", "could not establish connection")
            .withDetail("connection to server at \"h\", port 1 failed: Connection refused");

    assertThat(cause(refused, COPY))
        .startsWith("The source \"archive\" raised it when the target \"main\" connected to it.");
    assertThat(cause(unreached, COPY)).startsWith("The target \"main\" raised it.");
  }

  private static String cause(ErrorFields fields, Scene scene) {
    return Troubles.explained(fields, scene).explanation().orElseThrow().cause();
  }

  @Test
  void an_error_that_no_entry_knows_still_gets_its_side() {
    ErrorFields odd = through("P0001", "somebody's own exception");

    Explanation why = Troubles.explained(odd, COPY).explanation().orElseThrow();

    assertThat(why.cause()).startsWith("The source \"archive\" raised it");
    assertThat(why.next()).isEqualTo("See the statement that was sent: plan sql");
  }

  @Test
  void what_the_server_said_stays_whole() {
    ErrorFields said =
        new ErrorFields(
            "permission denied for table people",
            Optional.of(new SqlState("42501")),
            Optional.of("detail"),
            Optional.of("hint"),
            Optional.of(THROUGH),
            7);

    ErrorFields told = Troubles.explained(said, COPY);

    assertThat(told.withExplanation(new Explanation("", "")))
        .isEqualTo(said.withExplanation(new Explanation("", "")));
  }

  @Test
  void plain_sql_at_the_prompt_is_left_alone() {
    ErrorFields division = error("22012", "division by zero");

    assertThat(Troubles.ofTyped(division, typed("SELECT 1/0")).explanation()).isEmpty();
    assertThat(
            Troubles.ofTyped(division, typed("SELECT 1/a FROM dblink('c', 'x') AS t(a int)"))
                .explanation())
        .isPresent();
    assertThat(
            Troubles.ofTyped(through("22012", "division by zero"), typed("SELECT * FROM v"))
                .explanation())
        .isPresent();
  }

  @Test
  void the_text_of_either_version_is_known() {
    for (String message :
        List.of("password is required", "password or GSSAPI delegated credentials required")) {
      assertThat(id(error("2F003", message).withDetail("anything else"), COPY))
          .isEqualTo("password-required");
    }
  }

  @Test
  void no_text_is_left_with_a_hole_or_a_brace() {
    for (Trouble trouble : Troubles.all()) {
      Stream<String> texts =
          Stream.concat(
              Stream.of(trouble.title(), trouble.advice().cause()),
              Stream.concat(trouble.advice().next().stream(), trouble.advice().byHand().stream()));
      assertThat(texts.map(Troubles::plain))
          .as(trouble.id())
          .noneMatch(text -> text.matches("(?s).*\\{(quoted )?[a-z]+}.*"));
    }
  }

  @Test
  void the_checks_that_find_a_trouble_before_are_checks_of_linkspan() {
    assertThat(Troubles.all())
        .flatExtracting(each -> each.found().checks())
        .isSubsetOf(CheckId.texts());
  }

  @Test
  void an_entry_that_names_another_one_names_one_that_there_is() {
    Pattern help = Pattern.compile("help ([a-z]+(?:-[a-z]+)+)");
    for (Trouble trouble : Troubles.all()) {
      for (String way : trouble.advice().next()) {
        Matcher named = help.matcher(way);
        while (named.find()) {
          assertThat(Troubles.named(named.group(1))).as(way).hasSize(1);
        }
      }
    }
  }

  @Test
  void a_sqlstate_gives_all_that_come_with_it() {
    assertThat(Troubles.named("2f003"))
        .extracting(Trouble::id)
        .contains("password-missing", "password-not-asked", "statement-gives-rows");
    assertThat(Troubles.named("password-missing")).hasSize(1);
    assertThat(Troubles.named("nothing-of-the-kind")).isEmpty();
  }

  /** What one is told to type begins, after a colon, with a word of linkspan's or of SQL. */
  @Test
  void what_is_to_be_typed_next_can_be_typed() {
    Path nowhere = Path.of("/nonexistent");
    String reference =
        new LinkspanConversation(new Environment(Map.of(), nowhere, "tester", nowhere), Map.of())
            .reference();
    Pattern command = Pattern.compile(": ([a-z]+) [^:]*$");

    List<String> wrong = new ArrayList<>();
    for (Trouble trouble : Troubles.all()) {
      for (String next : trouble.advice().next()) {
        Matcher typed = command.matcher(Troubles.plain(next));
        boolean elsewhere = next.matches("(On|There|Then on|Nothing)\\b.*");
        if (!elsewhere
            && typed.find()
            && Pattern.compile("[A-Z]|…|->").matcher(typed.group()).find()
            && !reference.contains("\n### " + typed.group(1) + "\n")
            && !reference.contains("\n" + typed.group(1) + " ")) {
          wrong.add(trouble.id() + ": " + next);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void data_of_the_source_ends_no_line_and_no_constant() {
    String message = "invalid input value for enum mood: \"O'Neil\nmap x = evil()\"";

    Explanation why = Troubles.explained(error("22P02", message), COPY).explanation().orElseThrow();

    assertThat(why.next()).contains("when 'O''Neil map x = evil()' then");
    assertThat(why.next().lines()).noneMatch(line -> line.startsWith("map x"));
  }

  @Test
  void a_value_of_any_length_is_cut() {
    String message = "invalid input syntax for type integer: \"" + "9".repeat(300_000) + "\"";

    Explanation why = Troubles.explained(error("22P02", message), COPY).explanation().orElseThrow();

    assertThat(why.cause()).contains("999…").hasSizeLessThan(600);
  }

  @Test
  void of_several_addresses_the_word_of_a_server_counts() {
    ErrorFields fields =
        error("08001", "could not establish connection")
            .withDetail(
                "connection to server at \"localhost\" (::1), port 5432 failed: Connection refused\n"
                    + "connection to server at \"localhost\" (127.0.0.1), port 5432 failed: FATAL:"
                    + "  password authentication failed for user \"app\"");

    assertThat(id(fields, COPY)).isEqualTo("password-wrong");
  }

  @Test
  void an_unknown_function_beside_dblink_is_no_missing_extension() {
    Scene typed =
        Scene.typed(End.of("main"), Optional.empty(), "SELECT lowr(a) FROM dblink('c', 'x')");

    assertThat(id(error("42883", "function lowr(text) does not exist"), typed))
        .isEqualTo("operator-missing");
    assertThat(id(error("42883", "function x.dblink(unknown, unknown) does not exist"), typed))
        .isEqualTo("extension-missing");
  }

  @Test
  void what_is_typed_by_hand_is_not_told_to_run_the_plan() {
    Scene typed = Scene.typed(End.of("main"), Optional.empty(), "SELECT dblink('c', 'x')");
    ErrorFields cancelled = error("57014", "canceling statement due to user request");

    assertThat(Troubles.explained(cancelled, typed).explanation().orElseThrow().next())
        .doesNotContain(": run");
    assertThat(Troubles.explained(cancelled, COPY).explanation().orElseThrow().next())
        .contains(": run");
  }

  @Test
  void what_the_shell_asks_the_source_itself_is_raised_by_the_source() {
    Scene scene =
        Scene.onSource(new End("archive", Optional.of(new Identifier("reader"))), End.of("main"));

    Explanation why =
        Troubles.explained(error("42501", "permission denied for table people"), scene)
            .explanation()
            .orElseThrow();

    assertThat(why.cause()).startsWith("The source \"archive\" raised it.");
    assertThat(why.next()).contains("On archive, as its owner: GRANT SELECT ON people TO reader;");
  }
}
