package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParserTreeConstants;

/** The tables and views named in a text, at any depth, the names that WITH defines left out. */
final class TouchedTables {
  private static final Set<String> END_FROM =
      Set.of(
          ("where group having window union intersect except order limit offset fetch for select set"
                  + " returning")
              .split(" "));

  /** Calls whose arguments have a FROM of their own. */
  private static final Set<String> FROM_IN_CALL = Set.of("extract", "substring", "trim", "overlay");

  private final List<SqlToken> tokens;
  private final Set<Identifier> defined = new HashSet<>();
  private final List<NameChain> found = new ArrayList<>();

  private TouchedTables(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  /** By the parser's tree where there is one, by the tokens otherwise. */
  static List<QualifiedName> in(List<SqlToken> tokens, Optional<SyntaxTree> tree) {
    TouchedTables touched = new TouchedTables(tokens);
    touched.readWith();
    tree.ifPresentOrElse(touched::readTree, () -> touched.readFrom(0, false));
    Set<QualifiedName> names = new LinkedHashSet<>();
    for (NameChain chain : touched.found) {
      if (chain.parts().size() > 1 || !touched.defined.contains(chain.last())) {
        names.add(chain.name());
      }
    }
    return List.copyOf(names);
  }

  /** Names before {@code AS (} or {@code AS MATERIALIZED (}, with or without a list of columns. */
  private void readWith() {
    boolean with = tokens.stream().anyMatch(t -> t.isWord("with"));
    for (int i = 1; with && i < tokens.size(); i++) {
      SqlToken before = tokens.get(i - 1);
      boolean item = before.isWord("with") || before.isWord("recursive") || before.isSymbol(",");
      if (item && isDefinition(i + 1)) {
        tokens.get(i).identifier().ifPresent(defined::add);
      }
    }
  }

  private boolean isDefinition(int after) {
    int at = after;
    if (is(at, "(")) {
      at = closing(at) + 1;
    }
    boolean as = at < tokens.size() && tokens.get(at).isWord("as");
    return as && (is(at + 1, "(") || wordAt(at + 1, "materialized") || wordAt(at + 1, "not"));
  }

  private void readTree(SyntaxTree tree) {
    Set<Integer> offsets = Set.copyOf(tree.offsets(CCJSqlParserTreeConstants.JJTTABLENAME));
    for (int i = 0; i < tokens.size(); i++) {
      if (offsets.contains(tokens.get(i).begin())) {
        // The parser takes the t of t.* for a table as well.
        NameChain.at(tokens, i).filter(c -> !is(c.next(), ".")).ifPresent(found::add);
      }
    }
  }

  /** Reads a list of FROM items wherever FROM, JOIN, INTO, UPDATE or TABLE stands. */
  private int readFrom(int from, boolean inCall) {
    boolean expected = false;
    boolean inFrom = false;
    int at = from;
    while (at < tokens.size()) {
      SqlToken token = tokens.get(at);
      if (Tokens.closes(token)) {
        return at + 1;
      }
      if (Tokens.opens(token)) {
        at = readFrom(at + 1, at > 0 && FROM_IN_CALL.contains(tokens.get(at - 1).word()));
        expected = false;
        continue;
      }
      Optional<NameChain> chain = NameChain.at(tokens, at);
      if (expected && chain.isPresent() && !isSkipped(token)) {
        if (!is(chain.get().next(), "(")) {
          found.add(chain.get());
        }
        expected = false;
        at = chain.get().next();
        continue;
      }
      boolean begins = !inCall && begins(token, at);
      inFrom = !END_FROM.contains(token.word()) && (inFrom || begins);
      expected =
          begins
              || (inFrom && (token.isSymbol(",") || token.isWord("join")))
              || (expected && isSkipped(token));
      at = chain.map(NameChain::next).orElse(at + 1);
    }
    return at;
  }

  private boolean begins(SqlToken token, int at) {
    boolean distinct = at > 1 && tokens.get(at - 1).isWord("distinct");
    return (token.isWord("from") && !distinct)
        || token.isWord("join")
        || token.isWord("into")
        || token.isWord("table");
  }

  private static boolean isSkipped(SqlToken token) {
    return token.isWord("only") || token.isWord("lateral");
  }

  private int closing(int open) {
    int depth = 0;
    int at = open;
    while (at < tokens.size()) {
      depth += Tokens.opens(tokens.get(at)) ? 1 : Tokens.closes(tokens.get(at)) ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      at++;
    }
    return at;
  }

  private boolean is(int at, String symbol) {
    return at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  private boolean wordAt(int at, String word) {
    return at < tokens.size() && tokens.get(at).isWord(word);
  }
}
