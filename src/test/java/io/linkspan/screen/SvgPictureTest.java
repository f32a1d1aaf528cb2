package io.linkspan.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.ScreenCells;
import java.util.List;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;

final class SvgPictureTest {
  private static final int COLUMNS = 30;

  private static ScreenCells screen(String written) {
    ScreenTerminal terminal = new ScreenTerminal(COLUMNS, 4);
    terminal.write(written);
    long[] cells = new long[COLUMNS * 4];
    int[] cursor = new int[2];
    terminal.dump(cells, cursor);
    return new ScreenCells(COLUMNS, 4, cells, cursor[0], cursor[1]);
  }

  /** The lines that draw what is on the screen, without the window. */
  private static List<String> drawn(String written) {
    return SvgPicture.of(screen(written), "t")
        .lines()
        .dropWhile(line -> !line.contains("class=\"title\""))
        .skip(1)
        .toList();
  }

  @Test
  void text_is_escaped_and_set_in_columns() {
    assertThat(drawn("a <b> & \"c\"   d"))
        .containsExactly(
            "<text x=\"18\" y=\"60\" textLength=\"92.4\">a &lt;b&gt; &amp; \"c\"</text>",
            "<text x=\"135.6\" y=\"60\" textLength=\"8.4\">d</text>",
            "<rect class=\"cursor\" x=\"144\" y=\"46\" width=\"8.4\" height=\"19\"/>",
            "</svg>");
  }

  @Test
  void colours_and_marks_are_classes_and_grounds_are_boxes() {
    assertThat(drawn("\033[1;31mERROR:\033[0m \033[2mno\033[0m\r\n\033[7mx\033[0m"))
        .containsExactly(
            "<text class=\"bold red\" x=\"18\" y=\"60\" textLength=\"50.4\">ERROR:</text>",
            "<text class=\"faint\" x=\"76.8\" y=\"60\" textLength=\"16.8\">no</text>",
            "<rect class=\"ground\" x=\"18\" y=\"65\" width=\"8.4\" height=\"19\"/>",
            "<text class=\"inverse\" x=\"18\" y=\"79\" textLength=\"8.4\">x</text>",
            "<rect class=\"cursor\" x=\"26.4\" y=\"65\" width=\"8.4\" height=\"19\"/>",
            "</svg>");
  }

  @Test
  void wide_characters_take_two_columns() {
    assertThat(drawn("山田 x")).startsWith("<text x=\"18\" y=\"60\" textLength=\"50.4\">山田 x</text>");
  }

  @Test
  void the_picture_needs_nothing_else_and_follows_light_and_dark() {
    String picture = SvgPicture.of(screen("x"), "linkspan & co");

    assertThat(picture)
        .startsWith(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"288\" height=\"83\"")
        .contains("<title>linkspan &amp; co</title>", "@media (prefers-color-scheme: dark)")
        .doesNotContain("<script", "href", "url(");
  }

  @Test
  void a_screen_is_told_in_runs_of_one_style() {
    List<String> runs =
        StyledRun.all(screen("a \033[1;35mb c\033[0m\r\n\033[36m中\033[0m")).stream()
            .filter(run -> !run.style().isPlain())
            .map(StyledRun::inWords)
            .toList();

    assertThat(runs).containsExactly(":1 3-5 bold magenta", ":2 1-2 cyan");
  }
}
