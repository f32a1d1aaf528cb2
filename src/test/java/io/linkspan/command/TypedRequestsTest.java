package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.request.CopyParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.RequestText;
import io.linkspan.sql.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TypedRequestsTest {
  private final Map<String, String> variables = new HashMap<>(Map.of("least", "2"));
  private final TypedRequests typed =
      new TypedRequests(text -> VariablesSet.filled(text, variables));

  /** The request as a script would have it, after an input that made such a plan. */
  private String kept(String input, String made) {
    CopyRequest request = CopyParser.parse(Tokens.of(made));
    return String.join(" ", RequestText.lines(typed.of(Input.of(input), request)));
  }

  @Test
  void a_variable_stays_a_variable_also_through_refinements() {
    assertThat(kept("plan copy a -> b where id >= :least;", "a -> b where id >= 2"))
        .isEqualTo("a -> b where id >= :least");
    assertThat(kept("map n = :least + n", "a -> b map n = 2 + n where id >= 2"))
        .isEqualTo("a -> b map n = :least + n where id >= :least");
    assertThat(kept("run", "a -> b map n = 2 + n where id >= 2"))
        .isEqualTo("a -> b map n = :least + n where id >= :least");
  }

  @Test
  void a_refinement_that_was_taken_back_takes_its_variables_along() {
    kept("plan copy a -> b where id >= :least", "a -> b where id >= 2");
    kept("where id > 7", "a -> b where id > 7");

    assertThat(kept("plan back", "a -> b where id >= 2")).isEqualTo("a -> b where id >= :least");
  }

  @Test
  void a_variable_that_has_another_value_since_is_not_what_the_plan_in_hand_says() {
    kept("plan copy a -> b where id >= :least", "a -> b where id >= 2");
    variables.put("least", "5");

    assertThat(kept("run", "a -> b where id >= 2")).isEqualTo("a -> b where id >= 2");
  }

  @Test
  void a_variable_that_stands_for_a_word_of_the_language_is_filled_in() {
    assertThat(kept("plan copy a -> b batch :least rows", "a -> b batch 2 rows"))
        .isEqualTo("a -> b batch 2 rows");
  }

  @Test
  void a_plan_that_came_from_an_editor_is_as_it_is() {
    kept("plan copy a -> b where id >= :least", "a -> b where id >= 2");

    assertThat(kept("edit", "a -> b where id >= 3")).isEqualTo("a -> b where id >= 3");
  }
}
