package io.linkspan.command;

import io.linkspan.catalog.DefinitionReader;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code definition NAME}: the SQL of a function or a view. */
final class DefinitionCommand implements Command {
  /** Where a function's own text begins (psql, {@code \sf+}). */
  private static final Pattern BODY = Pattern.compile("AS |BEGIN |RETURN ");

  /** {@code ambiguous_function} (manual, appendix A). */
  private static final SqlState AMBIGUOUS = new SqlState("42725");

  /** {@code undefined_function}. */
  private static final SqlState UNDEFINED = new SqlState("42883");

  private final Workspace workspace;

  DefinitionCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("definition", "\\sf", "\\sv", "\\sf+", "\\sv+"),
        List.of("definition [CONNECTION:]VIEW", "definition [CONNECTION:]FUNCTION[(TYPE, …)]"),
        "the SQL that makes a view or a function",
        "The types of the arguments are needed where several functions have that name. + numbers"
            + " the lines.",
        List.of("definition pg_catalog.pg_tables", "\\sf pg_catalog.lower(text)"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Sides side = Sides.parseOne(invocation.rest(), workspace.connections());
    if (side.text().isEmpty()) {
      throw UserException.usage(
          "expected the name of a view or a function, found end of line",
          "See what there is: views, functions");
    }
    OpenConnection connection = side.connections().get(0);
    String definition = read(connection, invocation.word(), side.text());
    return new Outcome.Shown(lines(definition, invocation.word().endsWith("+")));
  }

  private String read(OpenConnection connection, String word, String name) {
    StringBuilder definition = new StringBuilder();
    try {
      Explained.typed(
          workspace,
          connection,
          "",
          () -> definition.append(read(connection.session(), word, name)));
      return definition.toString();
    } catch (ServerException e) {
      throw hint(e.sqlState(), name).map(e::withHint).orElse(e);
    }
  }

  private static Optional<String> hint(SqlState state, String name) {
    if (state.equals(AMBIGUOUS)) {
      return Optional.of(
          "Say the types of its arguments, as \\df %s shows them: \\sf %s(…)"
              .formatted(name, name));
    }
    return state.equals(UNDEFINED)
        ? Optional.of("See what there is: functions, views")
        : Optional.empty();
  }

  private static String read(Session session, String word, String name) {
    boolean view =
        word.startsWith("\\sv")
            || (!word.startsWith("\\sf") && DefinitionReader.isView(session, name));
    return view
        ? DefinitionReader.ofView(session, name)
            .orElseThrow(
                () ->
                    UserException.usage(
                        "\"" + name + "\" is not a view", "See what it is: describe " + name))
        : DefinitionReader.ofFunction(session, name);
  }

  /** Numbered as the server counts in its messages: a function's lines from its body on. */
  private static List<Line> lines(String definition, boolean numbered) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    boolean function =
        definition.startsWith("CREATE OR REPLACE FUNCTION")
            || definition.startsWith("CREATE OR REPLACE PROCEDURE");
    for (String text : definition.split("\n", -1)) {
      number += number > 0 || !function || BODY.matcher(text).lookingAt() ? 1 : 0;
      String label = number > 0 ? String.valueOf(number) : "";
      Line line = numbered ? Line.of(Style.DIM, "%-7s ".formatted(label)) : Line.EMPTY;
      lines.add(line.plus(Style.SQL, text));
    }
    return lines;
  }
}
