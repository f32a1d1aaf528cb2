package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.completion.Completion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordAtCursorTest {
  private static String word(String typed, String... completions) {
    List<Completion> all =
        Stream.of(completions).map(text -> new Completion(text, "", "", true)).toList();
    return WordAtCursor.of(typed, typed.length(), all).word();
  }

  @Test
  void a_word_is_what_a_completion_begins_with() {
    assertThat(word("use arch", "archive")).isEqualTo("arch");
    assertThat(word("use archive -> m", "main")).isEqualTo("m");
    assertThat(word("SEL", "select")).isEqualTo("SEL");
  }

  @Test
  void a_qualified_name_is_replaced_as_the_completion_spells_it() {
    assertThat(word("describe archive:us", "users")).isEqualTo("us");
    assertThat(word("describe archive:us", "archive:users")).isEqualTo("archive:us");
    assertThat(word("from public.us", "public.users")).isEqualTo("public.us");
  }

  @Test
  void a_quoted_name_with_a_blank_is_one_word() {
    assertThat(word("describe \"Mixed Ca", "\"Mixed Case\"")).isEqualTo("\"Mixed Ca");
  }

  @Test
  void a_backslash_belongs_to_the_word() {
    assertThat(word("\\d", "\\dt", "\\dn")).isEqualTo("\\d");
  }

  @Test
  void after_a_blank_a_new_word_begins() {
    assertThat(word("use ", "archive", "main")).isEmpty();
  }
}
