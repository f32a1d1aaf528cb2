package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.connection.Environment;
import io.linkspan.pg.UserException;
import io.linkspan.sql.Completeness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedTextTest {
  private final Workspace workspace =
      new Workspace(new Environment(Map.of(), Path.of("."), "ann", Path.of(".")));
  private final List<String> done = new ArrayList<>();

  /** What is carried out, in turn; {@code \g} sends what is typed, {@code \set} sets x. */
  private List<String> type(String text) {
    done.clear();
    show(
        new TypedText(
                workspace,
                query -> {
                  done.add(query.typed());
                  return Outcome.nothing();
                },
                call -> {
                  done.add(call.word());
                  if (call.word().equals("\\g")) {
                    done.add("sent " + workspace.buffer().take().typed().strip());
                  }
                  if (call.word().equals("\\set")) {
                    workspace.variables().put("x", call.arguments());
                  }
                  return Outcome.nothing();
                })
            .carriedOut(Optional.empty(), text));
    return done;
  }

  private static void show(Outcome outcome) {
    if (outcome instanceof Outcome.Series series) {
      for (Optional<Outcome> part = series.next().get();
          part.isPresent();
          part = series.next().get()) {
        show(part.orElseThrow());
      }
    }
  }

  @Test
  void statements_are_sent_one_after_another() {
    assertThat(type("select 1; select 2;")).containsExactly("select 1", "select 2");
    assertThat(workspace.buffer().pending().isBlank()).isTrue();
  }

  @Test
  void statements_that_are_to_be_sent_together_are_refused_and_leave_nothing() {
    type("select 0");

    UserException refused =
        catchThrowableOfType(UserException.class, () -> type("select 1 \\; select 2;"));

    assertThat(refused.fields().message()).isEqualTo("\\; is not here");
    assertThat(done).isEmpty();
    assertThat(workspace.buffer().pending()).isEqualTo(QueryBuffer.Query.NONE);
  }

  @Test
  void a_command_acts_on_what_is_typed_before_it() {
    assertThat(type("select 1 \\g")).containsExactly("\\g", "sent select 1");
    assertThat(type("select 1; select 2 \\g")).containsExactly("select 1", "\\g", "sent select 2");
    assertThat(type("select 1 \\g \\\\ select 2 \\g"))
        .containsExactly("\\g", "sent select 1", "\\g", "sent select 2");
  }

  @Test
  void what_a_command_leaves_is_gone_on_with() {
    assertThat(type("select (1 \\p")).containsExactly("\\p");
    assertThat(workspace.buffer().pending().typed()).isEqualTo("select (1 ");
    assertThat(type("+ 2);")).containsExactly("select (1 \n+ 2)");
  }

  @Test
  void a_variable_is_filled_in_when_its_turn_has_come() {
    assertThat(type("\\set 7\nselect :x; \\set 8\nselect :x \\g"))
        .containsExactly("\\set", "select 7", "\\set", "\\g", "sent select 8");
  }

  @Test
  void the_connection_is_kept_with_what_is_typed() {
    new TypedText(workspace, query -> Outcome.nothing(), call -> Outcome.nothing())
        .carriedOut(Optional.of("archive"), "select 1");

    assertThat(workspace.buffer().pending().typed()).isEqualTo("@archive select 1");
    assertThat(type("+ 1;")).containsExactly("@archive select 1\n+ 1");
  }

  @Test
  void a_look_up_behind_a_connection_is_refused_with_the_way() {
    TypedText typed =
        new TypedText(workspace, query -> Outcome.nothing(), call -> Outcome.nothing());

    assertThatThrownBy(() -> typed.carriedOut(Optional.of("archive"), "\\d orders"))
        .isInstanceOfSatisfying(
            UserException.class,
            e ->
                assertThat(e.fields().hint())
                    .contains("Name the connection before a colon: \\d archive:orders"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "select 1                    ~ NO_SEMICOLON",
        "select 1;                   ~ COMPLETE",
        "select 1 \\g                ~ COMPLETE",
        "select 1 \\p                ~ COMPLETE",
        "select (1 \\p               ~ COMPLETE",
        "select 1 \\g \\\\ select 2  ~ NO_SEMICOLON",
        "select 1 \\g \\\\ select 2; ~ COMPLETE",
        "select '\\g                 ~ SINGLE_QUOTE",
        "select \"\\g                ~ DOUBLE_QUOTE",
        "select $$ \\g               ~ DOLLAR_QUOTE",
        "select /* \\g               ~ COMMENT",
        "select 1 -- \\g             ~ NO_SEMICOLON",
        "select (1                   ~ BRACKET",
        "\\x                         ~ COMPLETE",
        "\\echo it's                 ~ COMPLETE",
        "\\echo (                    ~ COMPLETE",
        "select 1 \\p \\\\ + 1       ~ NO_SEMICOLON",
      })
  void a_text_is_complete_after_a_semicolon_and_after_a_command(String text, Completeness state) {
    assertThat(TypedText.completeness(text)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "12345        ~ Time: 0.012 ms",
        "1000000000   ~ Time: 1000.000 ms (00:01.000)",
        "1234567890   ~ Time: 1234.568 ms (00:01.235)",
        "61000000000  ~ Time: 61000.000 ms (01:01.000)",
        "3661000000000 ~ Time: 3661000.000 ms (01:01:01.000)",
      })
  void times_are_told_in_psqls_words(long nanos, String text) {
    assertThat(Timing.text(java.time.Duration.ofNanos(nanos))).isEqualTo(text);
  }
}
