package io.linkspan.check;

import io.linkspan.check.Finding.Severity;
import io.linkspan.connection.Link;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.statement.DblinkStatement;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Troubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets both servers judge the statement without running it: the source plans the remote query
 * through the very link, the target plans the INSERT. EXPLAIN reads no row and opens no connection.
 */
final class ServerChecks {
  private ServerChecks() {}

  static List<Finding> check(DblinkStatement statement, Link link, Session target, Scene scene) {
    List<Finding> findings = new ArrayList<>();
    try {
      link.query("EXPLAIN " + statement.remoteQuery(), "line text", row -> row.text("line"));
    } catch (ServerException e) {
      findings.add(refused(CheckId.REFUSED_BY_SOURCE, "source", scene.source(), e, scene));
    }
    List<String> onTarget = new ArrayList<>(List.of(statement.insert()));
    onTarget.addAll(statement.after());
    for (String sql : onTarget) {
      try {
        target.text("EXPLAIN " + sql);
      } catch (ServerException e) {
        findings.add(refused(CheckId.REFUSED_BY_TARGET, "target", scene.target(), e, scene));
      }
    }
    return findings;
  }

  private static Finding refused(
      CheckId id, String side, Optional<Scene.End> end, ServerException e, Scene scene) {
    String message =
        "%s \"%s\" refuses the statement: %s"
            .formatted(side, end.map(Scene.End::name).orElse(""), e.fields().message());
    boolean constant = e.sqlState().code().startsWith("22");
    // EXPLAIN reads no row, so that the value stands in a clause.
    ErrorFields fields =
        constant
            ? e.fields()
                .withExplanation(
                    new Explanation(
                        "The %s raised it: a constant in a clause cannot be read as the type that it is cast to or compared with, or has characters that the other encoding lacks."
                            .formatted(e.cameThroughDblink() ? "source" : "target"),
                        "Mend the constant in the clause that holds it; see the statement: plan sql"))
            : Troubles.explained(e, scene);
    return new Finding(id, Severity.ERROR, fields.withMessage(message));
  }
}
