package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VariablesTest {
  private static final Map<String, String> VALUES =
      Map.of("n", "3", "who", "O'Brien \"X\"", "path", "c:\\x", "users", "wrong", "int", "wrong");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "limit :n                 | limit 3",
        "name = :'who'            | name = 'O''Brien \"X\"'",
        "select :\"who\"          | select \"O'Brien \"\"X\"\"\"",
        "p = :'path'              | p = E'c:\\\\x'",
        "like:'path'              | like E'c:\\\\x'",
        ":unknown :'unknown'      | :unknown :'unknown'",
        "':n' \":n\" $$:n$$ --:n  | ':n' \":n\" $$:n$$ --:n",
        "x::int                   | x::int",
        "a[1:n]                   | a[1:n]",
        "archive:users            | archive:users",
        ":n:n                     | 33",
      })
  void variables_are_put_in_as_psql_does(String text, String expected) {
    assertThat(Variables.substitute(text, VALUES)).isEqualTo(expected);
  }
}
