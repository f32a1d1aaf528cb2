package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.completion.Mark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

final class InputHighlighterTest {
  private static final Set<String> FIRST = Set.of("select", "plan", "plans", "\\d");

  private static final Map<AttributedStyle, String> NAMES =
      Map.of(
          InputStyles.COLOURED.word(), "b",
          InputStyles.COLOURED.text(), "green",
          InputStyles.COLOURED.value(), "blue",
          InputStyles.COLOURED.variable(), "magenta",
          InputStyles.COLOURED.comment(), "faint",
          InputStyles.COLOURED.wrong(), "wrong",
          InputStyles.COLOURED.pair(), "pair");

  private static AttributedString highlighted(String text, int cursor, Mark... marks) {
    return new InputHighlighter(InputStyles.COLOURED, FIRST)
        .highlighted(text, List.of(marks), cursor);
  }

  /** The text with the name of each piece's style before it. */
  private static String tagged(String text, int cursor, Mark... marks) {
    AttributedString shown = highlighted(text, cursor, marks);
    StringBuilder out = new StringBuilder();
    String before = "";
    for (int i = 0; i < shown.length(); i++) {
      String name = NAMES.getOrDefault(shown.styleAt(i), "");
      out.append(name.equals(before) ? "" : "<" + name + ">").append(shown.charAt(i));
      before = name;
    }
    return out.append(before.isEmpty() ? "" : "<>").toString();
  }

  @Test
  void words_strings_numbers_names_variables_and_comments_are_set_off() {
    assertThat(tagged("select 'a', $$b$$, 12, \"C\", :x + 1 -- x", -1))
        .isEqualTo(
            "<b>select<> <green>'a'<>, <green>$$b$$<>, <blue>12<>, <blue>\"C\"<>,"
                + " <magenta>:x<> + <blue>1<> <faint>-- x<>");
  }

  @Test
  void a_word_that_begins_no_command_is_wrong_once_it_cannot_become_one() {
    assertThat(tagged("pla", 3)).isEqualTo("pla");
    assertThat(tagged("plab", 4)).isEqualTo("<wrong>plab<>");
    assertThat(tagged("pla x", 5)).isEqualTo("<wrong>pla<> x");
    assertThat(tagged("\\d+ users", 9)).isEqualTo("<b>\\d+<> users");
    assertThat(tagged("\\dzz", 4)).isEqualTo("<wrong>\\dzz<>");
  }

  @Test
  void unknown_names_are_underlined_with_and_without_colours() {
    Mark mark = new Mark(14, 19, "no table \"userz\" on main");

    assertThat(tagged("select * from userz;", 20, mark))
        .isEqualTo("<b>select<> * <b>from<> <wrong>userz<>;");
    assertThat(
            new InputHighlighter(InputStyles.UNCOLOURED, FIRST)
                .highlighted("select * from userz;", List.of(mark), 20)
                .toAnsi())
        .isEqualTo("select * from \u001b[4muserz\u001b[0m;");
  }

  @Test
  void the_bracket_at_the_cursor_and_its_other_end_are_set_off() {
    assertThat(tagged("plan(a[1])", 4)).isEqualTo("<b>plan<pair>(<>a[<blue>1<>]<pair>)<>");
    assertThat(tagged("x (a[1])", 8)).isEqualTo("<wrong>x<> <pair>(<>a[<blue>1<>]<pair>)<>");
    assertThat(tagged("plan (a[1])", -1)).isEqualTo("<b>plan<> (a[<blue>1<>])");
  }

  @Test
  void a_bracket_or_a_quote_without_its_other_end_is_wrong() {
    assertThat(tagged("plan a)", -1)).isEqualTo("<b>plan<> a<wrong>)<>");
    assertThat(tagged("plan ')'", -1)).isEqualTo("<b>plan<> <green>')'<>");
    assertThat(tagged("plan 'a", -1)).isEqualTo("<b>plan<> <wrong>'<green>a<>");
  }

  @Test
  void the_text_stays_what_it_is_but_for_what_would_steer_the_terminal() {
    String open = "/* open 'x\n\"y $$ 1e5 selected \\";

    assertThat(highlighted(open, -1).toString()).isEqualTo(open);
    assertThat(highlighted("a\u001b[31mb\u009bc\td", -1).toString()).isEqualTo("a[31mbc\td");
  }
}
