package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.connection.Environment;
import io.linkspan.pg.UserException;
import io.linkspan.request.ClauseParser;
import io.linkspan.sql.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RegistryTest {
  private final Registry registry =
      Registry.of(new Workspace(new Environment(Map.of(), Path.of("."), "u", Path.of("."))));

  @Test
  void every_command_says_how_it_is_typed_and_what_it_does() {
    for (Command command : registry.commands()) {
      Usage usage = command.usage();
      assertThat(usage.forms()).as(usage.name()).isNotEmpty();
      assertThat(usage.summary()).as(usage.name()).isNotBlank().doesNotEndWith(".");
      assertThat(usage.forms())
          .as(usage.name())
          .allMatch(
              form -> form.startsWith(" ") || usage.words().stream().anyMatch(form::startsWith));
      assertThat(usage.forms().get(0)).as(usage.name()).doesNotStartWith(" ");
    }
  }

  @Test
  void every_example_is_understood_as_its_command() {
    for (Command command : registry.commands()) {
      for (String example : command.usage().examples()) {
        Input input = Input.of(example);
        if (input instanceof Input.OfCommand typed) {
          assertThat(registry.find(typed.word())).as(example).contains(command);
        }
      }
    }
  }

  @Test
  void every_example_of_a_clause_can_be_parsed() {
    for (Usage usage : ClauseUsages.all()) {
      for (String example : usage.examples()) {
        assertThat(ClauseParser.parseAll(Tokens.of(example))).as(example).hasSize(1);
      }
    }
  }

  @Test
  void no_word_calls_two_commands_and_none_hides_a_statement() {
    List<String> words = new ArrayList<>();
    registry.commands().forEach(command -> words.addAll(command.usage().words()));

    assertThat(words).doesNotHaveDuplicates();
    assertThat(words)
        .filteredOn(Input.VERBS::contains)
        .containsExactlyInAnyOrder("refresh", "truncate", "set", "explain");
  }

  @Test
  void an_unknown_word_gets_the_nearest_one() {
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> registry.require("tabels"));

    assertThat(refusal.fields().message()).isEqualTo("unknown command \"tabels\"");
    assertThat(refusal.fields().hint()).contains("Perhaps you mean \"tables\".");
    assertThat(
            catchThrowableOfType(UserException.class, () -> registry.require("xyzzy"))
                .fields()
                .hint())
        .contains("See all commands: help");
  }
}
