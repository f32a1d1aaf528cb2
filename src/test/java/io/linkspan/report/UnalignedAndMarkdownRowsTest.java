package io.linkspan.report;

import static io.linkspan.report.Tables.column;
import static io.linkspan.report.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.ColumnHead;
import io.linkspan.report.Display.Expanded;
import io.linkspan.report.Display.Parts;
import io.linkspan.report.Display.Separators;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The unaligned texts are those of psql 15. */
final class UnalignedAndMarkdownRowsTest {
  private static final List<ColumnHead> HEADS =
      List.of(column("id", "int4"), column("name", "text"), column("n", "int4"));

  private static String unaligned(Display display) {
    StringWriter out = new StringWriter();
    Tables.write(
        new UnalignedRows(display, out), HEADS, row("1", "Anna\nB", "NULL"), row("22", "Bo", "3"));
    return out.toString();
  }

  @Test
  void unaligned_values_stand_as_they_are_with_a_separator_between_them() {
    assertThat(unaligned(Display.PLAIN)).isEqualTo("id|name|n\n1|Anna\nB|\n22|Bo|3\n(2 rows)\n");
  }

  @Test
  void unaligned_and_expanded_each_value_has_its_line() {
    assertThat(unaligned(Display.PLAIN.withExpanded(Expanded.ON)))
        .isEqualTo("id|1\nname|Anna\nB\nn|\n\nid|22\nname|Bo\nn|3\n");
  }

  @Test
  void the_separators_are_the_ones_that_are_set() {
    Settings settings = new Settings();
    settings.set(Setting.TUPLES_ONLY, "on");
    settings.set(Setting.FIELDSEP, "; ");
    settings.set(Setting.RECORDSEP, " / ");

    assertThat(unaligned(Display.of(settings))).isEqualTo("1; Anna\nB;  / 22; Bo; 3\n");
    assertThat(Display.of(settings).separators()).isEqualTo(new Separators("; ", " / "));
  }

  @Test
  void markdown_has_a_heading_a_rule_and_nothing_that_would_break_the_table() {
    StringWriter out = new StringWriter();

    Tables.write(new MarkdownRows(Display.PLAIN, out), HEADS, row("1", "a|b\nc*<d>", "NULL"));

    assertThat(out)
        .hasToString(
            """
            | id | name | n |
            | ---: | --- | ---: |
            | 1 | a\\|b<br>c\\*&lt;d> |  |

            """);
  }

  @Test
  void a_title_stands_above_the_table() {
    StringWriter out = new StringWriter();

    Tables.write(
        new MarkdownRows(Display.PLAIN.withParts(new Parts(true, true, "People")), out),
        List.of(column("a", "text")),
        row("x"));

    assertThat(out).hasToString("People\n\n| a |\n| --- |\n| x |\n\n");
  }
}
