package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SidesTest {
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
        "us(er)s | public | users | false",
      })
  void a_pattern_is_read_in_psqls_manner(String pattern, String schema, String name, boolean fits) {
    assertThat(new Sides(List.of(), pattern).fits(schema, name)).isEqualTo(fits);
  }
}
