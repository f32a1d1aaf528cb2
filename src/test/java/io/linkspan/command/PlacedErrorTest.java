package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.TextPlace;
import io.linkspan.pg.UserException;
import io.linkspan.request.ClauseParser;
import io.linkspan.request.CopyParser;
import io.linkspan.sql.Tokens;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlacedErrorTest {
  /** What was typed, with a mark before the place. */
  private static String marked(UserException error, String typed) {
    Optional<TextPlace> place = PlacedError.of(error, typed).fields().place();
    return place
        .map(at -> at.text().substring(0, at.offset()) + "^" + at.text().substring(at.offset()))
        .orElse("");
  }

  private static UserException parsed(Runnable reading) {
    try {
      reading.run();
    } catch (UserException e) {
      return e;
    }
    throw new AssertionError("no error");
  }

  private static UserException clause(String text) {
    return parsed(() -> ClauseParser.parseAll(Tokens.of(text)));
  }

  private static UserException copy(String text) {
    return parsed(() -> CopyParser.parse(Tokens.of(text)));
  }

  private static UserException about(String message) {
    return new UserException(UserException.Kind.USAGE, ErrorFields.of(message));
  }

  @Test
  void a_mistake_of_grammar_is_marked_where_the_reading_stopped() {
    assertThat(marked(copy("a -> b sort by id"), "plan copy a -> b sort by id;"))
        .isEqualTo("plan copy a -> b ^sort by id;");
    assertThat(marked(clause("map a = b,\n  a = c"), "map  a = b,\n  a = c"))
        .isEqualTo("map  a = b,\n  ^a = c");
    assertThat(marked(clause("map email"), "map email")).isEqualTo("map email^");
    assertThat(marked(clause("batch 0 rows"), "batch 0 rows")).isEqualTo("batch ^0 rows");
  }

  @Test
  void a_variable_before_the_place_leaves_the_mark_out() {
    assertThat(marked(clause("map a = 17, b c"), "map a = :age, b c")).isEmpty();
  }

  @Test
  void a_name_that_the_message_is_about_is_marked_if_it_is_there_once() {
    UserException error = about("column \"emal\" of table \"public.users\" does not exist");

    assertThat(marked(error, "map EMAL = lower(email)")).isEqualTo("map ^EMAL = lower(email)");
    assertThat(marked(error, "map \"emal\" = 'emal'")).isEqualTo("map ^\"emal\" = 'emal'");
    assertThat(marked(error, "map emal = emal")).isEmpty();
    assertThat(marked(about("table \"public.user\" does not exist"), "plan copy a -> user"))
        .isEqualTo("plan copy a -> ^user");
  }

  @Test
  void the_first_word_needs_no_mark() {
    assertThat(marked(about("unknown command \"plam\""), "plam")).isEmpty();
  }

  @Test
  void a_line_with_a_password_is_not_repeated() {
    assertThat(
            marked(
                about("unknown option \"rol\""),
                "connect a postgresql://ann:s3cret@h/db rol source"))
        .isEmpty();
  }
}
