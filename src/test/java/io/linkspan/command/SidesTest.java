package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.catalog.NamePattern;
import io.linkspan.pg.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SidesTest {
  @Test
  void words_are_parted_at_blanks_outside_quotes() {
    assertThat(new Sides(List.of(), "\"Old Shop\".*  int -- what is it").words())
        .isEqualTo(List.of("\"Old Shop\".*", "int"));
    assertThat(new Sides(List.of(), "").words()).isEmpty();
  }

  @Test
  void a_list_takes_one_pattern() {
    UserException refusal =
        catchThrowableOfType(
            UserException.class, () -> new Sides(List.of(), "a b").pattern(NamePattern.Level.NAME));

    assertThat(refusal.fields().message()).isEqualTo("one pattern expected, found \"b\" after it");
  }
}
