package io.linkspan.command;

import static io.linkspan.catalog.NamePattern.Level.DATABASE_AND_NAME;
import static io.linkspan.catalog.NamePattern.Level.DATABASE_SCHEMA_AND_NAME;
import static io.linkspan.catalog.NamePattern.Level.NAME;

import io.linkspan.catalog.CatalogList;
import io.linkspan.catalog.ForeignLists;
import io.linkspan.catalog.ListWish;
import io.linkspan.catalog.PrivilegeLists;
import io.linkspan.catalog.RelationLists;
import io.linkspan.catalog.RoutineLists;
import io.linkspan.catalog.SchemaLists;
import io.linkspan.catalog.ServerLists;
import io.linkspan.catalog.TypeLists;
import io.linkspan.command.Usage.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The commands that list what is in the catalogs, by words of their own and by psql's. */
final class ListCommands {
  private static final String MORE = " S behind psql's word adds the server's own, + tells more.";

  private final Workspace workspace;
  private final MissingRelation missing;
  private final List<Command> commands = new ArrayList<>();

  private ListCommands(Workspace workspace) {
    this.workspace = workspace;
    this.missing = new MissingRelation(workspace.connections());
  }

  /** Those that are commands of their own, in the order of the help screen. */
  static List<Command> all(Workspace workspace) {
    ListCommands made = new ListCommands(workspace);
    made.relations();
    made.inSchemas();
    made.foreign();
    made.ofTheServer();
    return List.copyOf(made.commands);
  }

  /** What {@code \dt} tells with more letters. */
  static ListCommand tables(Workspace workspace, Usage usage) {
    return new ListCommand(
        workspace,
        usage,
        List.of(relation("", "\\dt", "t").onBothSides()),
        new MissingRelation(workspace.connections()));
  }

  /** What {@code \dn} tells with more letters. */
  static ListCommand schemas(Workspace workspace, Usage usage) {
    return list(
        workspace,
        usage,
        ListWord.of("", "\\dn", DATABASE_AND_NAME, SchemaLists::schemas).onBothSides());
  }

  /** What {@code \dx} tells with more letters. */
  static ListCommand extensions(Workspace workspace, Usage usage) {
    return list(
        workspace,
        usage,
        ListWord.of("", "\\dx", NAME, SchemaLists::extensionObjects).onBothSides());
  }

  /** What {@code \d} tells without a name. */
  static ListCommand allRelations(Workspace workspace, Usage usage) {
    return new ListCommand(
        workspace,
        usage,
        List.of(relation("", "\\d", RelationLists.ALL)),
        new MissingRelation(workspace.connections()));
  }

  private static ListCommand list(Workspace workspace, Usage usage, ListWord... words) {
    return new ListCommand(workspace, usage, List.of(words), (asked, word, pattern) -> {});
  }

  private static ListWord relation(String bare, String stem, String unsaid) {
    return ListWord.of(bare, stem, DATABASE_SCHEMA_AND_NAME, RelationLists::relations)
        .withKinds("", unsaid);
  }

  private void relations() {
    relations("views", "\\dv", "v", "the views of a database");
    relations("indexes", "\\di", "i", "the indexes of a database, with their tables");
    relations("sequences", "\\ds", "s", "the sequences of a database");
    commands.add(
        new ListCommand(
            workspace,
            usage(
                "relations",
                List.of("\\dm", "\\dE"),
                "tables, views, sequences and foreign tables of a database in one list",
                "The letters of \\dtvmsiE choose the kinds, in any order: tables, views,"
                    + " materialized views, sequences, indexes, foreign tables."
                    + MORE,
                List.of("relations", "\\dtv main:*user*")),
            List.of(
                relation("relations", "\\d", "")
                    .withKinds("tvmsiE", RelationLists.ALL)
                    .onlyWithKinds()),
            missing));
  }

  private void relations(String name, String stem, String kind, String summary) {
    Usage usage = usage(name, List.of(stem), summary, MORE.strip(), List.of(name, stem + "+"));
    commands.add(new ListCommand(workspace, usage, List.of(relation(name, stem, kind)), missing));
  }

  private void inSchemas() {
    commands.add(
        list(
            workspace,
            new Usage(
                Group.LOOKING,
                List.of("functions", "\\df", "\\da"),
                List.of("functions [[CONNECTION:]PATTERN [ARGUMENT-TYPE …]]"),
                "the functions of a database",
                "\\df takes the letters anptw: aggregates, normal, procedures, triggers, window"
                    + " functions. \\da lists aggregates alone."
                    + MORE,
                List.of("functions", "functions pg_catalog.lower", "\\dfp", "\\da sum")),
            inSchema("functions", "\\df", RoutineLists::functions).withKinds("anptw", ""),
            inSchema("", "\\da", RoutineLists::aggregates)));
    commands.add(
        list(
            workspace,
            usage(
                "types",
                List.of("\\dT", "\\dD"),
                "the data types of a database, its domains among them",
                "\\dD lists domains alone, with their rules." + MORE,
                List.of("types", "\\dT+ *mood*", "\\dD")),
            inSchema("types", "\\dT", TypeLists::types),
            inSchema("", "\\dD", TypeLists::domains)));
    commands.add(
        list(
            workspace,
            usage(
                "privileges",
                List.of("\\dp", "\\z"),
                "who may do what with tables, views and sequences, and their policies",
                "An empty entry means that nothing was granted or revoked yet.",
                List.of("privileges", "\\dp users")),
            inSchema("privileges", "\\dp", PrivilegeLists::privileges),
            inSchema("", "\\z", PrivilegeLists::privileges)));
  }

  private void foreign() {
    commands.add(
        list(
            workspace,
            usage(
                "servers",
                List.of("\\des", "\\deu", "\\dew", "\\det"),
                "the foreign servers of a database; also mappings, wrappers, foreign tables",
                "\\deu lists the user mappings, \\dew the wrappers, \\det the foreign tables. + shows"
                    + " their options, without what may be a password.",
                List.of("servers", "\\des+", "\\deu+")),
            ListWord.of("servers", "\\des", NAME, ForeignLists::servers),
            ListWord.of("", "\\deu", NAME, ForeignLists::mappings),
            ListWord.of("", "\\dew", NAME, ForeignLists::wrappers),
            inSchema("", "\\det", ForeignLists::tables)));
  }

  private void ofTheServer() {
    commands.add(
        list(
            workspace,
            usage(
                "databases",
                List.of("\\l", "\\list", "\\db"),
                "the databases of a connection's server",
                "\\l+ adds their sizes. \\db lists the tablespaces.",
                List.of("databases", "\\l archive:", "\\db")),
            ListWord.of("databases", "\\l", NAME, ServerLists::databases),
            ListWord.of("", "\\list", NAME, ServerLists::databases),
            ListWord.of("", "\\db", NAME, ServerLists::tablespaces)));
    commands.add(
        list(
            workspace,
            usage(
                "roles",
                List.of("\\du", "\\dg"),
                "the roles of a connection's server, with what they may do",
                MORE.strip(),
                List.of("roles", "\\du archive:app*")),
            ListWord.of("roles", "\\du", NAME, ServerLists::roles),
            ListWord.of("", "\\dg", NAME, ServerLists::roles)));
  }

  private static ListWord inSchema(String bare, String stem, Function<ListWish, CatalogList> list) {
    return ListWord.of(bare, stem, DATABASE_SCHEMA_AND_NAME, list);
  }

  private static Usage usage(
      String name, List<String> others, String summary, String details, List<String> examples) {
    List<String> words = new ArrayList<>(List.of(name));
    words.addAll(others);
    return new Usage(
        Group.LOOKING,
        words,
        List.of(name + " [[CONNECTION:]PATTERN]"),
        summary,
        details,
        examples);
  }
}
