package io.linkspan.misfit;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may mend a group of misfits, likeliest first. Pure: whether it mends is tried elsewhere. */
public final class Offers {
  private static final int FEW = 5;
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");

  private final CopyPlan plan;
  private final RowIdentity identity;

  public Offers(CopyPlan plan, RowIdentity identity) {
    this.plan = plan;
    this.identity = identity;
  }

  /**
   * Expressions that give the values of one column another form.
   *
   * @param groups of that column, each to be mended
   */
  public List<Offer.Map> maps(List<MisfitGroup> groups, long rowsRead) {
    MisfitGroup first = groups.get(0);
    Optional<Assignment> filled = filled(first.probe());
    Optional<Column> source = source(first.probe());
    if (filled.isEmpty() || source.isEmpty()) {
      return List.of();
    }
    Column target = filled.orElseThrow().target();
    List<String> texts = groups.stream().flatMap(g -> texts(g).stream()).distinct().toList();
    long rows = groups.stream().mapToLong(MisfitGroup::rows).sum();
    TextValues values = new TextValues(source.orElseThrow(), target, texts, rows == rowsRead);
    List<String> expressions =
        first.probe().kind() == Probe.Kind.NOT_NULL
            ? values.instead()
            : values.expressions(first.state());
    boolean cuts = first.state().code().equals("22001");
    return expressions.stream().map(text -> new Offer.Map(target.name(), text, cuts)).toList();
  }

  /** Conditions on the source that leave the rows out. */
  public List<Offer.Condition> conditions(MisfitGroup group) {
    List<String> texts = new ArrayList<>();
    Optional<Column> source = source(group.probe());
    switch (group.probe().kind()) {
      case NOT_NULL -> {
        if (group.probe().from().size() == 1) {
          texts.add(group.probe().from().get(0).quoted() + " is not null");
        }
      }
      case CHECK -> {
        if (group.probe().typed()) {
          check(group.probe()).ifPresent(text -> texts.add(kept(group.probe(), text)));
        }
      }
      case ENCODING ->
          source.ifPresent(c -> texts.addAll(FittingText.encoding(c, plan.target().server())));
      case WHERE -> {}
      default ->
          source.ifPresent(
              c ->
                  filled(group.probe())
                      .ifPresent(
                          a ->
                              texts.addAll(
                                  FittingText.conditions(
                                      c, a.target().type(), group.state(), texts(group)))));
    }
    byKey(group).ifPresent(texts::add);
    return texts.stream().distinct().map(Offer.Condition::new).toList();
  }

  /** What fills the column that a probe is about. */
  private Optional<Assignment> filled(Probe probe) {
    return switch (probe.kind()) {
      case ASSIGN, NOT_NULL -> plan.assignment(probe.name());
      case READ ->
          plan.assignments().stream()
              .filter(a -> !a.mapped() && a.from().contains(probe.name()))
              .findFirst();
      default -> Optional.empty();
    };
  }

  /** The one source column whose value goes through nothing but a cast. */
  private Optional<Column> source(Probe probe) {
    boolean castAlone =
        probe.typed()
            || (probe.from().size() == 1
                && plan.assignment(probe.name())
                    .filter(a -> castOf(a.expression(), probe.from().get(0)))
                    .isPresent());
    return castAlone && probe.from().size() == 1
        ? plan.reading().column(probe.from().get(0))
        : Optional.empty();
  }

  private static boolean castOf(String expression, Identifier column) {
    String text = expression.strip();
    String name = column.quoted();
    return text.equals(name)
        || (text.startsWith(name)
            && text.substring(name.length()).matches("\\s*::\\s*[\\w ]+(\\([\\d, ]+\\))?"));
  }

  private Optional<String> check(Probe probe) {
    return plan.into().checks().stream()
        .filter(c -> c.name().equals(probe.name()))
        .findFirst()
        .flatMap(Probes::condition)
        .map(Offers::withoutBrackets);
  }

  /** A check constraint lets a row pass of which it cannot tell. */
  private String kept(Probe probe, String text) {
    boolean known =
        probe.from().stream()
            .allMatch(name -> plan.reading().column(name).filter(Column::notNull).isPresent());
    return known ? text : "(" + text + ") is not false";
  }

  /** The server writes a check's condition in brackets of its own. */
  private static String withoutBrackets(String text) {
    boolean plain = text.startsWith("(") && text.endsWith(")");
    String inside = plain ? text.substring(1, text.length() - 1) : text;
    return inside.indexOf('(') < 0 && inside.indexOf(')') < 0 && inside.indexOf('\'') < 0
        ? inside
        : text;
  }

  private static List<String> texts(MisfitGroup group) {
    return group.examples().stream()
        .flatMap(m -> m.values().stream().limit(1))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Where the rows are few: by their keys. */
  private Optional<String> byKey(MisfitGroup group) {
    if (identity.kind() != RowIdentity.Kind.KEY || !group.complete() || group.rows() > FEW) {
      return Optional.empty();
    }
    List<Identifier> columns = identity.columns();
    boolean one = columns.size() == 1;
    List<String> rows =
        group.examples().stream()
            .map(
                m -> {
                  List<String> row = new ArrayList<>();
                  for (int i = 0; i < columns.size(); i++) {
                    row.add(constant(columns.get(i), m.key().get(i)));
                  }
                  return one ? row.get(0) : "(" + String.join(", ", row) + ")";
                })
            .toList();
    String names = columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    String left = one ? names : "(" + names + ")";
    return Optional.of(
        one && rows.size() == 1
            ? left + " <> " + rows.get(0)
            : left + " not in (" + String.join(", ", rows) + ")");
  }

  private String constant(Identifier column, String value) {
    boolean integer =
        plan.reading()
            .column(column)
            .filter(c -> c.type().name().isBuiltin())
            .filter(c -> INTEGERS.contains(c.type().name().name().name()))
            .isPresent();
    return integer ? value : Literal.quoted(value);
  }
}
