package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Environment;
import io.linkspan.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HintsTest {
  private final Hints hints =
      new Hints(
          Registry.of(
              new Workspace(
                  new Environment(Map.of(), Path.of("/none"), "u", Path.of("/none")),
                  new Settings())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "`connect `!`NAME [URI | CONNINFO | service=…] [as source | as target] [read only]"
            + " [production] [reached by \"host=… port=…\"]`",
        "`connect`!` NAME [URI | CONNINFO | service=…] [as source | as target] [read only]"
            + " [production] [reached by \"host=… port=…\"]`",
        "`connect a host=b `!`[as source | as target] [read only] [production]"
            + " [reached by \"host=… port=…\"]`",
        "`connect a as source `!`[URI | CONNINFO | service=…] [read only] [production] [reached by \"host=…"
            + " port=…\"]`",
        "`\\c a read only `!`[URI | CONNINFO | service=…] [as source | as target] [production] [reached by"
            + " \"host=… port=…\"]`",
        "`use `!`SOURCE -> TARGET`",
        "`use archive `!`-> TARGET`",
        "`use archive -> `!`TARGET`",
        "`save `!`FILE | connection NAME | settings`",
        "`sandbox `!`reset | fresh | events ROWS`",
        "`run dry `!`[skipped to FILE] [without journal]`",
        "`help `!`WORD | troubles | TROUBLE | SQLSTATE | CHECK`",
        "`let x `!`= VALUE`",
      })
  void behind_a_command_stands_what_is_left_of_how_it_is_typed(String typed, String hint) {
    assertThat(hints.after(typed)).isEqualTo(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "`plan copy a -> b `!`[(COLUMN, …)] [map …] [where …] [distinct …] [on conflict …]"
            + " [truncate] [batch N rows] [workers N]`",
        "`plan copy x:a.b -> c.\"D\" (e) `!`[map …] [where …] [distinct …] [on conflict …]"
            + " [truncate] [batch N rows] [workers N]`",
        "`plan copy a -> b where c > 1 batch 5 rows `!`[map …] [distinct …] [on conflict …]"
            + " [truncate] [workers N]`",
        "`plan copy a -> b map `!`COLUMN = EXPRESSION, …`",
        "`plan copy a -> b map c `!`= EXPRESSION`",
        "`plan copy a -> b on conflict `!`preserve | overwrite | fail | (COLUMN, …) do …`",
        "`plan copy a -> b on conflict (c)`!` overwrite | do nothing | do update set …`",
        "`plan copy a -> b distinct on (c) `!`[order by …] [map …] [where …] [on conflict …]"
            + " [truncate] [batch N rows] [workers N]`",
        "`on `!`conflict preserve | overwrite | fail | (COLUMN, …) do …`",
        "`where `!`CONDITION`",
        "`batch 10 `!`rows`",
        "`truncate `!`[map …] [where …] [distinct …] [on conflict …] [batch N rows] [workers N]`",
      })
  void behind_a_copy_stand_the_clauses_that_are_not_given_yet(String typed, String hint) {
    assertThat(hints.after(typed)).isEqualTo(hint);
  }

  @Test
  void who_wants_to_leave_an_unfinished_text_is_told_how() {
    assertThat(hints.after("select 1\nquit"))
        .isEqualTo("  (the text above is not finished; Ctrl-C drops it)");
    assertThat(hints.after("select 1\nfrom quit")).isEqualTo(";");
    assertThat(hints.after("quit")).isEmpty();
  }

  @Test
  void a_statement_that_looks_finished_lacks_its_semicolon() {
    assertThat(hints.after("select * from users")).isEqualTo(";");
    assertThat(hints.after("commit")).isEqualTo(";");
    assertThat(hints.after("insert into a values (1)")).isEqualTo(";");
    for (String open :
        new String[] {
          "select", "select * from", "select 'from x", "select * from a,", "select 1;"
        }) {
      assertThat(hints.after(open)).as(open).isEmpty();
    }
  }

  @Test
  void nothing_follows_what_is_unknown_finished_or_in_the_middle_of_a_word() {
    for (String typed :
        new String[] {
          "",
          " ",
          "-- x",
          "nonsense ",
          "plan co",
          "ping ",
          "quit ",
          "plan copy a -> b (c,",
          "use a -> b ",
          "plan copy a -> b where c >",
          "plan back ",
          "plan copy a -> b;"
        }) {
      assertThat(hints.after(typed)).as(typed).isEmpty();
    }
  }
}
