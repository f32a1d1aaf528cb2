package io.linkspan.pasted;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.request.Source;
import io.linkspan.request.TableReference;
import io.linkspan.sql.DblinkCall;
import io.linkspan.sql.DblinkCall.ColumnDefinition;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.PlainRead;
import io.linkspan.sql.RenamedColumns;
import io.linkspan.sql.SelectText;
import io.linkspan.sql.TypeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The remote query as the source of a request.
 *
 * @param read the table or query that is read
 * @param where the condition of the remote query, where the request says it for itself
 * @param columns the name that each column of the definition list has on the source
 */
record RemotePart(PlainRead read, Optional<String> where, Map<Identifier, Identifier> columns) {
  /** The alias of the dblink call in a plan's statement. */
  static final Identifier PLAN_ALIAS = new Identifier("t");

  RemotePart {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** A table whose columns are read and nothing else, or a query that is read so. */
  static Optional<RemotePart> ofTable(DblinkInsert insert, PastedFacts facts) {
    Optional<PlainRead> plain = insert.call().query().value().flatMap(PlainRead::of);
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    List<Identifier> read = new ArrayList<>();
    if (plain.get().star()) {
      facts.outputs().ifPresent(outputs -> outputs.forEach(o -> read.add(o.name())));
    }
    for (PlainRead.Item item : plain.get().items()) {
      Optional<Identifier> column =
          item.column().or(() -> Optional.ofNullable(facts.carriages().get(item.expression())));
      if (column.isEmpty()) {
        return Optional.empty();
      }
      read.add(column.orElseThrow());
    }
    List<ColumnDefinition> definitions = insert.call().columns();
    boolean each = new HashSet<>(read).size() == definitions.size();
    if (!each || read.size() != definitions.size()) {
      return Optional.empty();
    }
    Map<Identifier, Identifier> names = new LinkedHashMap<>();
    for (int i = 0; i < read.size(); i++) {
      names.put(definitions.get(i).name(), read.get(i));
    }
    return Optional.of(new RemotePart(plain.orElseThrow(), plain.get().where(), names));
  }

  /** The remote query whatever it is, its columns under the names of the definition list. */
  static RemotePart ofQuery(DblinkInsert insert, PastedFacts facts) {
    String remote = insert.call().query().value().orElseThrow().strip();
    while (remote.endsWith(";")) {
      remote = remote.substring(0, remote.length() - 1).strip();
    }
    List<Identifier> names = insert.call().columns().stream().map(ColumnDefinition::name).toList();
    Optional<List<Identifier>> given =
        facts
            .outputs()
            .map(outputs -> outputs.stream().map(RemoteOutput::name).toList())
            .or(outputColumns(remote));
    String query =
        given.filter(names::equals).isPresent()
            ? remote
            : "SELECT * FROM ("
                + remote
                + (remote.contains("--") ? "\n" : "")
                + ") AS q("
                + String.join(", ", names.stream().map(Identifier::quoted).toList())
                + ")";
    Map<Identifier, Identifier> same = new LinkedHashMap<>();
    names.forEach(name -> same.put(name, name));
    PlainRead read =
        new PlainRead(Optional.empty(), Optional.of(query), List.of(), true, Optional.empty());
    return new RemotePart(read, Optional.empty(), same);
  }

  private static Supplier<Optional<List<Identifier>>> outputColumns(String remote) {
    return () -> SelectText.parse(remote).value().flatMap(SelectText::outputColumns);
  }

  /** Whether each column of the definition list has its own name on the source. */
  boolean samePlaces() {
    return columns.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
  }

  boolean isQuery() {
    return read.table().isEmpty();
  }

  Source source(String connection) {
    return read.table()
        .<Source>map(
            table -> new Source.OfTable(new TableReference(Optional.of(connection), table)))
        .orElseGet(() -> new Source.OfQuery(Optional.of(connection), read.query().orElseThrow()));
  }

  /** Says expressions over the definition list in the source's own names. */
  RenamedColumns names(DblinkCall call) {
    Map<Identifier, String> names = new HashMap<>();
    columns.forEach(
        (said, own) -> {
          if (!said.equals(own)) {
            names.put(said, own.quoted());
          }
        });
    return new RenamedColumns(call.alias(), columns.keySet(), names, Optional.of(PLAN_ALIAS));
  }

  /**
   * The expression over the source's own names. Where it computes with a column that the list
   * declares as another type than it has, it computes with that type still.
   */
  Optional<String> expression(String text, DblinkCall call, PastedFacts facts) {
    RenamedColumns plain = names(call);
    Optional<String> said = plain.in(text);
    if (said.flatMap(PlainRead::column).isPresent()) {
      return said;
    }
    Map<Identifier, String> casts = new HashMap<>(plain.names());
    Set<Identifier> changed = new HashSet<>();
    List<ColumnDefinition> definitions = call.columns();
    for (int i = 0; i < definitions.size() && i < facts.declared().size(); i++) {
      Identifier name = definitions.get(i).name();
      int at = i;
      Optional<TypeName> real =
          facts.outputs().filter(o -> at < o.size()).map(o -> o.get(at).type());
      Optional<TypeName> declared = facts.declared().get(i);
      boolean other =
          real.isPresent()
              && declared.isPresent()
              && !real.get().sameType(declared.get())
              && !bothStrings(real.get(), declared.get());
      if (other) {
        Identifier own = columns.getOrDefault(name, name);
        TypeText.plain(definitions.get(i).type())
            .ifPresent(
                type -> {
                  casts.put(name, "CAST(" + own.quoted() + " AS " + type + ")");
                  changed.add(name);
                });
      }
    }
    Optional<String> cast =
        new RenamedColumns(call.alias(), columns.keySet(), casts, plain.outer()).in(text);
    return changed.isEmpty() ? said : cast;
  }

  private static boolean bothStrings(TypeName a, TypeName b) {
    Set<String> strings = Set.of("text", "varchar", "bpchar");
    return strings.contains(a.name().name()) && strings.contains(b.name().name());
  }
}
