package io.linkspan.check;

import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.plan.CopyPlan;
import java.util.List;
import java.util.Optional;

/** The extension dblink is missing on the target, out of reach, or in an unsafe schema. */
final class DblinkExtensionState implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    return findings(plan.target().server(), plan.target().connection());
  }

  /** What is wrong with dblink in the database of that connection. */
  List<Finding> findings(ServerFacts server, String on) {
    Optional<DblinkExtension> dblink = server.dblink();
    if (dblink.isEmpty()) {
      return List.of(
          Finding.error(
              CheckId.DBLINK_EXTENSION,
              "extension \"dblink\" is not installed in database \"%s\" of target \"%s\""
                  .formatted(server.database(), on),
              "Type: install dblink"));
    }
    DblinkExtension extension = dblink.orElseThrow();
    String schema = extension.schema().quoted();
    if (!extension.usable()) {
      return List.of(
          Finding.error(
              CheckId.DBLINK_EXTENSION,
              "role \"%s\" may not use the functions of dblink in schema \"%s\" on \"%s\""
                  .formatted(server.role().name(), schema, on),
              "On %s, as %s: %s"
                  .formatted(
                      on,
                      ServiceCures.administrator(server.state().service()),
                      grants(schema, server.role().quoted()))));
    }
    if (extension.schemaOpen()) {
      return List.of(
          Finding.note(
              CheckId.DBLINK_EXTENSION,
              "every role may create functions in schema \"%s\" on \"%s\", where dblink is; linkspan calls the extension's own"
                  .formatted(schema, on)));
    }
    return List.of();
  }

  /** Not dblink_connect_u, by which a role may act as another (manual, "dblink_connect_u"). */
  private static String grants(String schema, String role) {
    return ("GRANT USAGE ON SCHEMA %1$s TO %2$s;"
            + " GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %1$s TO %2$s;"
            + " REVOKE EXECUTE ON FUNCTION %1$s.dblink_connect_u(text),"
            + " %1$s.dblink_connect_u(text, text) FROM %2$s;")
        .formatted(schema, role);
  }
}
