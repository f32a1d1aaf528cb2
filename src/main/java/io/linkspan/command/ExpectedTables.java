package io.linkspan.command;

import io.linkspan.catalog.CatalogReader;
import io.linkspan.catalog.Table;
import io.linkspan.connection.OpenConnection;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.session.Fact;
import io.linkspan.session.ShapeChanges;
import io.linkspan.session.TableShape;
import io.linkspan.session.TableShapes;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code expect tables (…)}: what a saved script relied upon, compared with what is there. */
final class ExpectedTables {
  private final Workspace workspace;

  ExpectedTables(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The command for what a plan relies upon. */
  static String text(List<TableShape> shapes) {
    StringBuilder text = new StringBuilder("expect tables (\n");
    shapes.forEach(
        shape -> shape.lines().forEach(line -> text.append("  ").append(line).append('\n')));
    return text.append(')').toString();
  }

  /** The tables that the command names; empty where it is another one. */
  static List<TableShape> in(Input input) {
    if (!(input instanceof Input.OfCommand command) || !command.word().equals("expect")) {
      return List.of();
    }
    Tokens tokens = Tokens.of(command.rest());
    return tokens.acceptWord("tables") && tokens.atSymbol("(")
        ? TableShapes.parse(tokens.expectParentheses().text())
        : List.of();
  }

  /** Compares the tables in the parentheses that come next. */
  Outcome compared(Tokens tokens) {
    List<TableShape> saved = TableShapes.parse(tokens.expectParentheses().text());
    tokens.expectEnd();
    ShapeChanges changes = changes(saved);
    boolean held = changes.grave().isEmpty();
    Fact.Expected fact =
        new Fact.Expected("tables", "=", "as saved", held ? "as saved" : "changed", held);
    if (!held) {
      workspace.session().add(fact);
      throw changed(changes.grave());
    }
    List<Line> notes = new ArrayList<>();
    changes.harmless().forEach(text -> notes.add(Line.of(Style.DIM, "NOTE:    " + text)));
    return new Outcome.Told(fact, new Outcome.Shown(notes));
  }

  /** What of the tables is not as it was. */
  ShapeChanges changes(List<TableShape> saved) {
    return ShapeChanges.between(saved, this::now);
  }

  private Optional<Table> now(TableShape shape) {
    OpenConnection open = workspace.connections().named(shape.connection());
    return CatalogReader.read(open.name(), open.session(), List.of(shape.name()))
        .table(shape.name());
  }

  private static UserException changed(List<String> changes) {
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of("the tables have changed since the script was saved")
            .withDetail(String.join("\n", changes))
            .withHint(
                "Plan the copy at the prompt and look at it; then save the script anew, or change"
                    + " these lines in it."));
  }
}
