package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import io.linkspan.report.OutputFormat;
import io.linkspan.shell.BatchInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {
  private static UserException mistake(String... arguments) {
    return catchThrowableOfType(UserException.class, () -> Arguments.parse(arguments));
  }

  @Test
  void capital_x_leaves_the_configuration_file_alone() {
    assertThat(Arguments.parse("-X").skipConfiguration()).isTrue();
    assertThat(Arguments.parse("--no-settings").skipConfiguration()).isTrue();
  }

  @Test
  void nothing_opens_the_prompt() {
    assertThat(Arguments.parse())
        .isEqualTo(
            new Arguments(
                false,
                false,
                false,
                List.of(),
                Map.of(),
                false,
                false,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                false));
  }

  @Test
  void commands_and_scripts_keep_their_order() {
    assertThat(
            Arguments.parse("-c", "tables", "-f", "a.ls", "--command", "run", "--file=b.ls", "c.ls")
                .inputs()
                .stream()
                .map(BatchInput::name)
                .toList())
        .isEqualTo(List.of("", "a.ls", "", "b.ls", "c.ls"));
  }

  @Test
  void the_sandbox_may_tell_its_story_and_run_scripts() {
    Arguments arguments =
        Arguments.parse("sandbox", "--story", "x.ls", "--yes", "--echo", "--no-color");

    assertThat(arguments)
        .isEqualTo(
            new Arguments(
                true,
                false,
                true,
                arguments.inputs(),
                Map.of(),
                true,
                true,
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                false));
    assertThat(arguments.inputs()).hasSize(1);
  }

  @Test
  void variables_may_hold_equal_signs() {
    assertThat(Arguments.parse("-v", "a=1", "-v", "b=c=d", "--variable", "e=").variables())
        .isEqualTo(Map.of("a", "1", "b", "c=d", "e", ""));
  }

  @Test
  void a_route_may_be_given() {
    assertThat(Arguments.parse("--route", "archive -> main").route()).contains("archive -> main");
    assertThat(Arguments.parse("-r", "a->b", "-c", "tables").route()).contains("a->b");
  }

  @Test
  void a_format_is_named() {
    assertThat(Arguments.parse("--format", "csv").format()).contains(OutputFormat.CSV);
    assertThat(Arguments.parse("--format=json").format()).contains(OutputFormat.JSON);
    assertThat(Arguments.parse("--format=json").events()).isTrue();
    assertThat(Arguments.parse("--format", "csv").events()).isFalse();
  }

  @Test
  void scripts_may_be_checked_instead_of_run() {
    Arguments arguments = Arguments.parse("check", "a.lks", "b.lks");

    assertThat(arguments.check()).isTrue();
    assertThat(arguments.inputs().stream().map(BatchInput::name).toList())
        .isEqualTo(List.of("a.lks", "b.lks"));
    assertThat(mistake("check").fields().message()).isEqualTo("check needs a script");
  }

  @Test
  void a_report_for_ci_is_asked_for_with_its_file() {
    assertThat(Arguments.parse("--junit", "out.xml", "a.lks").junit()).contains(Path.of("out.xml"));
    assertThat(mistake("--format", "xml").fields().message()).isEqualTo("unknown format \"xml\"");
  }

  @Test
  void a_mistake_names_the_help() {
    assertThat(mistake("-v", "novalue").fields().message()).isEqualTo("-v needs NAME=VALUE");
    assertThat(mistake("--story").fields().message()).isEqualTo("--story goes with sandbox");
    assertThat(mistake("--nope").fields().message()).isEqualTo("Unrecognized option: --nope");
    assertThat(mistake("-c").fields().hint()).contains("Type: linkspan --help");
    assertThat(mistake("-c").kind()).isEqualTo(UserException.Kind.USAGE);
  }

  @Test
  void the_usage_names_every_option() {
    for (String option :
        List.of(
            "--command",
            "--file",
            "--variable",
            "--format",
            "--yes",
            "--echo",
            "--no-color",
            "--story",
            "--help",
            "--version")) {
      assertThat(Arguments.USAGE).contains(option);
    }
  }
}
