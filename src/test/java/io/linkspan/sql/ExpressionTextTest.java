package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTextTest {
  private static ExpressionText parsed(String text) {
    return ExpressionText.parse(text).value().orElseThrow();
  }

  private static String columns(Iterable<ColumnReference> columns) {
    StringBuilder names = new StringBuilder();
    for (ColumnReference c : columns) {
      names.append(names.isEmpty() ? "" : " ");
      c.qualifier().ifPresent(q -> names.append(q).append('.'));
      names.append(c.name());
    }
    return names.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "lower(t.Email) || \"X\".\"y\"::text                       | t.email \"X\".y",
        "date '2020-01-01' + interval '1 day' - current_date       | ``",
        "extract(year from created)                                | created",
        "case when a is true then b else null end                  | a b",
        "count(*) filter (where x)                                 | x",
        "a at time zone tz                                         | a tz",
        "x::numeric(10,2) + cast(y as my.typ)                      | x y",
        "arr[i:j]                                                  | arr i j",
        "row_number() over (partition by c order by d nulls first) | c d",
        "a in (b, c) and e between f and g                         | a b c e f g",
        "substring(a from b for c)                                 | a b c",
        "excluded.x                                                | excluded.x",
        "localtimestamp                                            | ``",
        "a collate \"C\"                                           | a",
        "(a).b                                                     | a",
        "f(n => x)                                                 | x",
        "a is distinct from b                                      | a b",
        "s.t.c                                                     | s.t.c",
        "E'it\\'s' || a                                            | a",
        "a /* b /* c */ */ + d -- e                                | a d",
        "$$b$$ || a                                                | a",
        "42                                                        | ``",
      })
  void columns_are_told_by_the_parser(String text, String expected) {
    assertThat(columns(parsed(text).columns())).isEqualTo(expected);
    assertThat(parsed(text).byTokens()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "doc @? '$.a' and b                                     | doc b",
        "1 operator(pg_catalog.+) a                             | a",
        "f(variadic xs, b::double precision)                    | xs b",
        "js is json object and t.\"B\" at time zone tz          | js t.\"B\" tz",
        "extract(year from c) + cast(d as int) @? 'x'           | c d",
        "case when a is not null then b end @? date 'x'         | a b",
      })
  void columns_of_what_the_parser_does_not_know_are_told_by_tokens(String text, String expected) {
    assertThat(columns(parsed(text).columns())).isEqualTo(expected);
    assertThat(parsed(text).byTokens()).isTrue();
  }

  @Test
  void calls_subqueries_aggregates_and_windows_are_seen() {
    ExpressionText text =
        parsed("pg_catalog.lower(x) || (select max(y) from z) || rank() over (order by b)");

    assertThat(text.functions().stream().map(f -> f.name().quoted()).collect(Collectors.toList()))
        .containsExactly("pg_catalog.lower", "max", "rank");
    assertThat(text.subquery()).isTrue();
    assertThat(text.aggregate()).isTrue();
    assertThat(text.window()).isTrue();
    assertThat(text.loneColumn()).isFalse();
    assertThat(parsed("x in (1, 2) and (a) > numeric(3) '1'").functions()).isEmpty();
  }

  @Test
  void a_column_alone_is_seen() {
    assertThat(parsed(" t.\"A b\" ").loneColumn()).isTrue();
    assertThat(parsed("current_date").loneColumn()).isFalse();
    assertThat(parsed("null").loneColumn()).isFalse();
    assertThat(parsed("a::text").loneColumn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " -- x", "a, b", "a; b", "a)", "(a", "'secret", "a]"})
  void what_is_no_single_expression_is_not_parsed(String text) {
    assertThat(ExpressionText.parse(text).unparsed().orElseThrow().reason())
        .doesNotContain("secret");
  }

  @Test
  void the_place_of_a_mistake_is_told() {
    assertThat(ExpressionText.parse("a +\n  b)").unparsed())
        .contains(new Unparsed("bracket is not opened", 2, 4));
  }

  @Test
  void deep_nesting_is_refused_before_the_parser_sees_it() {
    String deep = "(".repeat(5000) + "a" + ")".repeat(5000);

    assertThat(ExpressionText.parse(deep).unparsed().orElseThrow().reason())
        .isEqualTo("brackets are nested too deeply");
    assertThat(ExpressionText.parse("f(".repeat(499) + "a" + ")".repeat(499)).value()).isPresent();
  }

  @Test
  void the_parser_can_be_warmed_on_any_thread() throws InterruptedException {
    Thread thread = new Thread(SqlParsing::warm);
    thread.start();
    thread.join();

    assertThat(parsed("a").byTokens()).isFalse();
  }
}
