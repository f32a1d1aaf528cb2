package io.linkspan.pasted;

import static io.linkspan.pasted.PastedReaderTest.INTEGER;
import static io.linkspan.pasted.PastedReaderTest.TEXT;
import static io.linkspan.pasted.PastedReaderTest.facts;
import static io.linkspan.pasted.PastedReaderTest.ids;
import static io.linkspan.pasted.PastedReaderTest.output;
import static io.linkspan.pasted.PastedReaderTest.parsed;
import static io.linkspan.pasted.PastedReaderTest.read;
import static io.linkspan.pasted.PastedReaderTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.sql.DblinkInsert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan means the rows that the pasted statement means, or there is none. */
final class KeptMeaningTest {
  @Test
  void a_correlated_subquery_of_the_remote_query_stays_as_it_is() {
    String remote =
        "SELECT o.username, o.email FROM users o WHERE EXISTS (SELECT 1 FROM users c WHERE"
            + " c.username = o.email)";
    PastedCopy copy =
        read(
            "INSERT INTO users (username, email) SELECT username, email FROM dblink('archive', '"
                + remote
                + "') AS d(username text, email text)",
            output("username", TEXT),
            output("email", TEXT));

    assertThat(request(copy)).startsWith("archive:(" + remote + ") -> main:users");
  }

  @Test
  void a_subquery_of_the_outer_select_names_its_columns_by_the_plans_alias() {
    PastedCopy copy =
        read(
            "INSERT INTO users (username, email) SELECT d.username, (SELECT max(u.email) FROM users"
                + " u WHERE u.username = d.email) FROM dblink('archive',"
                + " 'SELECT username, email FROM a') AS d(username text, email text)",
            output("username", TEXT),
            output("email", TEXT));

    assertThat(request(copy))
        .contains("map email = (SELECT max(u.email) FROM users u WHERE u.username = t.email)");
  }

  @Test
  void a_subquery_that_takes_one_of_the_aliases_is_no_plan() {
    for (String inner :
        List.of(
            "FROM users t WHERE t.username = d.email",
            "FROM users AS d WHERE d.username = 'x'",
            "FROM users u WHERE u = d")) {
      PastedCopy copy =
          read(
              "INSERT INTO users (username) SELECT (SELECT max(email) "
                  + inner
                  + ") FROM dblink('archive', 'SELECT email FROM a') AS d(email text)",
              output("email", TEXT));
      assertThat(copy.request()).as(inner).isEmpty();
      assertThat(copy.findings().toString())
          .as(inner)
          .contains("it cannot be told which columns the outer SELECT uses");
    }
  }

  @Test
  void a_subquery_over_a_column_of_another_type_is_no_plan() {
    DblinkInsert insert =
        parsed(
            "INSERT INTO users (username) SELECT (SELECT max(email) FROM users u WHERE u.username ="
                + " d.id) FROM dblink('archive', 'SELECT id FROM a') AS d(id text)");

    assertThat(ids(PastedReader.read(insert, facts(List.of(TEXT), output("id", INTEGER)))))
        .contains("no-plan-for");
  }

  @Test
  void an_expression_of_the_plans_map_is_kept_to_the_letter() {
    String filling = "(SELECT max(u.email) FROM users t JOIN users u ON u.username = t.email)";
    DblinkInsert insert =
        parsed(
            "INSERT INTO users (username) SELECT "
                + filling
                + " AS username FROM dblink('l', 'SELECT email FROM a') AS t(email text)");
    PastedFacts plain = facts(List.of(TEXT), output("email", TEXT));
    PastedFacts known =
        new PastedFacts(
            "archive",
            "main",
            plain.targetColumns(),
            plain.outputs(),
            plain.declared(),
            Map.of(),
            Map.of(),
            Map.of(new Identifier("username"), filling));

    assertThat(request(PastedReader.read(insert, known))).contains("map username = " + filling);
    assertThat(PastedReader.read(insert, plain).request()).isEmpty();
  }

  @Test
  void a_column_declared_otherwise_is_not_compared_on_the_source() {
    TypeName zoned = new TypeName(TEXT.schema(), new Identifier("timestamptz"), "timestamptz");
    String from = " FROM dblink('archive', 'SELECT created_at, email FROM a') AS t(d date, e text)";
    for (String select :
        List.of(
            "SELECT t.e" + from + " WHERE t.d = '2024-01-01'",
            "SELECT DISTINCT ON (t.d) t.e" + from,
            "SELECT DISTINCT ON (e) e" + from + " ORDER BY e, d DESC")) {
      PastedCopy copy =
          PastedReader.read(
              parsed("INSERT INTO users (email) " + select),
              facts(
                  List.of(TypeName.builtin("date"), TEXT),
                  output("created_at", zoned),
                  output("email", TEXT)));
      assertThat(copy.request()).as(select).isEmpty();
      assertThat(copy.findings().toString())
          .as(select)
          .contains("compares \"d\" as date, and it is timestamptz on the source")
          .contains("created_at::date");
    }
    assertThat(
            PastedReader.read(
                    parsed("INSERT INTO users (email) SELECT t.e" + from + " WHERE t.e > 'a'"),
                    facts(
                        List.of(TypeName.builtin("date"), TEXT),
                        output("created_at", zoned),
                        output("email", TypeName.builtin("varchar"))))
                .request())
        .isPresent();
  }

  @Test
  void a_condition_that_would_mean_another_thing_on_the_source_is_not_moved() {
    Map<String, String> conditions =
        Map.ofEntries(
            Map.entry("now() > a::timestamptz", "now()"),
            Map.entry("a = CURRENT_USER", "CURRENT_USER"),
            Map.entry("a = session_user::text", "session_user"),
            Map.entry("a::date < current_date - 1", "current_date"),
            Map.entry("a::timestamp > localtimestamp", "localtimestamp"),
            Map.entry("a::timestamptz > 'today 10:00'", "'today 10:00'"),
            Map.entry("random() < 0.5", "random()"),
            Map.entry("nextval('s') > 5", "nextval()"),
            Map.entry("app.lower(a) = 'x'", "app.lower()"),
            Map.entry("is_ours(a)", "is_ours()"),
            Map.entry("a::mood = 'glad'", "the type mood"),
            Map.entry("CAST(a AS app.mood) = 'glad'", "the type app.mood"),
            Map.entry("a = mood 'glad'", "the type mood"),
            Map.entry("a::regclass = 'users'", "the type regclass"));
    conditions.forEach(
        (condition, part) -> {
          PastedCopy copy = filtered(condition);
          assertThat(copy.request()).as(condition).isEmpty();
          assertThat(copy.findings().toString()).as(condition).contains("WHERE has " + part + ",");
        });
  }

  @Test
  void a_plain_condition_is_moved() {
    for (String condition :
        List.of(
            "a > 'b' AND NOT (b IS NULL OR b IN ('user', 'x')) AND true",
            "lower(a) LIKE 'x!_%' ESCAPE '!' AND b NOT ILIKE 'y%'",
            "a BETWEEN 'a' AND 'b' AND b SIMILAR TO '(x|y)%'",
            "a::timestamp with time zone >= timestamptz '2024-01-01' - interval '1 day'",
            "CAST(a AS numeric(10,2)) > 1.5 AND pg_catalog.length(b) = 3",
            "coalesce(a, b) <> '' AND a::timestamptz AT TIME ZONE 'UTC' > '2024-01-01'",
            "(a::int[])[1] = ANY (ARRAY[1, 2]) AND CASE WHEN a = b THEN 1 ELSE 2 END = 1")) {
      PastedCopy copy = filtered(condition);
      assertThat(request(copy)).as(condition).contains(" where " + condition);
      assertThat(ids(copy)).as(condition).containsExactly("where-moved");
    }
  }

  private static PastedCopy filtered(String condition) {
    return read(
        "INSERT INTO users (username, email) SELECT a, b FROM dblink('archive', 'SELECT a, b FROM"
            + " x') AS d(a text, b text) WHERE "
            + condition,
        output("a", TEXT),
        output("b", TEXT));
  }
}
