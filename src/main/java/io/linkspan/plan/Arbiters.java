package io.linkspan.plan;

import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the key that a conflict target means, for screens and receipts. What is not recognised here
 * is left to the server, which infers the key itself.
 */
final class Arbiters {
  private Arbiters() {}

  static Optional<Key> find(Tokens target, Table into) {
    if (target.acceptWord("on", "constraint")) {
      Identifier name = target.expectIdentifier("a constraint");
      return into.keys().stream()
          .filter(key -> key.constraint().filter(name::equals).isPresent())
          .findFirst();
    }
    Slice inside = target.expectParentheses();
    boolean partial = target.at("where");
    Set<String> wanted = new HashSet<>();
    for (Slice element : target.within(inside).splitTopLevel(",")) {
      wanted.add(bare(element.text()));
    }
    List<Key> matching =
        into.keys().stream()
            .filter(key -> !key.exclusion())
            .filter(key -> elements(key).equals(wanted))
            .filter(key -> partial || key.predicate().isEmpty())
            .toList();
    return matching.size() == 1
        ? Optional.of(matching.get(0))
        : matching.stream().filter(key -> key.predicate().isPresent() == partial).findFirst();
  }

  private static Set<String> elements(Key key) {
    Set<String> elements = new HashSet<>();
    key.elements().forEach(element -> elements.add(bare(element.expression())));
    return elements;
  }

  /** An element without white space, casts and outer parentheses, in lower case unless quoted. */
  private static String bare(String element) {
    Tokens tokens = Tokens.of(element);
    Optional<Identifier> column = tokens.acceptIdentifier();
    if (column.isPresent() && tokens.atEnd()) {
      return column.orElseThrow().quoted();
    }
    String text = element.strip();
    if (!text.contains("\"") && !text.contains("'")) {
      text = text.toLowerCase(Locale.ROOT);
    }
    text = text.replaceAll("\\s+", "").replace("::text", "");
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1);
    }
    return text;
  }
}
