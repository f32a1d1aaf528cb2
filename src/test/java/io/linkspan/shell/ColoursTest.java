package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.report.Line;
import io.linkspan.report.Style;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColoursTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

  @Test
  void a_terminal_has_colours() {
    assertThat(Colours.chosen(XTERM, true, false).on()).isTrue();
  }

  @Test
  void a_pipe_has_none() {
    assertThat(Colours.chosen(XTERM, false, false).on()).isFalse();
  }

  @Test
  void the_option_switches_them_off() {
    assertThat(Colours.chosen(XTERM, true, true).on()).isFalse();
  }

  @Test
  void no_color_switches_them_off_unless_it_is_empty() {
    assertThat(Colours.chosen(Map.of("TERM", "xterm", "NO_COLOR", "1"), true, false).on())
        .isFalse();
    assertThat(Colours.chosen(Map.of("TERM", "xterm", "NO_COLOR", ""), true, false).on()).isTrue();
  }

  @Test
  void a_dumb_terminal_has_none() {
    assertThat(Colours.chosen(Map.of("TERM", "dumb"), true, false).on()).isFalse();
    assertThat(Colours.chosen(Map.of(), true, false).on()).isFalse();
  }

  @Test
  void every_piece_is_coloured_for_itself() {
    Line line = Line.of(Style.ERROR, "ERROR:  ").plus("no");

    assertThat(Colours.ON.rendered(line)).isEqualTo("\u001b[1;31mERROR:  \u001b[mno");
    assertThat(Colours.OFF.rendered(line)).isEqualTo("ERROR:  no");
  }

  @Test
  void of_many_colours_those_are_taken_that_a_light_and_a_dark_ground_show() {
    Colours many = Colours.chosen(Map.of("TERM", "xterm-256color"), true, false);

    assertThat(many.rendered(Line.of(Style.GOOD, "ok"))).isEqualTo("\u001b[38;5;28mok\u001b[m");
    for (int colour : List.of(Colours.RED, Colours.GREEN, Colours.BLUE, Colours.MAGENTA)) {
      double light = luminance(colour);
      assertThat(1.05 / (light + 0.05)).as("%d on white", colour).isGreaterThan(4);
      assertThat((light + 0.05) / 0.05).as("%d on black", colour).isGreaterThan(3.8);
    }
  }

  /** Of a colour of the cube of 256 (WCAG 2.1, "relative luminance"). */
  private static double luminance(int colour) {
    int[] steps = {0, 95, 135, 175, 215, 255};
    int cube = colour - 16;
    return 0.2126 * linear(steps[cube / 36])
        + 0.7152 * linear(steps[cube / 6 % 6])
        + 0.0722 * linear(steps[cube % 6]);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @Test
  void what_would_steer_the_terminal_is_spelled_out_with_colours_too() {
    assertThat(Colours.ON.rendered(Line.of(Style.NAME, "\u001b]0;x\u0007")))
        .isEqualTo("\u001b[1m\\x1B]0;x\\x07\u001b[m");
  }
}
