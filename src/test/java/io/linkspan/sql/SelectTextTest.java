package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectTextTest {
  private static SelectText parsed(String text) {
    return SelectText.parse(text).value().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select a, t.B, \"C\" from t                       | a b \"C\"",
        "select a as x, b y, 1 z, 'l' as \"Q\" from t;     | x y z \"Q\"",
        "select lower(a), now(), a::text from t            | lower now a",
        "select distinct on (a, b) a, b c from t           | a c",
        "select all a from t                               | a",
        "select a + 1 from t                               | UNKNOWN",
        "select * from t                                   | UNKNOWN",
        "select t.*, a from t                              | UNKNOWN",
        "select a::double precision, b is null x from t    | a x",
        "select a at time zone tz from t                   | UNKNOWN",
        "select case when a then b end c from t            | c",
        "select sum(a) over w from t window w as ()        | UNKNOWN",
        "select interval '1' day from t                    | UNKNOWN",
        "values (1, 'a'), (2, 'b')                         | column1 column2",
        "table t                                           | UNKNOWN",
        "with q as (select z from y) select a from q       | a",
        "(select a from t) union select b from u           | a",
        "((select a from t))                               | a",
        "(select a from t) order by 1                      | a",
        "select a from t union select b from u             | a",
        "select a as from from t                           | \"from\"",
        "select a is distinct from b as d, e from t        | d e",
        "select (select 1 from u) s, array[1,2] r from t   | s r",
      })
  void output_columns_are_named_where_they_can_be_told(String text, String expected) {
    String names =
        parsed(text)
            .outputColumns()
            .map(n -> n.stream().map(Identifier::quoted).collect(Collectors.joining(" ")))
            .orElse("UNKNOWN");

    assertThat(names).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select a from t                                             | t",
        "select t.* from s.T, \"U\" join v on true                   | s.t \"U\" v",
        "with q as (select 1 from a) select * from q, b              | a b",
        "with q(x) as materialized (select 1 from a) select x from q | a",
        "select (select max(x) from z) from lateral f(1) g, y        | y z",
        "select 1 from a where exists (select 1 from only b)         | a b",
        "select extract(year from d), a is distinct from b from t    | t",
        "select 1 from a left join b using (x), c where doc @? 'p'   | a b c",
        "select extract(year from d) from t where doc @? 'p'         | t",
        "select 1 from (select 1 from a) q, b where doc @? 'p'       | a b",
      })
  void tables_are_told_with_the_parser_and_without(String text, String expected) {
    assertThat(parsed(text).tables().stream().map(QualifiedName::quoted))
        .containsExactlyInAnyOrder(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select distinct a from t                          | DISTINCT",
        "select a from t group by a having true            | GROUP_BY HAVING",
        "select a from t order by b limit 1 offset 2       | ORDER_BY LIMIT",
        "select a from t fetch first row only              | LIMIT",
        "select a from t for no key update                 | LOCKING",
        "select a into x from t                            | INTO",
        "select a from t except select b from u            | SET_OPERATION",
        "with q as (select 1) select a from t              | WITH",
        "with q as (delete from x returning 1) select a from t | WITH DATA_CHANGE",
        "select (select 1 order by 1 limit 1) from t       | ``",
        "select a from (select distinct b from c) q        | ``",
      })
  void parts_of_the_outermost_query_are_told(String text, String expected) {
    Set<String> names =
        parsed(text).features().stream().map(Enum::name).collect(Collectors.toSet());

    assertThat(names).isEqualTo(expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")));
  }

  @Test
  void calls_that_change_something_are_told_at_any_depth() {
    assertThat(
            parsed(
                    "select nextval('s'), lower(a), (select pg_catalog.pg_advisory_lock(1))"
                        + " from dblink_exec('x') where lo_unlink(1) > random()"
                        + " and pg_try_advisory_xact_lock(1) and pg_terminate_backend(1)")
                .volatileCalls())
        .extracting(c -> c.name().name().name())
        .containsExactly(
            "nextval",
            "pg_advisory_lock",
            "dblink_exec",
            "lo_unlink",
            "random",
            "pg_try_advisory_xact_lock",
            "pg_terminate_backend");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "select 1; select 2", "update t set a = 1", "with a as (select 1) delete from t",
        "select 'a", "select (1", "explain select 1", "copy t to stdout"
      })
  void what_is_no_single_query_is_not_parsed(String text) {
    assertThat(SelectText.parse(text).unparsed()).isPresent();
  }

  @Test
  void blank_lines_end_nothing() {
    SelectText text = parsed("select a from t\n\n\n where b\n/\n c\nGO\n");

    assertThat(text.tables()).hasSize(1);
    assertThat(parsed("select a\n\n\nfrom t\n\n\nwhere b").doubt()).isEmpty();
  }
}
