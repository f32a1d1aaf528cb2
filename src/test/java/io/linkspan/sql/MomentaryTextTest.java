package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentaryTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "now()|now()",
        "coalesce(seen, current_timestamp)|current_timestamp",
        "current_date - born|current_date",
        "nextval('s')|nextval()",
        "pg_catalog.random() * 5|random()",
        "gen_random_uuid()|gen_random_uuid()",
        "'now'::timestamptz|'now'",
        "timestamp ' Yesterday '|'yesterday'",
        "LocalTimestamp(3)|localtimestamp"
      })
  void what_differs_each_time_is_found(String expression, String found) {
    assertThat(MomentaryText.in(expression)).hasValue(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lower(email)",
        "coalesce(kind, 'user')",
        "\"now\"",
        "'right now'",
        "created /* now() */",
        "date_trunc('day', seen)"
      })
  void what_stays_the_same_is_not_taken_for_it(String expression) {
    assertThat(MomentaryText.in(expression)).isEmpty();
  }
}
