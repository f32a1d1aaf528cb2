package io.linkspan.configfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import io.linkspan.settings.Setting;
import io.linkspan.settings.StartSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingSectionsTest {
  private static final Path FILE = Path.of("config.toml");

  @TempDir Path directory;

  private static StartSettings read(String text) {
    return SettingSections.read(TomlText.parse(FILE, text));
  }

  /** The lines of an error as the user sees them, without their heads. */
  private static String shown(UserException error) {
    return error.fields().message()
        + error.fields().detail().map(text -> "⏎" + text).orElse("")
        + error.fields().hint().map(text -> "⏎" + text).orElse("");
  }

  @Test
  void each_section_is_read() {
    StartSettings said =
        read(
            """
            # mine
            [results]
            format = "CSV"
            null = "∅"
            border = 2
            footer = false
            expanded = true
            [terminal]
            keys = "vi"
            [care]
            confirm = "always"
            [start]
            script = "mine.lks"
            route = "archive -> main"
            [variables]
            since = "2025-01-01"
            n = 7
            [connections.archive]
            host = "h"
            """);

    assertThat(said)
        .isEqualTo(
            new StartSettings(
                Map.of(
                    Setting.FORMAT, "csv",
                    Setting.NULL, "∅",
                    Setting.BORDER, "2",
                    Setting.FOOTER, "off",
                    Setting.EXPANDED, "on",
                    Setting.KEYS, "vi",
                    Setting.CONFIRM, "always"),
                Optional.of("mine.lks"),
                Optional.of("archive -> main"),
                Map.of("since", "2025-01-01", "n", "7")));
  }

  @Test
  void an_empty_text_says_nothing() {
    assertThat(read("")).isEqualTo(StartSettings.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "[resluts]⏎format = 'csv' | unknown section \"resluts\"⏎Configuration file \"config.toml\", line 1, column 1.⏎Perhaps you mean \"results\".",
        "x = 1 | unknown key \"x\"⏎Configuration file \"config.toml\", line 1, column 1.⏎Sections are results, terminal, care, start, variables, connections.",
        "format = 'csv' | unknown key \"format\"⏎Configuration file \"config.toml\", line 1, column 1.⏎It belongs into section [results].",
        "results = 1 | \"results\" is not a section⏎Configuration file \"config.toml\", line 1, column 1.⏎Write [results].",
        "[results]⏎formt = 'csv' | unknown key \"formt\" of section \"results\"⏎Configuration file \"config.toml\", line 2, column 1.⏎Perhaps you mean \"format\".",
        "[results]⏎⏎  keys = 'vi' | unknown key \"keys\" of section \"results\"⏎Configuration file \"config.toml\", line 3, column 3.⏎It belongs into section [terminal].",
        "[care]⏎zzz = 1 | unknown key \"zzz\" of section \"care\"⏎Configuration file \"config.toml\", line 2, column 1.⏎Its keys are confirm.",
        "[results]⏎format = 'xml' | setting \"format\" does not take \"xml\"⏎Configuration file \"config.toml\", line 2, column 1.⏎It takes table, unaligned, csv, json, markdown.",
        "[results]⏎format = ['csv'] | setting \"format\" does not take an array⏎Configuration file \"config.toml\", line 2, column 1.⏎It takes table, unaligned, csv, json, markdown.",
        "[results]⏎format = true | setting \"format\" does not take true⏎Configuration file \"config.toml\", line 2, column 1.⏎It takes table, unaligned, csv, json, markdown.",
        "[results]⏎border = 3 | setting \"border\" does not take \"3\"⏎Configuration file \"config.toml\", line 2, column 1.⏎It takes a number from 0 to 2.",
        "[results]⏎null = 0 | setting \"null\" does not take 0⏎Configuration file \"config.toml\", line 2, column 1.⏎It takes any text.",
        "[start]⏎scirpt = 'x' | unknown key \"scirpt\" of section \"start\"⏎Configuration file \"config.toml\", line 2, column 1.⏎Perhaps you mean \"script\".",
        "[start]⏎script = 1 | key \"script\" is not text⏎Configuration file \"config.toml\", line 2, column 1.⏎Put it in quotes.",
        "[start]⏎route = 'archive to main' | \"archive to main\" is not a route⏎Configuration file \"config.toml\", line 2, column 1.⏎Write two names of connections: route = \"archive -> main\"",
        "[variables]⏎a = [] | variable \"a\" is neither text nor a number⏎Configuration file \"config.toml\", line 2, column 1.⏎Put it in quotes.",
        "[variables]⏎\"a b\" = 1 | no variable can have the name \"a b\"⏎Configuration file \"config.toml\", line 2, column 1.⏎Use letters, digits and \"_\".",
        "[results]⏎format = csv | could not read configuration file \"config.toml\": line 2, column 10⏎There, write a text in quotes, a number, true or false.",
        "[results]⏎border = 1⏎border = 2 | could not read configuration file \"config.toml\": line 3, column 1⏎It is there twice; take one of them out.",
      })
  void a_mistake_is_told_with_its_place(String text, String message) {
    UserException error =
        catchThrowableOfType(UserException.class, () -> read(text.replace('⏎', '\n')));

    assertThat(shown(error)).isEqualTo(message);
    assertThat(error.kind()).isEqualTo(UserException.Kind.USAGE);
  }

  @Test
  void a_file_that_cannot_be_read_is_told() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Path latin = Files.write(directory.resolve("latin"), new byte[] {'a', '\n', 'b', (byte) 0xe4});

    assertThat(
            catchThrowableOfType(UserException.class, () -> new ConfigurationFile(folder).read()))
        .hasMessage("configuration file \"" + folder + "\" is a directory");
    assertThat(catchThrowableOfType(UserException.class, () -> new ConfigurationFile(latin).read()))
        .hasMessage("configuration file \"" + latin + "\" is not text in UTF-8: line 2, column 2");
  }
}
