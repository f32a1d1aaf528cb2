package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys do, and what is drawn of a line while it is typed. */
final class EditingTest {
  private static final String PROMPT = "archive -> main =>";
  private static final String UP = "\u001b[A";
  private static final String DOWN = "\u001b[B";
  private static final String HOME = "\u0001";

  @TempDir Path folder;
  private ShellOnScreen shell;

  @BeforeEach
  void start() throws Exception {
    shell = new ShellOnScreen(folder, "xterm-256color", Colours.ON);
    shell.awaitEndOfScreen(PROMPT);
  }

  @AfterEach
  void stop() throws IOException {
    shell.close();
  }

  private void set(Setting setting, String value) throws Exception {
    shell.conversation.settings.set(setting, value);
    // A setting counts from the next line on.
    shell.type("\u0003");
    shell.awaitEndOfScreen(PROMPT + "\n" + PROMPT);
  }

  @Test
  void a_line_is_set_off_piece_by_piece_and_what_is_unknown_is_underlined() throws Exception {
    shell.type("select upper('a') from tablex ;");

    assertThat(shell.awaitStyled(s -> s.endsWith(";|")))
        .endsWith(PROMPT + " <b>select<> upper(<c>'a'<>) <b>from<> <uc>tablex<> ;|");
  }

  @Test
  void a_bracket_at_the_cursor_is_set_off_with_its_other_end_until_the_line_runs()
      throws Exception {
    shell.type("plan (a)");

    assertThat(shell.awaitStyled(s -> s.endsWith("<>|")))
        .endsWith(PROMPT + " <b>plan<> <bi>(<>a<bi>)<>|");

    shell.type("\r");
    assertThat(shell.awaitStyled(s -> s.contains("did")))
        .contains(PROMPT + " <b>plan<> (a)\ndid plan (a)");
  }

  @Test
  void marks_are_asked_for_once_for_each_text() throws Exception {
    shell.type("select ax");
    shell.awaitEndOfScreen("select ax");
    shell.type("\u001b[D\u001b[D\u001b[C");
    shell.awaitStyled(s -> s.contains("a|x"));

    assertThat(shell.conversation.askedForMarks).doesNotHaveDuplicates().contains("select ax");
  }

  @Test
  void what_may_follow_stands_dim_behind_the_cursor_and_is_no_part_of_the_line() throws Exception {
    shell.type("plan ");

    assertThat(shell.awaitStyled(s -> s.contains("copy")))
        .endsWith(PROMPT + " <b>plan<> <d>|copy SOURCE -> TARGET<>");

    shell.type("\r");
    assertThat(shell.awaitScreen(s -> s.contains("did")))
        .contains(PROMPT + " plan\ndid plan \n".stripTrailing())
        .doesNotContain("copy");
    assertThat(shell.conversation.executed).containsExactly("plan ");
  }

  @Test
  void a_hint_is_cut_to_the_line_and_goes_where_the_cursor_is_not_at_the_end() throws Exception {
    shell.resize(40);
    shell.type("plan ");

    shell.awaitEndOfScreen(PROMPT + " plan copy SOURCE ->…");
    shell.type("\u0002");

    shell.awaitEndOfScreen(PROMPT + " plan");
  }

  @Test
  void hints_can_be_switched_off() throws Exception {
    set(Setting.HINTS, "off");
    shell.type("plan ");

    shell.awaitStyled(s -> s.endsWith("<b>plan<> |"));
  }

  @Test
  void a_statement_of_several_lines_is_one_entry_that_is_edited_across_its_lines()
      throws Exception {
    shell.type("select 1,\r2;\r");
    shell.awaitEndOfScreen("did select 1,\\n2;\n" + PROMPT);
    shell.type("ping\r");
    shell.awaitEndOfScreen("did ping\n" + PROMPT);

    shell.type(UP + UP);
    shell.awaitEndOfScreen(PROMPT + " select 1,\narchive -> main -> 2;");
    shell.type(UP + HOME + "\u001bf 0,");
    shell.awaitEndOfScreen(PROMPT + " select 0, 1,\narchive -> main -> 2;");
    shell.type("\r");
    shell.awaitEndOfScreen(PROMPT);

    assertThat(shell.conversation.executed)
        .containsExactly("select 1,\n2;", "ping", "select 0, 1,\n2;");
  }

  @Test
  void the_arrows_go_through_the_history_whatever_is_typed_already() throws Exception {
    shell.type("ping\rplan\r");
    shell.awaitEndOfScreen("did plan\n" + PROMPT);

    shell.type("xyz" + UP);
    shell.awaitEndOfScreen(PROMPT + " plan");
    shell.type(UP);
    shell.awaitEndOfScreen(PROMPT + " ping");
    shell.type(DOWN + DOWN);
    shell.awaitEndOfScreen(PROMPT + " xyz");
  }

  @Test
  void the_keys_of_emacs_move_kill_and_yank_as_in_psql() throws Exception {
    shell.type("plan lower(a_b) xyz");
    shell.type("\u001bb\u001bb\u001bb\u001bfX");
    shell.awaitEndOfScreen(PROMPT + " plan lowerX(a_b) xyz");
    shell.type("\u0005\u0017");
    shell.awaitStyled(s -> s.endsWith("lowerX(a_b) |"));
    shell.type("\u0017\u0019\u0019");
    shell.awaitEndOfScreen(PROMPT + " plan lowerX(a_b) lowerX(a_b)");
    shell.type("\u0001\u001bf\u000b");
    shell.awaitStyled(s -> s.endsWith("plan<>|"));
    shell.type("\u0015ping\u001b[H\u001b[3~\u001b[4~!");
    shell.awaitEndOfScreen(PROMPT + " ing!");
  }

  @Test
  void alt_enter_begins_another_line_and_runs_nothing() throws Exception {
    shell.type("select 1;\u001b\rselect 2;");
    shell.awaitEndOfScreen(PROMPT + " select 1;\narchive -> main => select 2;");
    shell.type("\r");
    shell.awaitScreen(s -> s.contains("did select 2;"));

    assertThat(shell.conversation.executed).containsExactly("select 1;", "select 2;");
  }

  @Test
  void each_route_has_a_history_of_its_own() throws Exception {
    shell.type("ping\r");
    shell.awaitEndOfScreen("did ping\n" + PROMPT);
    shell.type("use a -> b\r");
    shell.awaitEndOfScreen("a -> b =>");
    shell.type(UP);
    shell.type("plan\r");
    shell.awaitEndOfScreen("did plan\na -> b =>");
    shell.type("use archive -> main\r");
    shell.awaitEndOfScreen(PROMPT);
    shell.type(UP + UP);
    shell.awaitEndOfScreen(PROMPT + " ping");

    assertThat(lines("archive--main")).containsExactly("ping", "use a -> b");
    assertThat(lines("a--b")).containsExactly("plan", "use archive -> main");
  }

  private List<String> lines(String name) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("history").resolve(name))) {
      return lines.map(line -> line.replaceFirst("^\\d+:", "")).toList();
    }
  }

  @Test
  void two_shells_at_once_keep_the_lines_of_both() throws Exception {
    try (ShellOnScreen other = new ShellOnScreen(folder, "xterm-256color", Colours.ON)) {
      other.awaitEndOfScreen(PROMPT);
      shell.type("ping\r");
      shell.awaitEndOfScreen("did ping\n" + PROMPT);
      other.type("plan\r");
      other.awaitEndOfScreen("did plan\n" + PROMPT);
      shell.type("say x\r");
      shell.awaitEndOfScreen("did say x\n" + PROMPT);
    }

    assertThat(lines("archive--main")).containsExactly("ping", "plan", "say x");
  }

  @Test
  void a_history_of_size_0_lasts_as_long_as_the_session() throws Exception {
    set(Setting.HISTORY_SIZE, "0");
    shell.type("ping\r");
    shell.awaitEndOfScreen("did ping\n" + PROMPT);
    shell.type(UP);
    shell.awaitEndOfScreen(PROMPT + " ping");

    assertThat(lines("archive--main")).isEmpty();
    assertThat(shell.console().history()).containsExactly("ping");
  }

  @Test
  void ctrl_r_finds_an_earlier_line() throws Exception {
    shell.type("ping\rplan x\rquack\r");
    shell.awaitEndOfScreen("did quack\n" + PROMPT);

    shell.type("\u0012pl");
    shell.awaitEndOfScreen("bck-i-search: pl_");
    shell.type("\u0005");
    shell.awaitEndOfScreen(PROMPT + " plan x");
  }

  @Test
  void vi_keys_are_there_once_they_are_set_and_the_prompt_tells_the_mode() throws Exception {
    shell.conversation.settings.set(Setting.KEYS, "vi");
    shell.type("\u0003");
    shell.awaitEndOfScreen("(ins) " + PROMPT);
    shell.type("pang");
    shell.awaitEndOfScreen("(ins) " + PROMPT + " pang");
    shell.type("\u001b");
    shell.awaitEndOfScreen("(cmd) " + PROMPT + " pang");
    shell.type("hhri");
    shell.awaitEndOfScreen("(cmd) " + PROMPT + " ping");
    shell.type("\r");
    shell.awaitEndOfScreen("did ping\n(ins) " + PROMPT);
    shell.type("\u001bk");
    shell.awaitEndOfScreen("(cmd) " + PROMPT + " ping");

    shell.conversation.settings.set(Setting.KEYS, "emacs");
    shell.type("\u0003");
    shell.awaitEndOfScreen("\n" + PROMPT);
  }

  @Test
  void what_is_pasted_waits_for_enter_and_cannot_steer_the_terminal() throws Exception {
    shell.type("\u001b[200~ping\r\nplan\u001b[31m\u0003\tx\n\u001b[201~");
    shell.awaitScreen(s -> s.contains("plan[31m"));
    assertThat(shell.conversation.executed).isEmpty();

    shell.type("\r");
    shell.awaitEndOfScreen("did plan[31m    x\n" + PROMPT);
    assertThat(shell.conversation.executed).containsExactly("ping", "plan[31m\tx");
  }

  @Test
  void a_long_line_that_is_typed_fast_is_not_drawn_for_every_key() throws Exception {
    String long_ = "select '" + "x".repeat(4000) + "';";
    long begun = System.nanoTime();

    shell.type(long_ + "\r");
    shell.awaitScreen(s -> !shell.conversation.executed.isEmpty() && s.endsWith(PROMPT));

    assertThat(shell.conversation.executed).containsExactly(long_);
    assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    assertThat(shell.conversation.askedForMarks).hasSizeLessThan(400);
  }

  @Test
  void resizing_a_long_input_leaves_it_whole() throws Exception {
    shell.type("select 1,\r" + "22222222 ".repeat(20) + ";");
    shell.awaitEndOfScreen(";");
    for (int columns : new int[] {40, 120, 20, 80}) {
      shell.resize(columns);
    }
    shell.type("\r");
    shell.awaitScreen(s -> s.contains("did select"));

    assertThat(shell.conversation.executed)
        .containsExactly("select 1,\n" + "22222222 ".repeat(20) + ";");
  }

  @Test
  void plain_mode_draws_nothing_beside_the_line_and_lists_words_in_lines() throws Exception {
    set(Setting.PLAIN, "on");
    shell.type("plan ");
    shell.awaitStyled(s -> s.endsWith(PROMPT + " plan |"));
    shell.type("archive\t");

    assertThat(shell.awaitScreen(s -> s.contains("998") && s.endsWith("archive")))
        .endsWith(
            """
            archive  PostgreSQL 15.19
            archived_users  998 rows
            archive -> main => plan archive""");
    assertThat(shell.console().canRedraw()).isFalse();
  }

  @Test
  void colours_are_switched_at_once() throws Exception {
    set(Setting.COLOUR, "off");
    shell.type("select ax 'a'");
    assertThat(shell.awaitStyled(s -> s.endsWith("'|"))).endsWith(PROMPT + " select <u>ax<> 'a'|");
  }

  @Test
  void the_menu_is_set_off_without_colours() throws Exception {
    shell.type("plan archive\t");

    assertThat(shell.awaitStyled(s -> s.contains("998")))
        .contains("<d>")
        .doesNotContain("<c>")
        .doesNotContain("<bc>");
  }

  @Test
  void a_terminal_without_a_size_is_one_of_80_columns() throws Exception {
    try (ShellOnScreen other = new ShellOnScreen(folder, "xterm-256color", Colours.ON)) {
      other.awaitEndOfScreen(PROMPT);
      other.resizeTerminal(0, 0);
      other.type("width\r");
      other.awaitEndOfScreen("width 80\n" + PROMPT);
      other.type("ping\r");
      other.awaitEndOfScreen("did ping\n" + PROMPT);
    }
  }
}
