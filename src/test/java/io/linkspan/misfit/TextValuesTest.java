package io.linkspan.misfit;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.TypeName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is offered for texts that do not fit; that it mends is tried on servers. */
final class TextValuesTest {
  private static final SqlState UNREADABLE = new SqlState("22P02");

  @Test
  void a_decimal_comma_becomes_a_point() {
    assertThat(offered("numeric", "12,50", "-3,5"))
        .containsExactly("replace(v, ',', '.')::numeric");
  }

  @Test
  void a_comma_between_thousands_is_left_out() {
    assertThat(offered("numeric", "1,234.50", "1,234,567"))
        .containsExactly("replace(v, ',', '')::numeric");
  }

  @Test
  void points_between_thousands_are_taken_out_of_values_with_a_comma_alone() {
    assertThat(offered("numeric", "1.234,50", "0,5"))
        .containsExactly(
            "case when v like '%,%' then replace(replace(v, '.', ''), ',', '.') else v end::numeric");
  }

  @Test
  void a_comma_that_may_mean_either_is_not_mended() {
    assertThat(offered("numeric", "1,234", "5,678")).isEmpty();
    assertThat(offered("numeric", "1,234.5", "1,5")).isEmpty();
  }

  @Test
  void an_empty_text_is_null() {
    assertThat(offered("integer", "")).containsExactly("nullif(v, '')::integer");
    assertThat(offered("integer", "  ", "")).containsExactly("nullif(btrim(v), '')::integer");
    assertThat(offered("date", "")).containsExactly("nullif(v, '')::date");
  }

  @Test
  void what_is_no_number_at_all_is_not_mended() {
    assertThat(offered("numeric", "none")).isEmpty();
    assertThat(offered("numeric")).isEmpty();
  }

  @Test
  void dates_are_mended_where_they_prove_their_order() {
    assertThat(all("date", "31/12/2020", "01/02/2020")).containsExactly("to_date(v, 'DD/MM/YYYY')");
    assertThat(all("date", "12.31.2020")).containsExactly("to_date(v, 'MM.DD.YYYY')");
    assertThat(all("date", "01/02/2020")).isEmpty();
    assertThat(all("date", "31/12/2020", "12/31/2020")).isEmpty();
    assertThat(all("date", "31/12/2020", "31.12.2020")).isEmpty();
    assertThat(all("date", "0000-00-00")).containsExactly("nullif(v, '0000-00-00')::date");
  }

  @Test
  void dates_that_fit_already_are_read_as_before() {
    assertThat(offered("date", "31/12/2020"))
        .containsExactly(
            "case when v ~ '^ *[0-9]{1,2}[/][0-9]{1,2}[/][0-9]{4} *$'"
                + " then to_date(v, 'DD/MM/YYYY') else v::date end");
  }

  @Test
  void words_for_yes_and_no_are_known_in_some_languages() {
    assertThat(offered("boolean", "Ja", "nein"))
        .containsExactly(
            "case lower(btrim(v)) when 'ja' then true when 'nein' then false else v::boolean end");
    assertThat(offered("boolean", "perhaps")).isEmpty();
  }

  @Test
  void a_text_that_is_too_long_is_cut() {
    Column target = column(type("varchar", "character varying(10)"), false);

    List<String> offered =
        new TextValues(text(), target, List.of("abcdefghijkl"), false)
            .expressions(new SqlState("22001"));

    assertThat(offered).containsExactly("left(v, 10)");
  }

  @Test
  void something_stands_for_null_where_it_is_plain_what() {
    assertThat(instead("text")).containsExactly("coalesce(v, '')");
    assertThat(instead("integer")).containsExactly("coalesce(v, 0)");
    assertThat(instead("boolean")).containsExactly("coalesce(v, false)");
    assertThat(instead("date")).isEmpty();
  }

  private static List<String> offered(String type, String... values) {
    return values(type, false, values);
  }

  private static List<String> all(String type, String... values) {
    return values(type, true, values);
  }

  private static List<String> values(String type, boolean all, String... values) {
    return new TextValues(text(), column(type(bare(type), type), false), List.of(values), all)
        .expressions(UNREADABLE);
  }

  private static List<String> instead(String type) {
    return new TextValues(text(), column(type(bare(type), type), true), List.of(), false).instead();
  }

  private static String bare(String type) {
    return switch (type) {
      case "integer" -> "int4";
      case "boolean" -> "bool";
      default -> type;
    };
  }

  private static ColumnType type(String name, String sql) {
    return new ColumnType(
        new TypeName(new Identifier("pg_catalog"), new Identifier(name), sql),
        ColumnType.Kind.BASE,
        name.equals("text") || name.equals("varchar") ? 'S' : 'N',
        Optional.empty(),
        Optional.empty(),
        true,
        true,
        List.of(),
        Optional.empty());
  }

  private static Column text() {
    return column(type("text", "text"), false);
  }

  private static Column column(ColumnType type, boolean notNull) {
    return new Column(
        new Identifier("v"),
        1,
        type,
        notNull,
        Optional.empty(),
        Column.Identity.NONE,
        Column.Generated.NONE,
        Optional.empty(),
        Optional.empty(),
        new Column.ColumnPrivileges(true, true, true));
  }
}
