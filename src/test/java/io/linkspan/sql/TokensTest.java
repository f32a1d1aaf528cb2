package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokensTest {
  @Test
  void words_are_accepted_together_or_not_at_all() {
    Tokens tokens = Tokens.of("ON /* no */ Conflict do");

    assertThat(tokens.acceptWord("on", "constraint")).isFalse();
    assertThat(tokens.acceptWord("on", "conflict")).isTrue();
    assertThat(tokens.peek().text()).isEqualTo("do");
  }

  @Test
  void text_is_given_back_as_it_was_typed() {
    Tokens tokens = Tokens.of("where  Active  AND /* kept */ a>1  -- dropped\n order by x");
    tokens.expectWord("where");

    Slice slice = tokens.textUntil(t -> t.at("order", "by"));

    assertThat(slice.text()).isEqualTo("Active  AND /* kept */ a>1");
    assertThat(slice.begin()).isEqualTo(7);
    assertThat(tokens.at("order", "by")).isTrue();
  }

  @Test
  void text_does_not_stop_inside_brackets_or_at_names() {
    Tokens tokens = Tokens.of("(select 1 where x) + t.where + a[where] where y");

    assertThat(tokens.textUntil(t -> t.at("where")).text())
        .isEqualTo("(select 1 where x) + t.where + a[where]");
  }

  @Test
  void text_stops_at_the_bracket_that_closes_around_it() {
    Tokens tokens = Tokens.of("(a, (b)) c");
    Slice inside = tokens.expectParentheses();

    assertThat(inside.text()).isEqualTo("a, (b)");
    assertThat(tokens.peek().text()).isEqualTo("c");
  }

  @Test
  void parts_are_cut_outside_of_brackets() {
    Tokens tokens = Tokens.of("map a = f(x, y), b = array[1,2] ,, c = ','");
    tokens.expectWord("map");

    assertThat(tokens.splitTopLevel(","))
        .extracting(Slice::text)
        .containsExactly("a = f(x, y)", "b = array[1,2]", "", "c = ','");
    assertThat(Tokens.of(" -- none").splitTopLevel(",")).isEmpty();
  }

  @Test
  void a_cursor_over_a_part_keeps_the_positions_of_the_line() {
    Tokens tokens = Tokens.of("map a = 1, b 2");
    tokens.next();
    List<Slice> parts = tokens.splitTopLevel(",");
    Tokens second = tokens.within(parts.get(1));
    second.expectIdentifier("column name");

    assertThatThrownBy(() -> second.expectSymbol("="))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.fields().message()).isEqualTo("expected \"=\", found \"2\"");
              assertThat(e.fields().position()).isEqualTo(14);
            });
  }

  @Test
  void a_mistake_at_the_end_is_told_as_such() {
    Tokens tokens = Tokens.of("on");
    tokens.next();

    assertThatThrownBy(() -> tokens.expectIdentifier("constraint name"))
        .hasMessage("expected constraint name, found end of line");
  }

  @Test
  void a_mistake_does_not_repeat_a_string() {
    assertThatThrownBy(() -> Tokens.of("'secret'").expectWord("as", "source"))
        .hasMessage("expected \"as source\", found a string");
  }

  @Test
  void names_fold_and_quote_as_in_postgresql() {
    Tokens tokens = Tokens.of("Sales.\"Orders\" -> users");

    assertThat(tokens.expectName("table name")).isEqualTo(QualifiedName.of("sales", "Orders"));
    assertThat(tokens.acceptSymbol("->")).isTrue();
    assertThat(tokens.expectName("table name").quoted()).isEqualTo("users");
    tokens.expectEnd();
  }
}
