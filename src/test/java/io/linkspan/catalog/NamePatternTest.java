package io.linkspan.catalog;

import static io.linkspan.catalog.NamePattern.Level.DATABASE_AND_NAME;
import static io.linkspan.catalog.NamePattern.Level.DATABASE_SCHEMA_AND_NAME;
import static io.linkspan.catalog.NamePattern.Level.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What psql 15 makes of the same patterns, as {@code psql -E} shows it. */
final class NamePatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "users => ^(users)$",
        "USERS => ^(users)$",
        "us*rs => ^(us.*rs)$",
        "user? => ^(user.)$",
        "\"Users\" => ^(Users)$",
        "U\"S\"er => ^(uSer)$",
        "\"a*b\" => ^(a\\*b)$",
        "\"a.b\" => ^(a\\.b)$",
        "\"a\"\"b\" => ^(a\"b)$",
        "\"a[b](c)|{d}+^?\\\" => ^(a\\[b\\]\\(c\\)\\|\\{d\\}\\+\\^\\?\\\\)$",
        "[a-z]+|b(c) => ^([a-z]+|b(c))$",
        "a$1 => ^(a\\$1)$",
        "\"a$\" => ^(a\\$)$",
        "int[] => ^(int\\[])$",
        "int[4] => ^(int[4])$",
        "ÄÖ => ^(ÄÖ)$",
      })
  void a_name_becomes_the_regular_expression_that_psql_makes_of_it(String typed, String regex) {
    assertThat(NamePattern.parse(typed, DATABASE_SCHEMA_AND_NAME))
        .isEqualTo(new NamePattern(typed, Optional.empty(), Optional.empty(), Optional.of(regex)));
  }

  @Test
  void a_star_alone_asks_for_nothing() {
    assertThat(NamePattern.parse("*", NAME))
        .isEqualTo(new NamePattern("*", Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(NamePattern.parse("", NAME)).isEqualTo(NamePattern.NONE);
  }

  @Test
  void dots_outside_quotes_part_database_schema_and_name() {
    assertThat(NamePattern.parse("\"My.Db\".crm*.us?rs", DATABASE_SCHEMA_AND_NAME))
        .isEqualTo(
            new NamePattern(
                "\"My.Db\".crm*.us?rs",
                Optional.of("My.Db"),
                Optional.of("^(crm.*)$"),
                Optional.of("^(us.rs)$")));
    assertThat(NamePattern.parse("public.*", DATABASE_SCHEMA_AND_NAME))
        .isEqualTo(
            new NamePattern(
                "public.*", Optional.empty(), Optional.of("^(public)$"), Optional.empty()));
    assertThat(NamePattern.parse("db.public", DATABASE_AND_NAME))
        .isEqualTo(
            new NamePattern(
                "db.public", Optional.of("db"), Optional.empty(), Optional.of("^(public)$")));
  }

  @ParameterizedTest
  @CsvSource({"a.b,NAME", "a.b.c,DATABASE_AND_NAME", "a.b.c.d,DATABASE_SCHEMA_AND_NAME"})
  void a_name_has_no_more_parts_than_its_kind_allows(String typed, NamePattern.Level level) {
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> NamePattern.parse(typed, level));

    assertThat(refusal.fields().message())
        .isEqualTo("improper qualified name (too many dotted names): " + typed);
  }

  @Test
  void another_database_is_refused_as_the_server_does() {
    NamePattern pattern = NamePattern.parse("other.public.users", DATABASE_SCHEMA_AND_NAME);

    pattern.requireDatabase("other");
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> pattern.requireDatabase("mine"));

    assertThat(refusal.fields().message())
        .isEqualTo("cross-database references are not implemented: other.public.users");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "`` | public | users | true",
        "users | public | users | true",
        "USERS | public | users | true",
        "users | public | Users | false",
        "\"Users\" | public | Users | true",
        "us* | public | users | true",
        "us | public | users | false",
        "user? | public | users | true",
        "*.users | crm | users | true",
        "crm.* | crm | users | true",
        "crm.us* | public | users | false",
        "\"a.b\" | public | a.b | true",
        "\"a*\" | public | ab | false",
        "us(er)s | public | users | true",
        "a$b | public | a$b | true",
      })
  void a_pattern_fits_names_that_are_at_hand(
      String typed, String schema, String name, boolean fits) {
    assertThat(NamePattern.parse(typed, DATABASE_SCHEMA_AND_NAME).fits(schema, name))
        .isEqualTo(fits);
  }

  @Test
  void a_pattern_that_is_no_regular_expression_is_refused() {
    NamePattern pattern = NamePattern.parse("(a", NAME);

    UserException refusal =
        catchThrowableOfType(UserException.class, () -> pattern.fits("public", "a"));

    assertThat(refusal.fields().message()).startsWith("invalid pattern \"(a\": ");
  }

  @Test
  void a_name_without_wildcards_is_shown_as_the_server_has_it() {
    assertThat(NamePattern.parse("Crm.\"Us*ers\"", DATABASE_SCHEMA_AND_NAME).shown())
        .isEqualTo("crm.Us*ers");
    assertThat(NamePattern.parse("Crm.us*", DATABASE_SCHEMA_AND_NAME).shown()).isEqualTo("Crm.us*");
  }

  @Test
  void types_go_by_their_other_spellings_too() {
    assertThat(NamePattern.ofType("INT", DATABASE_SCHEMA_AND_NAME).name()).contains("^(integer)$");
    assertThat(NamePattern.ofType("float[]", DATABASE_SCHEMA_AND_NAME).name())
        .contains("^(double precision\\[])$");
  }
}
