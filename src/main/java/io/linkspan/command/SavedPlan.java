package io.linkspan.command;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.CopyParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.RequestText;
import io.linkspan.session.TableShape;
import io.linkspan.session.TableShapes;
import io.linkspan.sql.ContinuedLines;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan as it is kept: what its tables were like, and what was typed. It may be replayed as well.
 *
 * @param shapes the tables as they were
 * @param typed what stands after the shapes, variables not filled in
 */
record SavedPlan(List<TableShape> shapes, String typed) {
  private static final String CLAUSE = " \\\n    ";

  /**
   * The text of a plan.
   *
   * @param typed its request with the variables that were typed
   */
  static String text(String name, CopyPlan plan, CopyRequest typed) {
    CopyRequest named = typed.between(plan.source().connection(), plan.target().connection());
    return "-- plan %s\n".formatted(name)
        + ExpectedTables.text(TableShapes.of(plan))
        + "\nplan copy "
        + clauses(named)
        + "\n";
  }

  /** What stands after {@code plan copy}, a clause a line. */
  static String clauses(CopyRequest request) {
    return RequestText.lines(request).stream()
        .map(ContinuedLines::continued)
        .collect(Collectors.joining(CLAUSE));
  }

  /** What goes where, by the first line after {@code plan copy}. */
  static String copy(String text) {
    return text.lines()
        .filter(line -> line.startsWith("plan copy "))
        .map(line -> line.substring("plan copy ".length()).replaceFirst("\\s*\\\\$", ""))
        .findFirst()
        .orElse("");
  }

  /**
   * Reads one again.
   *
   * @throws UserException where the file was changed into something else
   */
  static SavedPlan parse(String text) {
    Tokens tokens = Tokens.of(text);
    List<TableShape> shapes = List.of();
    if (tokens.acceptWord("expect") && tokens.acceptWord("tables") && tokens.atSymbol("(")) {
      shapes = TableShapes.parse(tokens.expectParentheses().text());
    }
    if (!tokens.at("plan") || !tokens.peek(1).word().equals("copy")) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("the file of the plan has no \"plan copy\" where one is expected")
              .withHint("Look at it, or save the plan anew: plan save NAME"));
    }
    return new SavedPlan(shapes, text.substring(tokens.peek().begin()));
  }

  /** The request, with the variables filled in. */
  CopyRequest request(Map<String, String> variables) {
    Tokens tokens = Tokens.of(VariablesSet.filled(ContinuedLines.joined(typed), variables));
    tokens.expectWord("plan");
    tokens.expectWord("copy");
    return CopyParser.parse(tokens);
  }
}
