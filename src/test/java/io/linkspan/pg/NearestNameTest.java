package io.linkspan.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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

  @Test
  void the_nearest_comes_first_and_more_than_three_are_too_many() {
    List<String> known = List.of("usern", "users", "user", "usera", "userb", "unit");

    assertThat(NearestName.several("userz", known)).containsExactly("usern", "users", "user");
    assertThat(NearestName.several("users", known)).containsExactly("users");
  }

  @Test
  void a_name_is_found_by_its_words_in_full_or_begun() {
    List<String> tables = List.of("archived_users", "user_roles", "UserGroups", "orders");

    assertThat(NearestName.of("arch_users", tables)).contains("archived_users");
    assertThat(NearestName.of("usr_roles", tables)).contains("user_roles");
    assertThat(NearestName.of("groups", tables)).contains("UserGroups");
    assertThat(NearestName.of("orders_2024", tables)).contains("orders");
    assertThat(NearestName.several("user", tables))
        .containsExactly("user_roles", "UserGroups", "archived_users");
    assertThat(NearestName.several("roles_user", tables)).isEmpty();
  }

  @Test
  void a_name_is_found_by_its_letters_where_half_of_them_are_there() {
    assertThat(NearestName.of("usrnm", List.of("surname", "username"))).contains("username");
    assertThat(NearestName.of("qty", List.of("quantity"))).isEmpty();
  }

  @Test
  void a_short_word_in_a_long_name_says_nothing() {
    assertThat(NearestName.of("id", List.of("user_id", "idle", "order_id"))).isEmpty();
    assertThat(NearestName.of("at", List.of("created_at"))).isEmpty();
  }

  @Test
  void a_hint_offers_one_or_two_or_three() {
    assertThat(NearestName.hint("usr", List.of("users", "team")))
        .contains("Perhaps you mean \"users\".");
    assertThat(NearestName.hint("user", List.of("usera", "userb")))
        .contains("Perhaps you mean \"usera\" or \"userb\".");
    assertThat(NearestName.hint("user", List.of("usera", "userb", "userc", "userd")))
        .contains("Perhaps you mean \"usera\", \"userb\" or \"userc\".");
    assertThat(NearestName.hint("user", List.of("team"))).isEmpty();
  }

  @Test
  void a_name_that_needs_its_quotes_is_shown_with_them() {
    List<Identifier> tables = List.of(new Identifier("Users"), new Identifier("plain"));

    assertThat(NearestName.hint(new Identifier("users"), tables))
        .contains("Perhaps you mean \"Users\". Type it with its quotes.");
    assertThat(NearestName.hint(new Identifier("Usrs"), tables))
        .contains("Perhaps you mean \"Users\".");
    assertThat(NearestName.hint(new Identifier("plan"), tables))
        .contains("Perhaps you mean \"plain\".");
  }

  @Test
  void ten_thousand_names_and_a_very_long_word_are_looked_through_at_once() {
    List<String> known = IntStream.range(0, 10_000).mapToObj(n -> "table_of_things_" + n).toList();

    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          assertThat(NearestName.of("table_of_thigns_777", known)).contains("table_of_things_777");
          assertThat(NearestName.of("x".repeat(1_000_000), known)).isEmpty();
        });
  }
}
