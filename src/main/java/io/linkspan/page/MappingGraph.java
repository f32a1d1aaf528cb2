package io.linkspan.page;

import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.LeftOut;
import io.linkspan.report.MappingRow;
import io.linkspan.report.MappingRows;
import io.linkspan.report.ShortType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which source columns go into which target columns.
 *
 * @param sources the columns that are read, then those that stay behind
 * @param targets the columns that get a value, then those that the table fills itself
 * @param ways one for each target column that gets a value
 * @param plain names of columns that are not drawn, since nothing is to be said of them
 */
record MappingGraph(List<Box> sources, List<Box> targets, List<Way> ways, List<String> plain) {
  /** From so many columns on, those that nothing is to be said of are named and not drawn. */
  private static final int MANY = 24;

  /** So many of the columns that are left out are drawn. */
  private static final int LEFT_OUT = 12;

  /**
   * A column.
   *
   * @param below its keys, or why it is left out
   * @param leftOut whether no value leaves it, or comes to it
   */
  record Box(String name, String type, String below, boolean leftOut) {}

  /**
   * How a target column gets its value.
   *
   * @param from indexes of sources
   * @param to index of the target
   * @param expression empty where the value comes as it is
   * @param warns whether values may be lost
   */
  record Way(List<Integer> from, int to, String expression, boolean warns) {
    Way {
      from = List.copyOf(from);
    }
  }

  MappingGraph {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    ways = List.copyOf(ways);
    plain = List.copyOf(plain);
  }

  static MappingGraph of(CopyPlan plan) {
    List<MappingRow> rows = MappingRows.of(plan);
    boolean many = rows.size() >= MANY;
    List<Box> sources = new ArrayList<>();
    List<Box> targets = new ArrayList<>();
    List<Way> ways = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    Map<Identifier, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      MappingRow row = rows.get(i);
      Assignment assignment = plan.assignments().get(i);
      if (many && row.isUnremarkable()) {
        plain.add(row.source());
        continue;
      }
      for (Identifier name : assignment.from()) {
        places.computeIfAbsent(
            name,
            each -> {
              sources.add(new Box(each.quoted(), type(plan, each), "", false));
              return sources.size() - 1;
            });
      }
      String expression = row.expression().equals("=") ? "" : row.expression();
      ways.add(
          new Way(
              assignment.from().stream().map(places::get).toList(),
              targets.size(),
              expression,
              row.warns()));
      targets.add(
          new Box(
              assignment.target().name().quoted(),
              ShortType.of(assignment.target().type().name()),
              row.marks(),
              false));
    }
    leftOut(plan.notCopied(), sources);
    leftOut(plan.unfilled(), targets);
    return new MappingGraph(sources, targets, ways, plain);
  }

  private static String type(CopyPlan plan, Identifier name) {
    return plan.reading().column(name).map(column -> ShortType.of(column.type().name())).orElse("");
  }

  private static void leftOut(List<LeftOut> columns, List<Box> boxes) {
    columns.stream()
        .limit(LEFT_OUT)
        .forEach(
            left ->
                boxes.add(
                    new Box(
                        left.column().name().quoted(),
                        ShortType.of(left.column().type().name()),
                        left.reason(),
                        true)));
    int more = columns.size() - LEFT_OUT;
    if (more > 0) {
      boxes.add(new Box("… " + more + " more", "", "", true));
    }
  }
}
