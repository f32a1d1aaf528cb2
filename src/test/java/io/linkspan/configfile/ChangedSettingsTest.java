package io.linkspan.configfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import io.linkspan.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChangedSettingsTest {
  private static String changed(String text, Map<Setting, String> values) {
    return ChangedSettings.in(TomlText.parse(Path.of("config.toml"), text), values).text();
  }

  @Test
  void a_text_gets_the_sections_that_it_lacks() {
    assertThat(changed("", Map.of(Setting.FORMAT, "csv", Setting.HINTS, "off")))
        .isEqualTo("[results]\nformat = \"csv\"\n\n[terminal]\nhints = false\n");
  }

  @Test
  void a_value_is_changed_in_its_line_and_every_other_byte_stays() {
    String before =
        """
        # my settings
        [results] # first
          format   =  "table"   # not # csv

        null='#'#marks
        # the end of results

        [connections.x]
        host = "h" # results.format = 1
        """;

    String after =
        changed(before, Map.of(Setting.FORMAT, "json", Setting.NULL, "\"", Setting.BORDER, "0"));

    assertThat(after)
        .isEqualTo(
            """
            # my settings
            [results] # first
              format   =  "json"   # not # csv

            null="\\""#marks
            border = 0
            # the end of results

            [connections.x]
            host = "h" # results.format = 1
            """);
  }

  @Test
  void line_ends_and_a_missing_last_one_are_minded() {
    assertThat(changed("[care]\r\nconfirm = 'never'", Map.of(Setting.CONFIRM, "always")))
        .isEqualTo("[care]\r\nconfirm = \"always\"");
    assertThat(changed("[care]\r\n[terminal]", Map.of(Setting.KEYS, "vi")))
        .isEqualTo("[care]\r\n[terminal]\r\nkeys = \"vi\"\r\n");
  }

  @Test
  void what_is_written_otherwise_is_left_to_the_user() {
    for (String text :
        new String[] {
          "results = { format = 'csv' }\n",
          "results.format = 'csv'\n",
          "[results]\n\"format\" = '''\ncsv'''\n"
        }) {
      UserException error =
          catchThrowableOfType(
              UserException.class, () -> changed(text, Map.of(Setting.FORMAT, "json")));

      assertThat(error)
          .hasMessage("could not change setting \"format\" in configuration file \"config.toml\"");
    }
  }
}
