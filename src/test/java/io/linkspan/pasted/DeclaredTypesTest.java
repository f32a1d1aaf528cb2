package io.linkspan.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeclaredTypesTest {
  private static TypeName type(String spelled) {
    String[] parts = spelled.split("\\(", 2);
    String sql = parts.length == 1 ? parts[0] : parts[0] + "(" + parts[1];
    return new TypeName(new Identifier("pg_catalog"), new Identifier(parts[0]), sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamptz|timestamp|true|drops the time zone; the local time of the source's session is kept",
        "timestamptz|date|true|keeps the local date of the source's session alone",
        "timestamp|timestamptz|true|takes it for a time in the target session's time zone",
        "timestamp|date|true|keeps the date alone",
        "numeric(10,4)|numeric(10,2)|true|rounds to 2 digits after the point",
        "numeric|numeric(10,2)|true|rounds to 2 digits after the point",
        "float8|numeric(10,2)|true|rounds to 2 digits after the point",
        "numeric(10,2)|numeric(8,2)|false|stops the copy at a number with too many digits",
        "timestamp|timestamp(0)|true|rounds to 0 digits of a second",
        "int8|int4|false|stops the copy at a number out of range",
        "numeric|int4|false|stops the copy at a number with a fraction",
        "text|varchar(3)|false|stops the copy at a value longer than 3",
        "varchar(9)|varchar(3)|false|stops the copy at a value longer than 3",
        "text|int4|false|stops the copy at a text that cannot be read",
        "int4|varchar(3)|false|stops the copy at a value longer than 3",
        "float8|float4|true|keeps the leading digits alone",
        "text|name|true|cuts values to 63 bytes"
      })
  void a_type_that_loses_something_says_what(
      String real, String declared, boolean silent, String what) {
    assertThat(DeclaredTypes.loss(type(real), type(declared)))
        .contains(new DeclaredTypes.Loss(what, silent));
  }

  @ParameterizedTest
  @CsvSource({
    "int4,int8",
    "int4,numeric",
    "text,text",
    "varchar(3),varchar(9)",
    "varchar(3),text",
    "timestamptz,timestamptz",
    "json,text",
    "int4,text"
  })
  void a_type_that_takes_every_value_says_nothing(String real, String declared) {
    assertThat(DeclaredTypes.loss(type(real), type(declared))).isEmpty();
  }
}
