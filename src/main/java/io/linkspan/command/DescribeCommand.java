package io.linkspan.command;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.CatalogReader;
import io.linkspan.catalog.FoundRelation;
import io.linkspan.catalog.IndexReader;
import io.linkspan.catalog.NamePattern;
import io.linkspan.catalog.RelationFinder;
import io.linkspan.catalog.RowTypeReader;
import io.linkspan.catalog.SequenceDetailsReader;
import io.linkspan.catalog.TableDetails;
import io.linkspan.catalog.TableDetailsReader;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Session;
import io.linkspan.pg.UserException;
import io.linkspan.report.DescribeScreen;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.RelationScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code describe NAME}. */
final class DescribeCommand implements Command {
  private static final ListWord WORD =
      ListWord.of(
          "",
          "\\d",
          NamePattern.Level.DATABASE_SCHEMA_AND_NAME,
          wish -> {
            throw new IllegalStateException("describe is no list");
          });

  private final Workspace workspace;
  private final ListCommand relations;

  DescribeCommand(Workspace workspace) {
    this.workspace = workspace;
    this.relations = ListCommands.allRelations(workspace, usage());
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("describe", "\\d", "\\d+"),
        List.of("describe [CONNECTION:][SCHEMA.]TABLE", "\\d[S+] [[CONNECTION:]PATTERN]"),
        "all of a table that matters to a copy; of a view, an index or a sequence too",
        "Columns, keys and unique indexes, foreign keys, checks, triggers, rules, policies, row"
            + " security, rights, size and estimate. \\d+ adds how the columns are kept, comments,"
            + " the tables below it and a view's query. A pattern describes each relation that"
            + " fits; \\d alone lists them.",
        List.of("describe users", "describe archive:archived_users", "\\d+ users"));
  }

  @Override
  public boolean answersTo(String word) {
    return WORD.letters(word).isPresent();
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Sides side = Sides.parseOne(invocation.rest(), workspace.connections());
    NamePattern pattern = side.pattern(NamePattern.Level.DATABASE_SCHEMA_AND_NAME);
    Optional<ListWord.Letters> letters = WORD.letters(invocation.word());
    if (pattern.isNone() && letters.isPresent()) {
      return relations.execute(invocation);
    }
    if (pattern.isNone()) {
      throw UserException.usage(
          "expected a table, found end of line", "See how it is typed: help describe");
    }
    OpenConnection connection = side.connections().get(0);
    pattern.requireDatabase(connection.settings().database());
    boolean more = letters.map(ListWord.Letters::more).orElse(false);
    List<Line> lines = new ArrayList<>();
    Explained.typed(
        workspace,
        connection,
        "",
        () ->
            describe(connection, pattern, invocation.page(), more)
                .forEach(
                    screen -> {
                      lines.addAll(lines.isEmpty() ? List.of() : List.of(Line.EMPTY));
                      lines.addAll(screen);
                    }));
    if (lines.isEmpty()) {
      throw new MissingRelation(workspace.connections())
          .error(connection, invocation.word(), pattern);
    }
    return new Outcome.Shown(lines);
  }

  private static List<List<Line>> describe(
      OpenConnection connection, NamePattern pattern, Page page, boolean more) {
    Session session = connection.session();
    List<FoundRelation> found = RelationFinder.find(session, pattern);
    Catalog catalog =
        CatalogReader.read(
            connection.name(),
            session,
            found.stream().filter(FoundRelation::isTable).map(FoundRelation::name).toList());
    List<List<Line>> screens = new ArrayList<>();
    for (FoundRelation relation : found) {
      if (relation.isTable()) {
        TableDetails details = TableDetailsReader.read(session, relation.oid(), more);
        catalog
            .table(relation.name())
            .map(table -> DescribeScreen.render(connection.name(), table, details, page))
            .ifPresent(screens::add);
      } else {
        screens.add(other(connection.name(), session, relation, page));
      }
    }
    return screens;
  }

  private static List<Line> other(
      String connection, Session session, FoundRelation relation, Page page) {
    return switch (relation.kind()) {
      case "index", "partitioned index" ->
          RelationScreen.ofIndex(
              connection,
              relation.name(),
              relation.kind(),
              IndexReader.read(session, relation.oid()),
              page);
      case "sequence" ->
          RelationScreen.ofSequence(
              connection,
              relation.name(),
              SequenceDetailsReader.read(session, relation.oid()),
              page);
      default ->
          RelationScreen.ofRowType(
              connection,
              relation.name(),
              relation.kind(),
              RowTypeReader.read(session, relation.oid()),
              page);
    };
  }
}
