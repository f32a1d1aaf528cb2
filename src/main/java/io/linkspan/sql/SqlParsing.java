package io.linkspan.sql;

import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;

/**
 * The doorway to JSqlParser. It runs on the caller's own thread, reads a masked copy, must reach
 * the end of the text, and is not asked about text that is too deep or too long for it.
 */
public final class SqlParsing {
  private static final int DEEPEST = 500;
  private static final int LONGEST = 1_000_000;

  private SqlParsing() {}

  /** Loads the parser's classes, so that the first text typed is not the slow one; any thread. */
  public static void warm() {
    statement("INSERT INTO t (a) SELECT lower(b)::text FROM f('x', 'y') AS t(b text) WHERE b > 1");
  }

  static Reading<SyntaxTree> statement(String text) {
    return read(text, CCJSqlParser::Statement);
  }

  static Reading<SyntaxTree> expression(String text) {
    return read(text, CCJSqlParser::Expression);
  }

  /** What makes a text no business of any parser: open quotes, brackets that do not pair, depth. */
  static Optional<Unparsed> obstacle(String text, List<SqlToken> tokens) {
    if (text.length() > LONGEST) {
      return Optional.of(Unparsed.at("text is too long", text, LONGEST));
    }
    int depth = 0;
    for (SqlToken token : tokens) {
      if (token.kind().isOpen()) {
        return Optional.of(Unparsed.at("quote or comment is not closed", text, token.begin()));
      }
      depth += Tokens.opens(token) ? 1 : Tokens.closes(token) ? -1 : 0;
      if (depth < 0) {
        return Optional.of(Unparsed.at("bracket is not opened", text, token.begin()));
      }
      if (depth > DEEPEST) {
        return Optional.of(Unparsed.at("brackets are nested too deeply", text, token.begin()));
      }
    }
    return depth == 0
        ? Optional.empty()
        : Optional.of(Unparsed.at("bracket is not closed", text, text.length()));
  }

  private interface Rule {
    Object parse(CCJSqlParser parser) throws ParseException;
  }

  private static Reading<SyntaxTree> read(String text, Rule rule) {
    List<SqlToken> tokens = SqlLexer.tokens(text);
    Optional<Unparsed> obstacle = obstacle(text, tokens);
    if (obstacle.isPresent()) {
      return new Reading.NotParsed<>(obstacle.get());
    }
    if (tokens.stream().allMatch(t -> t.kind().isComment())) {
      return new Reading.NotParsed<>(Unparsed.at("there is no text", text, 0));
    }
    CCJSqlParser parser =
        CCJSqlParserUtil.newParser(AnalysisCopy.of(text, tokens)).withDialect(Dialect.POSTGRESQL);
    try {
      Object parsed = rule.parse(parser);
      int rest = parser.getToken(1).absoluteBegin - 1;
      if (parser.getNextToken().kind != CCJSqlParserConstants.EOF) {
        return unknown(text, rest);
      }
      return parsed == null || parser.getASTRoot() == null
          ? unknown(text, 0)
          : new Reading.Parsed<>(new SyntaxTree(parsed, parser.getASTRoot()));
    } catch (ParseException e) {
      boolean placed = e.currentToken != null && e.currentToken.next != null;
      return unknown(text, placed ? e.currentToken.next.absoluteBegin - 1 : 0);
    } catch (TokenMgrException | StackOverflowError e) {
      return unknown(text, 0);
    } catch (RuntimeException e) {
      // The parser throws what it likes at odd input; its findings are advice, so it is not asked.
      return unknown(text, 0);
    }
  }

  private static Reading<SyntaxTree> unknown(String text, int offset) {
    return new Reading.NotParsed<>(
        Unparsed.at("syntax is not known to the SQL parser", text, offset));
  }
}
