package io.linkspan.check;

import io.linkspan.check.Finding.Severity;
import io.linkspan.connection.Link;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.statement.DblinkStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets both servers judge the statement without running it: the source plans the remote query
 * through the very link, the target plans the INSERT. EXPLAIN reads no row and opens no connection.
 */
final class ServerChecks {
  private ServerChecks() {}

  static List<Finding> check(DblinkStatement statement, Link link, Session target, String source) {
    List<Finding> findings = new ArrayList<>();
    try {
      link.query("EXPLAIN " + statement.remoteQuery(), "line text", row -> row.text("line"));
    } catch (ServerException e) {
      findings.add(refused("refused-by-source", "source \"" + source + "\"", e));
    }
    List<String> onTarget = new ArrayList<>(List.of(statement.insert()));
    onTarget.addAll(statement.after());
    for (String sql : onTarget) {
      try {
        target.text("EXPLAIN " + sql);
      } catch (ServerException e) {
        findings.add(refused("refused-by-target", "target \"" + target.name() + "\"", e));
      }
    }
    return findings;
  }

  private static Finding refused(String id, String side, ServerException e) {
    ErrorFields said = e.fields();
    ErrorFields fields = said.withMessage(side + " refuses the statement: " + said.message());
    return new Finding(
        id, Severity.ERROR, said.hint().isPresent() ? fields : fields.withHint(cure(e)));
  }

  private static String cure(ServerException e) {
    return switch (e.sqlState().code()) {
      case "42P10" -> "Name a key that the table has: describe it to see its unique indexes.";
      case "42804" -> "Cast the value: map COLUMN = EXPRESSION::TYPE";
      case "42883" -> "Cast the arguments, or compare a key instead: distinct on (KEY)";
      case "42703", "42P01" -> "See the names that there are: describe TABLE";
      case "55P03", "40P01" -> "Another session holds a lock on the table; try again: check";
      case "42501" -> "Ask the owner of the object for the right that is named.";
      default -> "Refine the clause that it names, or see the whole statement: plan sql";
    };
  }
}
