package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class MarkupTest {
  private static String written(Node node) {
    return Markup.of(node, UnaryOperator.identity());
  }

  @Test
  void text_and_attributes_are_escaped() {
    Element element =
        Element.of("p", "<script>alert('a' & \"b\")</script>").with("title", "\"><img src=x>");

    assertThat(written(element))
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;img src=x&gt;\">"
                + "&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;</p>");
  }

  @Test
  void only_elements_without_an_end_tag_are_closed_at_once() {
    assertThat(written(Node.all(Element.of("br"), Element.of("span"))))
        .isEqualTo("<br/><span></span>");
  }

  @Test
  void characters_that_no_document_may_hold_are_spelled_out() {
    assertThat(written(Node.text("a\u0000\u001b[31m\u202eb\ud800c\uffff\ud83d\ude00\n")))
        .isEqualTo("a\\x00\\x1B[31m\\u202Eb\ufffdc\ufffd\ud83d\ude00\n");
  }

  @Test
  void what_must_not_be_shown_is_in_no_text_and_no_attribute() {
    Element element = Element.of("p", "host=a password=geheim").with("title", "geheim");

    assertThat(Markup.of(element, text -> text.replace("geheim", "***")))
        .isEqualTo("<p title=\"***\">host=a password=***</p>");
  }

  @Test
  void numbers_are_written_to_a_tenth_whatever_the_locale() {
    assertThat(written(Element.of("rect").with("x", 1.25).with("y", 3.0)))
        .isEqualTo("<rect x=\"1.3\" y=\"3\"></rect>");
  }
}
