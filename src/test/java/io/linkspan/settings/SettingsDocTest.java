package io.linkspan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/settings.md names every setting; {@code -Ddocs.update=true} writes its table anew. */
final class SettingsDocTest {
  private static final Path PAGE = Path.of("docs/settings.md");
  private static final String RULE = "|---|---|---|---|---|\n";

  @Test
  void the_page_lists_every_setting_as_it_is() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(RULE) + RULE.length();
    int end = page.indexOf("\n\n", begin) + 1;
    String table = String.join("", rows());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
      return;
    }

    assertThat(page.substring(begin, end)).isEqualTo(table);
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      String standard = setting.standard().isEmpty() ? "" : code(setting.standard());
      rows.add(
          "| `[%s]` | `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.group().title(),
                  setting.label(),
                  setting.words().isEmpty()
                      ? setting.described()
                      : String.join(", ", setting.words().stream().map(w -> code(w)).toList()),
                  standard,
                  setting.summary().substring(0, 1).toUpperCase(Locale.ROOT)
                      + setting.summary().substring(1)));
    }
    return rows;
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|").replace("\n", "\\n") + "`";
  }
}
