package io.linkspan.check;

import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.plan.CopyPlan;
import java.util.List;
import java.util.Optional;

/** The extension dblink is missing on the target, out of reach, or in an unsafe schema. */
final class DblinkExtensionState implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    Optional<DblinkExtension> dblink = plan.target().server().dblink();
    String on = plan.target().connection();
    if (dblink.isEmpty()) {
      return List.of(
          Finding.error(
              CheckId.DBLINK_EXTENSION,
              "extension \"dblink\" is not installed in database \"%s\" of target \"%s\""
                  .formatted(plan.target().server().database(), on),
              "Type: install dblink"));
    }
    DblinkExtension extension = dblink.orElseThrow();
    String schema = extension.schema().quoted();
    if (!extension.usable()) {
      return List.of(
          Finding.error(
              CheckId.DBLINK_EXTENSION,
              "role \"%s\" may not use the functions of dblink in schema \"%s\" on \"%s\""
                  .formatted(plan.target().server().role().name(), schema, on),
              "On %s, as a superuser: GRANT USAGE ON SCHEMA %s TO %s; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %s TO %s;"
                  .formatted(
                      on,
                      schema,
                      plan.target().server().role().quoted(),
                      schema,
                      plan.target().server().role().quoted())));
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
}
