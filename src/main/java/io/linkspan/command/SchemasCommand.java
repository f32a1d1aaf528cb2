package io.linkspan.command;

import io.linkspan.catalog.SchemaReader;
import io.linkspan.command.Usage.Group;
import io.linkspan.report.SchemasScreen;
import java.util.List;

/** {@code schemas}. */
final class SchemasCommand implements Command {
  private final Workspace workspace;

  SchemasCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("schemas", "\\dn"),
        List.of("schemas [PATTERN]", "schemas CONNECTION:[PATTERN]"),
        "the schemas of both sides, or of one",
        "",
        List.of("schemas"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Sides sides = Sides.parse(invocation.rest(), workspace.connections());
    return new Outcome.Shown(
        SchemasScreen.render(
            sides.read(
                session ->
                    SchemaReader.read(session).stream()
                        .filter(schema -> sides.fits("", schema.name().name()))
                        .toList()),
            invocation.page()));
  }
}
