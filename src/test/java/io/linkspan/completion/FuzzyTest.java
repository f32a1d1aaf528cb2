package io.linkspan.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which words fit what is typed, and in which order. */
final class FuzzyTest {
  private static List<String> ranked(String typed, String... words) {
    List<Completion> all =
        Stream.of(words).map(text -> new Completion(text, "", "", true)).toList();
    return Fuzzy.ranked(typed, all).stream().map(Completion::text).toList();
  }

  @Test
  void beginnings_of_the_words_of_a_name_find_it() {
    assertThat(ranked("arus", "users", "archived_users", "carousel"))
        .containsExactly("archived_users", "carousel");
    assertThat(ranked("au", "users", "archived_users")).containsExactly("archived_users");
    assertThat(ranked("a_u", "archived_users")).containsExactly("archived_users");
  }

  @Test
  void where_some_begin_with_it_the_others_are_left_out() {
    assertThat(ranked("us", "archived_users", "users", "crm.users", "usage"))
        .containsExactly("users", "usage");
  }

  @Test
  void the_name_itself_comes_before_longer_ones() {
    assertThat(ranked("users", "users_before", "users")).containsExactly("users", "users_before");
  }

  @Test
  void beginnings_of_words_go_before_letters_inside_and_these_before_scattered_ones() {
    assertThat(ranked("ser", "s_e_cluster", "users", "big_series", "x.series"))
        .containsExactly("x.series", "big_series", "users", "s_e_cluster");
  }

  @Test
  void of_scattered_letters_the_nearest_go_first() {
    assertThat(ranked("eml", "xexmxxxl", "the_email")).containsExactly("the_email", "xexmxxxl");
  }

  @Test
  void equals_keep_their_order() {
    assertThat(ranked("", "b", "a", "c")).containsExactly("b", "a", "c");
    assertThat(ranked("x", "x2", "x1")).containsExactly("x2", "x1");
  }

  @Test
  void case_and_quotes_count_nothing() {
    assertThat(ranked("mixed ca", "\"Mixed Case\"", "mix")).containsExactly("\"Mixed Case\"");
    assertThat(ranked("\"Mix", "\"Mixed Case\"")).containsExactly("\"Mixed Case\"");
    assertThat(ranked("SEL", "select")).containsExactly("select");
    assertThat(ranked("ÄP", "äpfel")).containsExactly("äpfel");
  }

  @Test
  void one_letter_fits_the_begin_of_a_word_alone() {
    assertThat(ranked("u", "archived_users", "sub")).containsExactly("archived_users");
  }

  @Test
  void what_lacks_a_letter_does_not_fit() {
    assertThat(ranked("usrx", "users")).isEmpty();
    assertThat(ranked("userss", "users")).isEmpty();
  }
}
