package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class SqlMarkupTest {
  private static String written(String sql) {
    return Markup.of(SqlMarkup.of(sql), UnaryOperator.identity());
  }

  @Test
  void words_values_and_comments_are_set_off() {
    assertThat(written("SELECT a, 'x' -- y\nFROM t WHERE b < 10"))
        .isEqualTo(
            "<span class=\"w\">SELECT</span> a, <span class=\"s\">&#39;x&#39;</span>"
                + " <span class=\"c\">-- y</span>\n<span class=\"w\">FROM</span> t"
                + " <span class=\"w\">WHERE</span> b &lt; <span class=\"n\">10</span>");
  }

  @Test
  void a_query_in_dollar_quotes_is_set_off_as_a_query() {
    assertThat(written("f($r$SELECT 1$r$)"))
        .isEqualTo(
            "f(<span class=\"s\">$r$</span><span class=\"w\">SELECT</span>"
                + " <span class=\"n\">1</span><span class=\"s\">$r$</span>)");
  }

  @Test
  void what_is_not_closed_stays_as_it_is() {
    for (String sql : new String[] {"'a", "$x$ b", "/* c", "\"d", "\\", ""}) {
      assertThat(
              written(sql).replaceAll("<[^>]*>", "").replace("&#39;", "'").replace("&quot;", "\""))
          .isEqualTo(sql);
    }
  }
}
