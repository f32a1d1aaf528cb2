package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says an expression over one table's columns without the table's alias, and with other names for
 * some of the columns. Whatever is not surely a column stays as it was typed.
 *
 * @param alias by which the text may qualify the columns
 * @param columns the columns that there are
 * @param names what to say instead of some of them, as SQL text
 * @param outer what to qualify the columns by in a text with a subquery, where a bare name may be
 *     taken for a column of the inner table; empty where nothing can stand there
 */
public record RenamedColumns(
    Optional<Identifier> alias,
    Set<Identifier> columns,
    Map<Identifier, String> names,
    Optional<Identifier> outer) {
  public RenamedColumns {
    columns = Set.copyOf(columns);
    names = Map.copyOf(names);
  }

  /** The same where nothing can qualify a column. */
  public RenamedColumns(
      Optional<Identifier> alias, Set<Identifier> columns, Map<Identifier, String> names) {
    this(alias, columns, names, Optional.empty());
  }

  /** The text anew; empty where it cannot be told what is a column, or the whole row is used. */
  public Optional<String> in(String text) {
    List<SqlToken> tokens = Tokens.of(text).remaining();
    Map<Integer, Change> changes = new TreeMap<>();
    boolean said =
        ExpressionText.hasSubquery(tokens)
            ? requalify(tokens, changes)
            : unqualify(tokens, changes);
    if (!said || !rename(text, tokens, changes)) {
      return Optional.empty();
    }
    StringBuilder anew = new StringBuilder();
    int copied = 0;
    for (Change change : changes.values()) {
      anew.append(text, copied, change.begin()).append(change.text());
      copied = change.end();
    }
    return Optional.of(anew.append(text, copied, text.length()).toString());
  }

  /** The columns of those given that the text names, as far as its words tell. */
  public Set<Identifier> named(String text, Set<Identifier> wanted) {
    List<SqlToken> tokens = Tokens.of(text).remaining();
    Set<Identifier> found = new LinkedHashSet<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<NameChain> chain = NameChain.at(tokens, at);
      if (chain.isPresent()) {
        List<Identifier> parts = chain.get().parts();
        boolean qualified = parts.size() > 1 && alias.filter(parts.get(0)::equals).isPresent();
        parts.stream().skip(qualified ? 1 : 0).filter(wanted::contains).forEach(found::add);
      }
      at = chain.map(NameChain::next).orElse(at + 1);
    }
    return found;
  }

  /** The same for expressions with commas between them, each with words like DESC after it. */
  public Optional<String> inOrder(String text) {
    Tokens tokens = Tokens.of(text);
    List<String> items = new ArrayList<>();
    for (Slice item : tokens.splitTopLevel(",")) {
      Tokens inside = tokens.within(item);
      Slice expression = inside.textUntil(RenamedColumns::tellsDirection);
      String direction = inside.rest().text();
      Optional<String> anew = in(expression.text());
      if (anew.isEmpty()) {
        return Optional.empty();
      }
      items.add(anew.orElseThrow() + (direction.isEmpty() ? "" : " " + direction));
    }
    return Optional.of(String.join(", ", items));
  }

  private static boolean tellsDirection(Tokens tokens) {
    return tokens.at("asc")
        || tokens.at("desc")
        || tokens.at("using")
        || tokens.at("nulls", "first")
        || tokens.at("nulls", "last");
  }

  /** Whether every use of the alias is one before a column; those are taken away. */
  private boolean unqualify(List<SqlToken> tokens, Map<Integer, Change> changes) {
    int at = 0;
    while (at < tokens.size()) {
      Optional<NameChain> chain = NameChain.at(tokens, at);
      if (chain.isEmpty()) {
        at++;
        continue;
      }
      List<Identifier> parts = chain.get().parts();
      int next = chain.get().next();
      boolean called = next < tokens.size() && tokens.get(next).isSymbol("(");
      boolean used = alias.filter(parts.get(0)::equals).isPresent() && !called;
      if (used && parts.size() > 1) {
        int begin = tokens.get(at).begin();
        changes.put(begin, new Change(begin, tokens.get(at + 2).begin(), ""));
      } else if (used && !columns.contains(parts.get(0)) && !named(tokens, at)) {
        return false;
      }
      at = next;
    }
    return true;
  }

  /**
   * Puts the outer alias in the place of the text's own. False where there is none, or where the
   * subquery may give a table one of the two names.
   */
  private boolean requalify(List<SqlToken> tokens, Map<Integer, Change> changes) {
    int at = 0;
    boolean taken = false;
    while (at < tokens.size()) {
      Optional<NameChain> chain = NameChain.at(tokens, at);
      if (chain.isEmpty()) {
        at++;
        continue;
      }
      List<Identifier> parts = chain.get().parts();
      boolean used = alias.filter(parts.get(0)::equals).isPresent();
      if (used && parts.size() == 1) {
        return false;
      }
      taken |= !used && parts.stream().anyMatch(p -> outer.filter(p::equals).isPresent());
      if (used && !alias.equals(outer)) {
        if (outer.isEmpty()) {
          return false;
        }
        SqlToken own = tokens.get(at);
        changes.put(own.begin(), new Change(own.begin(), own.end(), outer.orElseThrow().quoted()));
      }
      at = chain.get().next();
    }
    return changes.isEmpty() || !taken;
  }

  /** Whether the word is the name of an argument, a type or an output column. */
  private static boolean named(List<SqlToken> tokens, int at) {
    SqlToken before = at > 0 ? tokens.get(at - 1) : tokens.get(at);
    return at > 0 && (before.isSymbol("::") || before.isWord("as") || before.isSymbol("."));
  }

  private boolean rename(String text, List<SqlToken> tokens, Map<Integer, Change> changes) {
    boolean concerned =
        tokens.stream().flatMap(t -> t.identifier().stream()).anyMatch(names::containsKey);
    if (!concerned) {
      return true;
    }
    Optional<ExpressionText> parsed = ExpressionText.parse(text).value();
    if (parsed.filter(e -> !e.byTokens() && !e.subquery()).isEmpty()) {
      return false;
    }
    for (ColumnReference reference : parsed.orElseThrow().columns()) {
      String name = names.get(reference.name());
      boolean own =
          reference
              .qualifier()
              .map(q -> q.schema().isEmpty() && alias.filter(q.name()::equals).isPresent())
              .orElse(true);
      if (name != null && own) {
        int begin = reference.offset();
        changes.put(begin, new Change(begin, end(tokens, begin), name));
      }
    }
    return true;
  }

  private static int end(List<SqlToken> tokens, int begin) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).begin() == begin) {
        int next = NameChain.at(tokens, i).map(NameChain::next).orElse(i + 1);
        return tokens.get(next - 1).end();
      }
    }
    throw new IllegalStateException("no token begins there");
  }

  private record Change(int begin, int end, String text) {}
}
