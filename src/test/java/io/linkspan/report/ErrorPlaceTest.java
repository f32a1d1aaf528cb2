package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.TextPlace;
import org.junit.jupiter.api.Test;

final class ErrorPlaceTest {
  private static String lines(String text, String at, int width) {
    TextPlace place = new TextPlace(text, text.indexOf(at));
    return Screens.text(ErrorPlace.lines(place, Screens.page(width)));
  }

  @Test
  void the_mark_stands_below_the_place_in_its_line() {
    assertThat(lines("map email =\n  lowr(email)", "lowr", 80))
        .isEqualTo(
            """
            LINE 2:   lowr(email)
                      ^
            """);
  }

  @Test
  void what_is_missing_is_missed_behind_the_end() {
    TextPlace end = new TextPlace("map email", 9);

    assertThat(Screens.text(ErrorPlace.lines(end, Screens.PAGE)))
        .isEqualTo(
            """
            LINE 1: map email
                             ^
            """);
  }

  @Test
  void wide_characters_and_tabs_take_their_columns() {
    assertThat(lines("where 名前 =\tnam", "nam", 80))
        .isEqualTo(
            """
            LINE 1: where 名前 =      nam
                                      ^
            """);
  }

  @Test
  void a_line_that_is_too_long_is_cut_on_both_sides_so_that_it_fits_the_page() {
    String text = "where " + "a".repeat(100) + " and wrong and " + "b".repeat(100);

    assertThat(lines(text, "wrong", 50))
        .isEqualTo(
            """
            LINE 1: ...aaaaaaaaaaaa and wrong and bbbbbbbb...
                                        ^
            """);
  }

  @Test
  void a_place_near_the_begin_leaves_the_room_to_what_follows() {
    assertThat(lines("map wrong = " + "b".repeat(100), "wrong", 50))
        .isEqualTo(
            """
            LINE 1: map wrong = bbbbbbbbbbbbbbbbbbbbbbb...
                        ^
            """);
  }
}
