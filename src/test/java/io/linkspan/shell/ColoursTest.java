package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.report.Line;
import io.linkspan.report.Style;
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
  void what_would_steer_the_terminal_is_spelled_out_with_colours_too() {
    assertThat(Colours.ON.rendered(Line.of(Style.NAME, "\u001b]0;x\u0007")))
        .isEqualTo("\u001b[1m\\x1B]0;x\\x07\u001b[m");
  }
}
