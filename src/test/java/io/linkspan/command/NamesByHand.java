package io.linkspan.command;

import io.linkspan.catalog.ListedName;
import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.NamedColumn.KeyMark;
import io.linkspan.catalog.RelationName;
import io.linkspan.catalog.RoutineName;
import io.linkspan.catalog.Table;
import io.linkspan.completion.Completion;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunEntry;
import io.linkspan.journal.RunState;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A session with two connections whose names are written here, and no server. */
final class NamesByHand implements Surroundings {
  private static final List<ListedName> LISTED =
      List.of(
          new ListedName(
              QualifiedName.unqualified(new Identifier("dblink")),
              ListedName.Kind.EXTENSION,
              "",
              true),
          new ListedName(
              QualifiedName.of("crm", "customers_pkey"), ListedName.Kind.INDEX, "customers", false),
          new ListedName(
              QualifiedName.of("public", "users_pkey"), ListedName.Kind.INDEX, "users", true),
          new ListedName(
              QualifiedName.unqualified(new Identifier("app_user")),
              ListedName.Kind.ROLE,
              "",
              true),
          new ListedName(
              QualifiedName.of("public", "users_id_seq"), ListedName.Kind.SEQUENCE, "", true));

  private final Path folder;
  private final Map<String, NameIndex> names = new HashMap<>();

  NamesByHand(Path folder) {
    this.folder = folder;
    names.put(
        "archive",
        index(
            """
            public.archived_users: id bigint!p, username text!, email text, active boolean, updated_at timestamp with time zone
            public.orders: id bigint!p, total numeric(10,2)
            public.Mixed Case: a integer
            legacy.people: name text
            """));
    names.put(
        "main",
        index(
            """
            public.users: id bigint!p, username character varying(40)!u, email text!, created_at timestamp with time zone!, updated_at timestamp with time zone, note text
            public.orders: id bigint!p, total numeric(10,2)
            crm.customers: id bigint!p
            linkspan.runs: run bigint!p
            """));
  }

  private static NameIndex index(String text) {
    List<RelationName> relations = new ArrayList<>();
    Map<QualifiedName, List<NamedColumn>> columns = new HashMap<>();
    Set<Identifier> schemas = new TreeSet<>();
    for (String line : text.strip().split("\n", -1)) {
      String schema = line.substring(0, line.indexOf('.'));
      QualifiedName name =
          QualifiedName.of(schema, line.substring(line.indexOf('.') + 1, line.indexOf(':')));
      relations.add(new RelationName(name, Table.Kind.TABLE, 1200, schema.equals("public")));
      schemas.add(new Identifier(schema));
      List<NamedColumn> own = new ArrayList<>();
      for (String each : line.substring(line.indexOf(':') + 2).split(", ", -1)) {
        int blank = each.indexOf(' ');
        KeyMark mark =
            each.endsWith("p")
                ? KeyMark.PRIMARY
                : each.endsWith("!u") ? KeyMark.UNIQUE : KeyMark.NONE;
        own.add(
            new NamedColumn(
                new Identifier(each.substring(0, blank)),
                each.substring(blank + 1).split("!", -1)[0],
                each.contains("!"),
                each.contains("!") ? mark : KeyMark.NONE));
      }
      columns.put(name, own);
    }
    return new NameIndex(
        relations,
        columns,
        List.copyOf(schemas),
        List.of(routine("pg_catalog", "lower"), routine("public", "greet")),
        List.of(),
        List.of(),
        LISTED,
        Map.of(
            QualifiedName.of("public", "users"),
            List.of(List.of(new Identifier("id"), new Identifier("username")))));
  }

  private static RoutineName routine(String schema, String name) {
    return new RoutineName(
        QualifiedName.of(schema, name), true, RoutineName.Kind.FUNCTION, "text", "text");
  }

  @Override
  public Map<String, String> open() {
    Map<String, String> open = new LinkedHashMap<>();
    open.put("archive", "app_user@127.0.0.1:5433/user_data_archive");
    open.put("main", "app_user@127.0.0.1:5434/user_data_main");
    return open;
  }

  @Override
  public List<String> saved() {
    return List.of("production", "staging");
  }

  @Override
  public List<String> plans() {
    return List.of("new-users", "orders");
  }

  @Override
  public Optional<String> source() {
    return Optional.of("archive");
  }

  @Override
  public Optional<String> target() {
    return Optional.of("main");
  }

  @Override
  public Optional<String> current() {
    return Optional.of("main");
  }

  @Override
  public Optional<NameIndex> names(String connection) {
    return Optional.ofNullable(names.get(connection));
  }

  @Override
  public List<Completion> tables(String connection) {
    return names(connection).map(index -> TableWords.all(connection, index)).orElse(List.of());
  }

  @Override
  public List<JournaledRun> runs() {
    RunEntry entry =
        new RunEntry(
            "archive",
            "user_data_archive",
            "archived_users",
            "main",
            "users",
            "",
            "",
            "",
            Optional.empty(),
            "",
            "",
            true);
    return List.of(run(7, entry), run(3, entry));
  }

  private static JournaledRun run(long number, RunEntry entry) {
    return new JournaledRun(
        number,
        entry,
        RunState.FINISHED,
        "app_user",
        Instant.EPOCH,
        Optional.empty(),
        1,
        1,
        BatchCounts.NONE,
        0);
  }

  @Override
  public Set<String> variables() {
    return new TreeSet<>(Set.of("day", "since"));
  }

  @Override
  public CopyEnds planned() {
    return CopyEnds.UNKNOWN;
  }

  @Override
  public Path path(String typed) {
    return folder.resolve(typed);
  }
}
