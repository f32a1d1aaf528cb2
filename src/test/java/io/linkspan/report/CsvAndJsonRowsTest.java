package io.linkspan.report;

import static io.linkspan.report.Tables.column;
import static io.linkspan.report.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvAndJsonRowsTest {
  private final StringWriter out = new StringWriter();

  @Test
  void csv_tells_null_from_the_empty_text_and_quotes_what_needs_it() {
    Tables.write(
        new CsvRows(out),
        List.of(column("a", "text"), column("b,c", "text")),
        row("NULL", ""),
        row("say \"hi\"", "two\nlines"));

    assertThat(out).hasToString("a,\"b,c\"\n,\"\"\n\"say \"\"hi\"\"\",\"two\nlines\"\n");
  }

  @Test
  void csv_has_the_text_that_stands_for_null() {
    Tables.write(
        new CsvRows(out, true, "<none>"),
        List.of(column("a", "text"), column("b", "text")),
        row("NULL", ""));

    assertThat(out).hasToString("a,b\n<none>,\"\"\n");
  }

  @Test
  void json_keeps_numbers_booleans_and_json_as_such() {
    Tables.write(
        new JsonRows(out),
        List.of(
            column("id", "int8"),
            column("ok", "bool"),
            column("doc", "jsonb"),
            column("x", "float8"),
            column("t", "text")),
        row("9007199254740993", "t", "{\"a\": [1, null]}", "NaN", "<a> \"q\""),
        row("NULL", "f", "null", "1e+30", "\u001b"));

    assertThat(out)
        .hasToString(
            """
            [{"id":9007199254740993,"ok":true,"doc":{"a": [1, null]},"x":"NaN","t":"<a> \\"q\\""},
             {"id":null,"ok":false,"doc":null,"x":1e+30,"t":"\\u001b"}]
            """);
  }

  @Test
  void json_without_rows_is_an_empty_array() {
    Tables.write(new JsonRows(out), List.of(column("id", "int8")));

    assertThat(out).hasToString("[]\n");
  }
}
