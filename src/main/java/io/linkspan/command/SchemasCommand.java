package io.linkspan.command;

import io.linkspan.catalog.NamePattern;
import io.linkspan.catalog.Schema;
import io.linkspan.catalog.SchemaReader;
import io.linkspan.command.Usage.Group;
import io.linkspan.report.SchemasScreen;
import io.linkspan.report.Side;
import java.util.List;

/** {@code schemas}. */
final class SchemasCommand implements Command {
  private final Workspace workspace;
  private final ListCommand more;

  SchemasCommand(Workspace workspace) {
    this.workspace = workspace;
    this.more = ListCommands.schemas(workspace, usage());
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
  public boolean answersTo(String word) {
    return more.answersTo(word);
  }

  @Override
  public Outcome execute(Invocation invocation) {
    if (!usage().words().contains(invocation.word())) {
      return more.execute(invocation);
    }
    Sides sides = Sides.parse(invocation.rest(), workspace.connections());
    NamePattern pattern = sides.pattern(NamePattern.Level.DATABASE_AND_NAME);
    List<Side<List<Schema>>> found =
        sides.read(
            session ->
                SchemaReader.read(session).stream()
                    .filter(schema -> pattern.fits("", schema.name().name()))
                    .toList());
    return BothSides.of(
        workspace,
        () -> SchemasScreen.render(found, invocation.page()),
        listener -> SchemasScreen.hand(found, listener));
  }
}
