package io.linkspan.page;

import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SQL with its words, values and comments set off; every character of it stays. */
final class SqlMarkup {
  private static final Set<String> WORDS =
      Set.of(
          ("all and any as asc between by case cast collate conflict constraint copy cross cursor"
                  + " declare default desc distinct do else end except excluded exists extract false"
                  + " fetch first for forward from full group having ilike in inner insert intersect"
                  + " interval into is join last lateral left like limit local no not nothing null"
                  + " nulls offset on only or order outer over overriding partition returning right"
                  + " scroll select set similar system then to true truncate union update using value"
                  + " values when where with")
              .split(" "));

  private SqlMarkup() {}

  static Node of(String sql) {
    List<Node> nodes = new ArrayList<>();
    int done = 0;
    for (SqlToken token : SqlLexer.tokens(sql)) {
      nodes.add(Node.text(sql.substring(done, token.begin())));
      nodes.add(node(token));
      done = token.end();
    }
    nodes.add(Node.text(sql.substring(done)));
    return Node.all(nodes);
  }

  private static Node node(SqlToken token) {
    String style =
        switch (token.kind()) {
          case WORD -> WORDS.contains(token.text().toLowerCase(Locale.ROOT)) ? "w" : "";
          case DOLLAR_STRING -> "quoted";
          case STRING, ESCAPE_STRING, NATIONAL_STRING, BIT_STRING, UNICODE_STRING, OPEN_STRING ->
              "s";
          case NUMBER -> "n";
          case LINE_COMMENT, BLOCK_COMMENT, OPEN_COMMENT -> "c";
          default -> "";
        };
    if (style.equals("quoted")) {
      return quoted(token.text());
    }
    return style.isEmpty()
        ? Node.text(token.text())
        : Element.of("span", token.text()).styled(style);
  }

  /** A query within a query is SQL as well; its quotes are set off as a string is. */
  private static Node quoted(String text) {
    String tag = text.substring(0, text.indexOf('$', 1) + 1);
    String inside = text.substring(tag.length(), text.length() - tag.length());
    Node mark = Element.of("span", tag).styled("s");
    return Node.all(mark, of(inside), mark);
  }
}
