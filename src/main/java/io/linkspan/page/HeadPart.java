package io.linkspan.page;

import io.linkspan.page.Html.Fact;
import io.linkspan.report.RunWords;
import java.util.ArrayList;
import java.util.List;

/** What stands above all: the name of the page, who made it and when, and the servers. */
final class HeadPart {
  private HeadPart() {}

  static Element of(Head head, String title, List<Fact> more) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Made", RunWords.moment(head.when(), head.zone()) + " " + head.zone()));
    facts.add(Fact.of("By", head.who()));
    facts.add(Fact.of("With", "linkspan " + head.version()));
    facts.addAll(more);
    return Element.of("header", Element.of("h1", title), Html.facts(facts), servers(head));
  }

  private static Node servers(Head head) {
    if (head.servers().isEmpty()) {
      return Node.NOTHING;
    }
    List<Element> rows =
        head.servers().stream()
            .map(
                server ->
                    Html.row(
                        Html.rowHead(server.name()),
                        role(server),
                        Html.code(server.address()),
                        Node.text(version(server))))
            .toList();
    return Html.table("Servers", List.of("Connection", "Role", "Server", "Version"), rows);
  }

  private static String version(Head.Server server) {
    String version = server.version().map(each -> "PostgreSQL " + each).orElse("connection lost");
    return server.marks().isEmpty() ? version : version + ", " + server.marks();
  }

  private static Node role(Head.Server server) {
    return switch (server.role()) {
      case "source" -> Badge.SOURCE.of("source");
      case "target" -> Badge.TARGET.of("target");
      default -> Node.text(server.role());
    };
  }
}
