package io.linkspan.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.sf.jsqlparser.parser.CCJSqlParserTreeConstants;

/**
 * What an expression uses.
 *
 * @param columns each reference in order, those inside subqueries too
 * @param functions each call in order
 * @param aggregate whether an aggregate function is called, as far as its name tells
 * @param loneColumn whether the expression is a column and nothing else
 * @param byTokens whether the parser did not know the expression, so that the columns are told from
 *     its tokens alone
 */
public record ExpressionText(
    List<ColumnReference> columns,
    List<FunctionCall> functions,
    boolean subquery,
    boolean aggregate,
    boolean window,
    boolean loneColumn,
    boolean byTokens) {
  public ExpressionText {
    columns = List.copyOf(columns);
    functions = List.copyOf(functions);
  }

  /** Reads one expression; not parsed are empty text, several expressions, open quotes. */
  public static Reading<ExpressionText> parse(String text) {
    Tokens cursor = Tokens.of(text);
    List<SqlToken> tokens = cursor.remaining();
    Optional<Unparsed> obstacle = SqlParsing.obstacle(text, SqlLexer.tokens(text));
    if (obstacle.isPresent()) {
      return new Reading.NotParsed<>(obstacle.get());
    }
    if (tokens.isEmpty()) {
      return new Reading.NotParsed<>(Unparsed.at("expression is empty", text, 0));
    }
    cursor.textUntil(t -> t.atSymbol(",") || t.atSymbol(";"));
    if (!cursor.atEnd()) {
      int offset = cursor.peek().begin();
      return new Reading.NotParsed<>(Unparsed.at("more than one expression", text, offset));
    }
    return new Reading.Parsed<>(read(text, tokens));
  }

  private static ExpressionText read(String text, List<SqlToken> tokens) {
    Optional<SyntaxTree> tree = SqlParsing.expression(text).value();
    List<ColumnReference> columns =
        tree.map(t -> columns(t, tokens)).orElseGet(() -> TokenColumns.in(tokens));
    List<FunctionCall> functions = FunctionCalls.in(tokens);
    boolean lone =
        columns.size() == 1
            && NameChain.at(tokens, 0).filter(c -> c.next() == tokens.size()).isPresent();
    return new ExpressionText(
        columns,
        functions,
        hasSubquery(tokens),
        functions.stream().anyMatch(f -> SqlWords.isAggregate(f.name().name().name()))
            || hasAfterCall(tokens, "filter")
            || hasAfterCall(tokens, "within"),
        hasAfterCall(tokens, "over"),
        lone,
        tree.isEmpty());
  }

  private static List<ColumnReference> columns(SyntaxTree tree, List<SqlToken> tokens) {
    Set<Integer> offsets = Set.copyOf(tree.offsets(CCJSqlParserTreeConstants.JJTCOLUMN));
    return IntStream.range(0, tokens.size())
        .filter(i -> offsets.contains(tokens.get(i).begin()))
        .filter(i -> !SqlWords.isValue(tokens.get(i).word()))
        .mapToObj(i -> NameChain.at(tokens, i).map(c -> c.column(tokens.get(i).begin())))
        .flatMap(Optional::stream)
        .toList();
  }

  static boolean hasSubquery(List<SqlToken> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean query =
          token.isWord("select")
              || token.isWord("with")
              || token.isWord("table")
              || token.isWord("values");
      if (query && tokens.get(i - 1).isSymbol("(")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAfterCall(List<SqlToken> tokens, String word) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).isWord(word) && tokens.get(i - 1).isSymbol(")")) {
        return true;
      }
    }
    return false;
  }
}
