package io.linkspan.pg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestNameTest {
  private static final List<String> COLUMNS = List.of("user_name", "email", "created_at", "meal");

  @Test
  void a_letter_missed_changed_added_or_swapped_is_forgiven() {
    assertThat(NearestName.of("emal", COLUMNS)).contains("email");
    assertThat(NearestName.of("emaul", COLUMNS)).contains("email");
    assertThat(NearestName.of("emaill", COLUMNS)).contains("email");
    assertThat(NearestName.of("emial", COLUMNS)).contains("email");
  }

  @Test
  void case_and_underscores_do_not_count() {
    assertThat(NearestName.of("UserName", COLUMNS)).contains("user_name");
    assertThat(NearestName.of("CREATEDAT", COLUMNS)).contains("created_at");
  }

  @Test
  void more_than_a_third_of_the_letters_wrong_is_another_name() {
    assertThat(NearestName.of("abc", List.of("abd"))).contains("abd");
    assertThat(NearestName.of("abc", List.of("ade"))).isEmpty();
    assertThat(NearestName.of("ab", List.of("ac"))).isEmpty();
    assertThat(NearestName.of("password", COLUMNS)).isEmpty();
  }

  @Test
  void of_two_names_equally_near_the_first_is_taken() {
    assertThat(NearestName.of("cat", List.of("cut", "cot"))).contains("cut");
    assertThat(NearestName.of("cat", List.of("cot", "cut"))).contains("cot");
  }

  @Test
  void a_nearer_name_is_taken_before_an_earlier_one() {
    assertThat(NearestName.of("sslmode", List.of("sslnode", "ssl_mode"))).contains("ssl_mode");
  }

  @Test
  void nothing_is_near_to_nothing() {
    assertThat(NearestName.of("", COLUMNS)).isEmpty();
    assertThat(NearestName.of("email", List.of())).isEmpty();
  }
}
