package io.linkspan.command;

import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RelationReader;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.report.TablesScreen;
import java.util.List;

/** {@code tables [PATTERN]}. */
final class TablesCommand implements Command {
  /** The schema of the journal of runs, which nobody looks for among the tables to copy. */
  private static final String JOURNAL = "linkspan";

  private final Workspace workspace;

  TablesCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("tables", "\\dt"),
        List.of("tables [PATTERN]", "tables CONNECTION:[PATTERN]"),
        "the tables and views of both sides, or of one",
        "In a pattern, * stands for any characters and ? for one; public.* names the schema too."
            + " The journal's own tables are shown by linkspan.*.",
        List.of("tables", "tables archive:*user*"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Sides sides = Sides.parse(invocation.rest(), workspace.connections());
    return new Outcome.Shown(
        TablesScreen.render(sides.read(session -> fitting(session, sides)), invocation.page()));
  }

  private static boolean ofJournal(RelationName relation) {
    return relation.name().schema().map(Identifier::name).filter(JOURNAL::equals).isPresent();
  }

  private static List<RelationName> fitting(Session session, Sides sides) {
    return RelationReader.read(session).stream()
        .filter(relation -> !ofJournal(relation) || sides.pattern().contains(JOURNAL))
        .filter(
            relation ->
                sides.fits(
                    relation.name().schema().map(Identifier::name).orElse(""),
                    relation.name().name().name()))
        .toList();
  }
}
