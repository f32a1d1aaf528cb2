package io.linkspan.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifierTest {
  @Test
  void a_name_without_quotes_is_folded_to_lower_case() {
    assertThat(Identifier.folded("Archived_Users")).isEqualTo(new Identifier("archived_users"));
  }

  @Test
  void only_ascii_letters_are_folded_as_in_a_utf8_database() {
    assertThat(Identifier.folded("ÄRGER_É")).isEqualTo(new Identifier("Ärger_É"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "users        | users",
        "_x1          | _x1",
        "Users        | \"Users\"",
        "1st          | \"1st\"",
        "a$b          | \"a$b\"",
        "user         | \"user\"",
        "order        | \"order\"",
        "between      | \"between\"",
        "left         | \"left\"",
        "name         | name",
        "e-mail       | \"e-mail\"",
        "two words    | \"two words\"",
        "say \"so\"   | \"say \"\"so\"\"\"",
        "größe        | \"größe\"",
        "a.b          | \"a.b\"",
      })
  void a_name_is_quoted_where_quote_ident_quotes_it(String name, String quoted) {
    assertThat(new Identifier(name).quoted()).isEqualTo(quoted);
    assertThat(new Identifier(name)).hasToString(quoted);
  }

  @Property
  void folding_twice_changes_nothing_more(@ForAll String any) {
    String name = "x" + any.replace("\0", "");

    Identifier once = Identifier.folded(name);

    assertThat(Identifier.folded(once.name())).isEqualTo(once);
  }

  @Property
  void quotes_inside_never_end_the_name(@ForAll String any) {
    String name = "x" + any.replace("\0", "");

    String quoted = new Identifier(name).quoted();

    if (quoted.startsWith("\"")) {
      String inside = quoted.substring(1, quoted.length() - 1);
      assertThat(inside.replace("\"\"", "")).doesNotContain("\"");
      assertThat(inside.replace("\"\"", "\"")).isEqualTo(name);
    } else {
      assertThat(quoted).isEqualTo(name);
    }
  }

  @Test
  void names_may_be_compared_without_their_case() {
    Identifier mixed = new Identifier("E-Mail");

    assertThat(mixed.sameIgnoringCase(new Identifier("e-mail"))).isTrue();
    assertThat(mixed.sameIgnoringCase(new Identifier("email"))).isFalse();
    assertThat(mixed).isNotEqualTo(new Identifier("e-mail"));
  }

  @Test
  void names_are_sorted_by_their_characters() {
    assertThat(new Identifier("B")).isLessThan(new Identifier("a"));
  }

  @Test
  void an_empty_name_and_one_with_nul_are_refused() {
    assertThatThrownBy(() -> new Identifier("")).hasMessage("zero-length identifier");
    assertThatThrownBy(() -> new Identifier("a\0b")).hasMessage("identifier holds a NUL character");
  }
}
