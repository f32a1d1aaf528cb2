package io.linkspan.command;

import io.linkspan.catalog.NamePattern;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RelationReader;
import io.linkspan.catalog.Table;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.report.Side;
import io.linkspan.report.TablesScreen;
import java.util.List;

/** {@code tables [PATTERN]}. */
final class TablesCommand implements Command {
  /** The schema of the journal of runs, which nobody looks for among the tables to copy. */
  private static final String JOURNAL = "linkspan";

  private final Workspace workspace;
  private final ListCommand more;

  TablesCommand(Workspace workspace) {
    this.workspace = workspace;
    this.more = ListCommands.tables(workspace, usage());
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("tables", "\\dt"),
        List.of("tables [PATTERN]", "tables CONNECTION:[PATTERN]"),
        "the tables and views of both sides, or of one",
        "In a pattern, * stands for any characters and ? for one; public.* names the schema too, and"
            + " what is in double quotes is taken as it stands, as in psql. \\dt shows tables"
            + " alone. The journal's own tables are shown by linkspan.*.",
        List.of("tables", "tables archive:*user*"));
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
    NamePattern pattern = sides.pattern(NamePattern.Level.DATABASE_SCHEMA_AND_NAME);
    boolean tablesAlone = invocation.word().equals("\\dt");
    List<Side<List<RelationName>>> found =
        sides.read(session -> fitting(session, pattern, tablesAlone));
    return BothSides.of(
        workspace,
        () -> TablesScreen.render(found, invocation.page()),
        listener -> TablesScreen.hand(found, listener));
  }

  private static boolean ofJournal(RelationName relation) {
    return schema(relation).equals(JOURNAL);
  }

  private static String schema(RelationName relation) {
    return relation.name().schema().map(Identifier::name).orElse("");
  }

  private static List<RelationName> fitting(
      Session session, NamePattern pattern, boolean tablesAlone) {
    return RelationReader.read(session).stream()
        .filter(relation -> !ofJournal(relation) || pattern.typed().contains(JOURNAL))
        .filter(relation -> !tablesAlone || isTable(relation))
        .filter(relation -> pattern.fits(schema(relation), relation.name().name().name()))
        .toList();
  }

  /** What psql counts as a table, which is all that its word lists. */
  private static boolean isTable(RelationName relation) {
    return relation.kind() == Table.Kind.TABLE || relation.kind() == Table.Kind.PARTITIONED_TABLE;
  }
}
