package io.linkspan.pg;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiteralTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "plain    | 'plain'",
        "it's     | 'it''s'",
        "a\\b     | E'a\\\\b'",
        "\\'      | E'\\\\'''",
        "$1 :x    | '$1 :x'",
      })
  void a_constant_means_the_same_whatever_standard_conforming_strings_is(
      String value, String quoted) {
    assertThat(Literal.quoted(value)).isEqualTo(quoted);
  }

  @Test
  void the_empty_text_is_a_constant_too() {
    assertThat(Literal.quoted("")).isEqualTo("''");
    assertThat(Literal.conninfo("")).isEqualTo("''");
    assertThat(Literal.dollarQuoted("", "q")).isEqualTo("$q$$q$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "select 'a'              | $remote$select 'a'$remote$",
        "select $remote$a$remote$ | $remote1$select $remote$a$remote$$remote1$",
        "$remote$ $remote1$      | $remote2$$remote$ $remote1$$remote2$",
        "ends in $               | $remote$ends in $$remote$",
        "ends in $remote         | $remote1$ends in $remote$remote1$",
        "ends in $rem            | $remote$ends in $rem$remote$",
      })
  void dollar_quotes_take_a_tag_that_the_value_does_not_hold(String value, String quoted) {
    assertThat(Literal.dollarQuoted(value, "remote")).isEqualTo(quoted);
  }

  @Provide
  Arbitrary<String> dollars() {
    return Arbitraries.of("$", "$$", "q", "$q", "q$", "$q$", "1", "$q1$", "2", "x", "'", "\\", "\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property
  void a_dollar_quoted_value_never_ends_early(@ForAll("dollars") String value) {
    String quoted = Literal.dollarQuoted(value, "q");

    String tag = quoted.substring(0, quoted.indexOf('$', 1) + 1);
    assertThat(quoted.indexOf(tag, tag.length())).isEqualTo(quoted.length() - tag.length());
    assertThat(quoted.substring(tag.length(), quoted.length() - tag.length())).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "plain       | 'plain'",
        "it's        | 'it\\'s'",
        "a\\b        | 'a\\\\b'",
        "two words   | 'two words'",
        "s3cr:t@p 'w | 's3cr:t@p \\'w'",
      })
  void a_conninfo_value_is_quoted_as_libpq_reads_it(String value, String quoted) {
    assertThat(Literal.conninfo(value)).isEqualTo(quoted);
  }

  @Property
  void libpq_reads_a_conninfo_value_back_as_itself(@ForAll("dollars") String value) {
    String quoted = Literal.conninfo(value);

    StringBuilder read = new StringBuilder();
    int at = 1;
    while (quoted.charAt(at) != '\'') {
      at += quoted.charAt(at) == '\\' ? 1 : 0;
      read.append(quoted.charAt(at));
      at++;
    }
    assertThat(at).isEqualTo(quoted.length() - 1);
    assertThat(read).hasToString(value);
  }
}
