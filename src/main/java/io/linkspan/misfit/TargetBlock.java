package io.linkspan.misfit;

import io.linkspan.catalog.Check;
import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.pg.TypeName;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.SourceRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the anonymous block that fetches rows as text and tries each of them on the target, as the
 * plan's INSERT would. A row is tried as a whole first, and column by column only where that fails.
 *
 * <p>Values go into variables of the very types: an assignment keeps a type's modifier as reading
 * does, where a cast would cut what is too long. {@code textout} makes a {@code cstring} of the
 * text, so that the type's own input function reads it and no cast that there may be from text.
 */
final class TargetBlock {
  private final CopyPlan plan;
  private final List<Probe> probes;
  private final Set<TypeName> composites;
  private final Set<Integer> unseen;
  private final RowIdentity identity;

  /**
   * A block for some probes.
   *
   * @param composites types that no variable can be given a text of
   * @param unseen places of probes that are left out
   */
  TargetBlock(
      CopyPlan plan,
      List<Probe> probes,
      Set<TypeName> composites,
      Set<Integer> unseen,
      RowIdentity identity) {
    this.plan = plan;
    this.probes = probes;
    this.composites = Set.copyOf(composites);
    this.unseen = Set.copyOf(unseen);
    this.identity = identity;
  }

  /** What the source's cursor selects: the row's identity, then the columns as they travel. */
  static List<String> items(CopyPlan plan, RowIdentity identity) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < identity.columns().size(); i++) {
      items.add(identity.columns().get(i).quoted() + "::pg_catalog.text AS k" + (i + 1));
    }
    for (int i = 0; i < plan.remoteColumns().size(); i++) {
      items.add(plan.remoteColumns().get(i).expression() + " AS c" + (i + 1));
    }
    return items;
  }

  /** The block that takes the next rows of the cursor. */
  String text(String link, String fetch) {
    String from =
        "SELECT * FROM "
            + plan.target()
                .server()
                .dblink()
                .map(DblinkExtension::schema)
                .orElse(new Identifier("public"))
                .quoted()
            + ".dblink("
            + Literal.quoted(link)
            + ", "
            + Literal.quoted(fetch)
            + ") AS t("
            + fields()
            + ")";
    return BlockText.of(from, identity.columns().size(), whole(), pieces());
  }

  private String fields() {
    List<String> fields = new ArrayList<>();
    IntStream.rangeClosed(1, identity.columns().size()).forEach(i -> fields.add("k" + i));
    IntStream.rangeClosed(1, plan.remoteColumns().size()).forEach(i -> fields.add("c" + i));
    return fields.stream().map(f -> f + " pg_catalog.text").collect(Collectors.joining(", "));
  }

  /** Tries all columns at once. */
  private String whole() {
    List<String> tests = new ArrayList<>();
    for (int place = 0; place < probes.size(); place++) {
      if (!tried(place)) {
        continue;
      }
      Probe probe = probes.get(place);
      if (probe.kind() == Probe.Kind.NOT_NULL) {
        tests.add(isNull(assigned(probe.name())));
      } else if (probe.kind() == Probe.Kind.CHECK) {
        tests.add(broken(probe));
      }
    }
    List<Assignment> assignments =
        probes.stream()
            .filter(probe -> probe.kind() == Probe.Kind.ASSIGN && seen(probe.name()))
            .map(probe -> plan.assignment(probe.name()).orElseThrow())
            .toList();
    String bad = tests.isEmpty() ? "false" : "(" + String.join(") OR (", tests) + ")";
    return nested(allColumns(), assignments, "linkspan_bad := " + bad + ";");
  }

  private List<BlockText.Piece> pieces() {
    List<BlockText.Piece> pieces = new ArrayList<>();
    for (int place = 0; place < probes.size(); place++) {
      if (tried(place)) {
        pieces.add(piece(place, probes.get(place)));
      }
    }
    return pieces;
  }

  private BlockText.Piece piece(int place, Probe probe) {
    List<Integer> columns = places(probe.from());
    List<Integer> before = new ArrayList<>();
    String body =
        switch (probe.kind()) {
          case READ -> nested(List.of(place), List.of(), "");
          case ASSIGN -> evaluated(plan.assignment(probe.name()).orElseThrow(), columns);
          case NOT_NULL -> {
            before.add(placeOf(Probe.Kind.ASSIGN, probe.name()));
            yield found(columns, filling(probe), isNull(assigned(probe.name())));
          }
          default -> {
            filling(probe).forEach(a -> before.add(placeOf(Probe.Kind.ASSIGN, a.target().name())));
            yield found(columns, filling(probe), broken(probe));
          }
        };
    if (probe.kind() != Probe.Kind.READ) {
      before.addAll(columns);
    }
    List<String> values =
        (probe.kind() == Probe.Kind.READ ? List.of(place) : columns)
            .stream().map(i -> "linkspan_row.c" + (i + 1)).toList();
    boolean oneValue = probe.kind() == Probe.Kind.NOT_NULL || probe.kind() == Probe.Kind.CHECK;
    return new BlockText.Piece(place, before, body, oneValue, values);
  }

  /** The places of the columns' own probes, which come first and in the columns' order. */
  private List<Integer> places(List<Identifier> names) {
    return allColumns().stream()
        .filter(i -> names.contains(plan.remoteColumns().get(i).name()))
        .toList();
  }

  private List<Integer> allColumns() {
    return IntStream.range(0, plan.remoteColumns().size()).boxed().toList();
  }

  private int placeOf(Probe.Kind kind, Identifier name) {
    return IntStream.range(0, probes.size())
        .filter(i -> probes.get(i).kind() == kind && probes.get(i).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private boolean seen(Identifier target) {
    return !unseen.contains(placeOf(Probe.Kind.ASSIGN, target));
  }

  private boolean tried(int place) {
    Probe probe = probes.get(place);
    boolean ofTable = probe.kind() == Probe.Kind.NOT_NULL || probe.kind() == Probe.Kind.CHECK;
    return !unseen.contains(place)
        && (!ofTable || filling(probe).stream().allMatch(a -> seen(a.target().name())));
  }

  private List<Assignment> filling(Probe probe) {
    return probe.kind() == Probe.Kind.CHECK
        ? Probes.columns(condition(probe), plan).orElseThrow()
        : List.of(plan.assignment(probe.name()).orElseThrow());
  }

  private String condition(Probe probe) {
    Check check =
        plan.into().checks().stream()
            .filter(c -> c.name().equals(probe.name()))
            .findFirst()
            .orElseThrow();
    return Probes.condition(check).orElseThrow();
  }

  /** Every row that the expression gives, since it may give several, or none. */
  private String evaluated(Assignment assignment, List<Integer> columns) {
    TypeName type = assignment.target().type().name();
    String put =
        composites.contains(type)
            ? "PERFORM CAST(linkspan_result.value AS " + type.sql() + ");"
            : "DECLARE linkspan_a pg_type := linkspan_result.value; BEGIN NULL; END;"
                .replace("pg_type", type.sql());
    String loop =
        "FOR linkspan_result IN SELECT ("
            + SourceRows.closed(assignment.expression())
            + ") AS value FROM "
            + row(columns)
            + " LOOP "
            + put
            + " END LOOP;";
    return nested(columns, List.of(), loop);
  }

  private String found(List<Integer> columns, List<Assignment> assignments, String test) {
    return nested(columns, assignments, "linkspan_found := " + test + ";");
  }

  /** A block in which the columns are read, inside it one where the target's values are there. */
  private String nested(List<Integer> columns, List<Assignment> assignments, String body) {
    StringBuilder text = new StringBuilder("DECLARE\n");
    columns.stream()
        .filter(i -> !composite(i))
        .forEach(
            i ->
                text.append(variable(i))
                    .append(' ')
                    .append(plan.remoteColumns().get(i).declared().sql())
                    .append(" := pg_catalog.textout(linkspan_row.c")
                    .append(i + 1)
                    .append(");\n"));
    text.append("BEGIN\n");
    columns.stream()
        .filter(this::composite)
        .forEach(i -> text.append("PERFORM ").append(value(i)).append(";\n"));
    if (!assignments.isEmpty()) {
      text.append("DECLARE\n");
      for (Assignment assignment : assignments) {
        if (!composites.contains(assignment.target().type().name())) {
          text.append(assigned(assignment.target().name()))
              .append(' ')
              .append(assignment.target().type().name().sql())
              .append(" := ")
              .append(expression(assignment, columns))
              .append(";\n");
        }
      }
      text.append("BEGIN\n");
      for (Assignment assignment : assignments) {
        if (composites.contains(assignment.target().type().name())) {
          text.append("PERFORM ").append(assigned(assignment.target().name())).append(";\n");
        }
      }
      text.append(body).append("\nEND;\n");
    } else {
      text.append(body).append('\n');
    }
    return text.append("END;").toString();
  }

  private boolean composite(int column) {
    return composites.contains(plan.remoteColumns().get(column).declared());
  }

  private static String variable(int column) {
    return "linkspan_v" + (column + 1);
  }

  private String value(int column) {
    return composite(column)
        ? "CAST(linkspan_row.c"
            + (column + 1)
            + " AS "
            + plan.remoteColumns().get(column).declared().sql()
            + ")"
        : variable(column);
  }

  /** What holds the value of a target column. */
  private String assigned(Identifier name) {
    int place = placeOf(Probe.Kind.ASSIGN, name);
    TypeName type = probes.get(place).type().orElseThrow();
    return composites.contains(type)
        ? "CAST("
            + expression(plan.assignment(name).orElseThrow(), allColumns())
            + " AS "
            + type.sql()
            + ")"
        : "linkspan_a" + place;
  }

  private String expression(Assignment assignment, List<Integer> columns) {
    List<Integer> own = places(assignment.from());
    boolean plain =
        own.size() == 1 && assignment.expression().equals(assignment.from().get(0).quoted());
    return plain
        ? value(own.get(0))
        : "(SELECT (" + SourceRows.closed(assignment.expression()) + ") FROM " + row(columns) + ")";
  }

  /** The row that the plan's expressions are written over. */
  private String row(List<Integer> columns) {
    Set<Integer> all = new HashSet<>(columns);
    String items =
        allColumns().stream()
            .filter(all::contains)
            .map(i -> value(i) + " AS " + plan.remoteColumns().get(i).name().quoted())
            .collect(Collectors.joining(", "));
    return "(SELECT " + (items.isEmpty() ? "1 AS one" : items) + ") AS t";
  }

  private static String isNull(String value) {
    // Of a composite value, IS NULL would ask for the fields.
    return value + " IS NOT DISTINCT FROM NULL";
  }

  private String broken(Probe probe) {
    String items =
        filling(probe).stream()
            .map(a -> assigned(a.target().name()) + " AS " + a.target().name().quoted())
            .collect(Collectors.joining(", "));
    return "(SELECT ("
        + condition(probe)
        + ") FROM (SELECT "
        + items
        + ") AS "
        + plan.into().name().name().quoted()
        + ") IS FALSE";
  }
}
