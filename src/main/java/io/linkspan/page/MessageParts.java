package io.linkspan.page;

import io.linkspan.check.Finding;
import io.linkspan.page.Html.Fact;
import io.linkspan.pg.ErrorFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings and errors: what, why, and what to do about it. */
final class MessageParts {
  private MessageParts() {}

  static Node findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Element.of(
              "p",
              Badge.GOOD.of("ready"),
              Node.text(" Nothing found wrong; both servers accept the statement."))
          .styled("praise");
    }
    return Element.of("ul", findings.stream().map(MessageParts::finding).toList())
        .styled("messages");
  }

  private static Element finding(Finding finding) {
    Element badge =
        switch (finding.severity()) {
          case ERROR -> Badge.BAD.of("error");
          case WARNING -> Badge.WARN.of("warning");
          case NOTE -> Badge.PLAIN.of("note");
        };
    return message(
        badge,
        finding.fields(),
        Optional.of(finding.id().text()),
        finding.severity() == Finding.Severity.NOTE
            ? Optional.empty()
            : Optional.of(finding.id().matters()));
  }

  /**
   * A message in an item of a list.
   *
   * @param id what was found
   * @param matters the cause where the message gives none of its own
   */
  static Element message(
      Element badge, ErrorFields fields, Optional<String> id, Optional<String> matters) {
    List<Fact> facts = new ArrayList<>();
    fields
        .explanation()
        .ifPresent(
            why -> {
              facts.add(fact("Cause", why.cause()));
              facts.add(fact("Cure", why.next()));
            });
    fields
        .detail()
        .or(() -> matters.filter(text -> fields.explanation().isEmpty()))
        .ifPresent(
            text -> facts.add(fact(fields.explanation().isEmpty() ? "Cause" : "Detail", text)));
    fields
        .hint()
        .ifPresent(text -> facts.add(fact(fields.explanation().isEmpty() ? "Cure" : "Hint", text)));
    fields.context().ifPresent(text -> facts.add(fact("Context", text)));
    fields.sqlState().ifPresent(state -> facts.add(fact("SQLSTATE", state.code())));
    Element head =
        Element.of(
                "p",
                badge,
                Node.text(" "),
                Element.of("span", fields.message()).styled("message"),
                id.<Node>map(text -> Node.all(Node.text(" "), Html.code(text)))
                    .orElse(Node.NOTHING))
            .styled("lines");
    return Element.of("li", head, facts.isEmpty() ? Node.NOTHING : Html.facts(facts));
  }

  private static Fact fact(String label, String text) {
    return new Fact(label, Element.of("span", text).styled("lines"));
  }
}
