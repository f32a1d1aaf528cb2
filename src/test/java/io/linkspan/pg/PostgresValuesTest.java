package io.linkspan.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Qualified names, types, versions and error codes. */
final class PostgresValuesTest {
  @Test
  void each_part_of_a_qualified_name_is_quoted_by_itself() {
    assertThat(QualifiedName.of("crm", "Users")).hasToString("crm.\"Users\"");
    assertThat(QualifiedName.of("a.b", "c")).hasToString("\"a.b\".c");
    assertThat(QualifiedName.unqualified(new Identifier("order"))).hasToString("\"order\"");
  }

  @Test
  void a_dot_inside_a_name_makes_no_other_name_equal() {
    assertThat(QualifiedName.of("a", "b.c")).isNotEqualTo(QualifiedName.of("a.b", "c"));
    assertThat(QualifiedName.of("a", "b.c").compareTo(QualifiedName.of("a.b", "c"))).isNotZero();
  }

  @Test
  void a_type_is_the_same_whatever_its_modifier() {
    Identifier catalog = new Identifier("pg_catalog");
    TypeName narrow = new TypeName(catalog, new Identifier("varchar"), "character varying(20)");
    TypeName wide = new TypeName(catalog, new Identifier("varchar"), "character varying(50)");
    TypeName foreign = new TypeName(new Identifier("public"), new Identifier("varchar"), "x");

    assertThat(narrow.sameType(wide)).isTrue();
    assertThat(narrow).isNotEqualTo(wide);
    assertThat(narrow.sameType(foreign)).isFalse();
    assertThat(narrow.isBuiltin()).isTrue();
    assertThat(foreign.isBuiltin()).isFalse();
    assertThat(narrow).hasToString("character varying(20)");
    assertThat(TypeName.builtin("text")).hasToString("text");
  }

  @ParameterizedTest
  @CsvSource({"130023, 13, 13.23", "150018, 15, 15.18", "180000, 18, 18.0"})
  void a_version_number_is_read_as_the_server_means_it(int number, int major, String text) {
    ServerVersion version = new ServerVersion(number);

    assertThat(version.major()).isEqualTo(major);
    assertThat(version).hasToString(text);
    assertThat(version.atLeast(major)).isTrue();
    assertThat(version.atLeast(major + 1)).isFalse();
  }

  @Test
  void a_later_version_is_greater() {
    assertThat(new ServerVersion(150018)).isLessThan(new ServerVersion(180000));
  }

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "08001, true",
    "57P01, true",
    "57P05, true",
    "57014, false",
    "23505, false"
  })
  void a_lost_connection_is_told_from_a_failed_statement(String code, boolean lost) {
    assertThat(new SqlState(code).connectionLost()).isEqualTo(lost);
  }

  @Test
  void a_code_has_five_capital_letters_or_digits() {
    for (String wrong : new String[] {"", "4250", "425011", "42p01", "42 01", "42501\n"}) {
      assertThatThrownBy(() -> new SqlState(wrong)).hasMessage("not a SQLSTATE: \"" + wrong + "\"");
    }
  }
}
