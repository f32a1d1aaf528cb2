package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShownTextTest {
  private static String shown(Map<String, String> variables, String text) {
    try (Workspace workspace =
        new Workspace(new Environment(Map.of(), Path.of("/home/annie"), "annie", Path.of("/")))) {
      workspace.variables().putAll(variables);
      return new ShownText(workspace).apply(text);
    }
  }

  @Test
  void what_a_variable_named_for_a_secret_holds_is_taken_out_of_any_text() {
    assertThat(shown(Map.of("db_password", "geheim", "day", "monday"), "geheim on monday, geheim!"))
        .isEqualTo("*** on monday, ***!");
  }

  @Test
  void a_text_that_is_too_short_to_be_told_stays() {
    assertThat(shown(Map.of("pw", "ab"), "table")).isEqualTo("table");
  }
}
