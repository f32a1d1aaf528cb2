package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.pg.UserException.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ErrorScreenTest {
  @Test
  void an_error_says_what_where_why_and_what_to_do() {
    ErrorFields fields =
        new ErrorFields(
            "column \"emial\" does not exist",
            Optional.of(new SqlState("42703")),
            Optional.of("There is no such column."),
            Optional.of("Perhaps you meant \"email\"."),
            Optional.of("PL/pgSQL function f()\nline 2"),
            13);

    assertThat(
            Tables.text(
                ErrorScreen.error(
                    new UserException(Kind.SERVER, fields), "select 1,\n  emial from t")))
        .isEqualTo(
            """
            ERROR:  column "emial" does not exist (SQLSTATE 42703)
            LINE 2:   emial from t
                      ^
            DETAIL: There is no such column.
            HINT:   Perhaps you meant "email".
            CONTEXT: PL/pgSQL function f()
            line 2
            """);
  }

  @Test
  void a_place_outside_the_text_is_not_shown() {
    ErrorFields fields =
        new ErrorFields(
            "no", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 99);

    assertThat(Tables.text(ErrorScreen.error(new UserException(Kind.SERVER, fields), "select 1;")))
        .isEqualTo("ERROR:  no\n");
  }

  @Test
  void a_long_line_is_cut_around_the_place() {
    ErrorFields fields =
        new ErrorFields(
            "no", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 101);
    String sql = "a".repeat(100) + "X" + "b".repeat(100);

    assertThat(Tables.text(ErrorScreen.error(new UserException(Kind.SERVER, fields), sql)))
        .isEqualTo(
            "ERROR:  no\nLINE 1: ..."
                + "a".repeat(60)
                + "X"
                + "b".repeat(59)
                + "...\n"
                + " ".repeat(71)
                + "^\n");
  }

  @Test
  void a_notice_is_told_from_a_warning_by_its_code() {
    assertThat(Tables.text(ErrorScreen.notice(ErrorFields.of("hello"))))
        .isEqualTo("NOTICE:  hello\n");
    assertThat(
            Tables.text(
                ErrorScreen.notice(
                    ErrorFields.of("there is no transaction in progress")
                        .withSqlState(new SqlState("01000")))))
        .isEqualTo("WARNING:  there is no transaction in progress\n");
  }

  @Test
  void an_error_steers_no_terminal() {
    UserException error = UserException.usage("no table \"\u001b[2J\"", "Look.");

    assertThat(ErrorScreen.error(error).get(0).text()).isEqualTo("ERROR:  no table \"\\x1B[2J\"");
  }

  @Test
  void a_text_wider_than_the_page_is_wrapped_and_a_hint_keeps_its_lines() {
    UserException error =
        UserException.usage("nothing is as wide as this message", "As a superuser:\nGRANT x;");

    assertThat(ErrorScreen.error(error, "", new Page(30, String::length)).stream().map(Line::text))
        .containsExactly(
            "ERROR:  nothing is as wide as",
            "        this message",
            "HINT:   As a superuser:",
            "GRANT x;");
  }
}
