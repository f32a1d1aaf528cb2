package io.linkspan.anatomy;

import io.linkspan.anatomy.Anatomy.Lane;
import io.linkspan.anatomy.Anatomy.Part;
import io.linkspan.anatomy.Anatomy.Stage;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.sql.Distinctness;
import io.linkspan.sql.Overriding;
import io.linkspan.sql.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts that the target carries out on the rows that came: expressions, DISTINCT, INSERT. */
final class TargetParts {
  private final Subject subject;
  private final String source;
  private final String target;
  private final Clash clash;
  private final List<Part> parts = new ArrayList<>();

  private TargetParts(Subject subject) {
    this.subject = subject;
    this.source = subject.source();
    this.target = subject.target();
    this.clash = new Clash(subject);
  }

  static List<Part> of(Subject subject) {
    TargetParts all = new TargetParts(subject);
    OuterParts.from(subject).ifPresent(all.parts::add);
    all.outer();
    all.map();
    all.distinct();
    OuterParts.order(subject).ifPresent(all.parts::add);
    all.insert();
    all.overriding();
    all.parts.add(all.clash.part());
    return all.parts;
  }

  private void outer() {
    subject
        .insert()
        .where()
        .ifPresent(
            text ->
                add(
                    PartWord.OUTER,
                    "WHERE " + text,
                    List.of(
                        "%s drops the other rows, after all of them have travelled."
                            .formatted(target)),
                    List.of("Every row that came would be proposed."),
                    List.of(
                        "Within the quotes %s would drop them before they travel."
                            .formatted(source))));
  }

  private void map() {
    List<String> computed = new ArrayList<>();
    List<String> does = new ArrayList<>();
    List<String> without = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    List<SelectItem> items = subject.insert().items();
    List<Identifier> columns = subject.columns();
    for (int i = 0; i < items.size(); i++) {
      String expression = Anatomy.line(items.get(i).expression());
      Optional<Identifier> column =
          i < columns.size() ? Optional.of(columns.get(i)) : items.get(i).outputName();
      String name = column.map(Identifier::quoted).orElse("column " + (i + 1));
      if (Anatomy.isPlain(subject.insert(), expression) && isNamed(expression, column)) {
        plain.add(name);
      } else {
        computed.add(expression + " AS " + name);
        does.add(
            Anatomy.isPlain(subject.insert(), expression)
                ? "%s takes the value of %s as it came.".formatted(name, expression)
                : effect(expression, name));
        column.map(c -> lost(c, expression)).ifPresent(without::add);
      }
    }
    if (!plain.isEmpty()) {
      does.add("%s as the value came.".formatted(Words.and(plain)));
    }
    add(
        PartWord.MAP,
        "SELECT " + (computed.isEmpty() ? String.join(", ", plain) : String.join(", ", computed)),
        does,
        without,
        List.of(
            ("They are %s's expressions, over the columns of the list above: its functions,"
                    + " its time zone; %s never sees them.")
                .formatted(target, source),
            "By place again: the first expression fills the first column of the INSERT."));
  }

  private boolean isNamed(String expression, Optional<Identifier> column) {
    String bare = Anatomy.bare(subject.insert(), expression);
    return column.map(Identifier::quoted).filter(bare::equals).isPresent();
  }

  private String effect(String expression, String name) {
    boolean moment =
        List.of("now()", "current_timestamp", "transaction_timestamp()")
            .contains(expression.toLowerCase(java.util.Locale.ROOT));
    return moment
        ? "%s is the moment at which %s's transaction began, the same in every row."
            .formatted(name, target)
        : "%s is %s, computed row by row.".formatted(name, expression);
  }

  /** What the column would hold without its expression. */
  private String lost(Identifier column, String expression) {
    String name = column.quoted();
    Optional<CopyPlan> byName =
        subject.plan().filter(plan -> plan.reading().column(column).isPresent());
    if (byName.isPresent()) {
      return "%s would be that of %s, matched by its name."
          .formatted(name, byName.orElseThrow().reading().label());
    }
    boolean travels =
        subject.insert().call().columns().stream().anyMatch(c -> c.name().equals(column));
    if (travels) {
      return "%s would be the value of %s as it came.".formatted(name, source);
    }
    Optional<Column> found = subject.column(column);
    if (found.isEmpty()) {
      return "%s would take what %s's table gives it.".formatted(name, target);
    }
    Column known = found.orElseThrow();
    if (known.isNumbered()) {
      return "%s would be numbered by %s.".formatted(name, target);
    }
    return known
        .defaultExpression()
        .filter(text -> !text.equals(expression))
        .map(text -> "%s would take its default, %s.".formatted(name, text))
        .orElseGet(
            () ->
                known.defaultExpression().isPresent()
                    ? "%s would take its default, which says the same.".formatted(name)
                    : known.notNull()
                        ? "%s would be NULL, and the first row would stop the copy (23502)."
                            .formatted(name)
                        : "%s would be NULL.".formatted(name));
  }

  private void distinct() {
    Distinctness distinct = subject.insert().distinct();
    if (distinct instanceof Distinctness.None) {
      subject.plan().flatMap(CopyPlan::insteadOfDistinct).ifPresent(this::leftOut);
      return;
    }
    String does = "Of rows that are equal in every expression of this SELECT, one goes on.";
    String twins = "Twins of " + source;
    String sql = "DISTINCT";
    if (distinct instanceof Distinctness.On on) {
      String by = Words.and(on.expressions().stream().map(Anatomy::line).toList());
      twins = "Rows with the same " + by;
      String order =
          subject.insert().orderBy().map(o -> "the first by " + o).orElse("no matter which");
      does = "Of rows with the same %s, one goes on: %s.".formatted(by, order);
      sql =
          "DISTINCT ON ("
              + String.join(", ", on.expressions())
              + ")"
              + subject.insert().orderBy().map(o -> " … ORDER BY " + o).orElse("");
    }
    add(
        PartWord.DISTINCT,
        sql,
        List.of(does),
        List.of("%s would all be proposed; %s".formatted(twins, clash.ofTwins())),
        List.of(
            ("It compares what the expressions made of the values, not what %s had: %s"
                    + " sorts or hashes all rows for it.")
                .formatted(source, target),
            "It knows nothing of the rows that %s has already; that is ON CONFLICT."
                .formatted(subject.insert().target().quoted())));
  }

  /** DISTINCT was asked for and would do nothing. */
  private void leftOut(Key key) {
    add(
        PartWord.DISTINCT,
        "",
        List.of(
            ("DISTINCT was asked for and is left out: %s and ON CONFLICT leave out the"
                    + " second of two equal rows anyway.")
                .formatted(Words.key(key))),
        List.of(),
        List.of("So no rows have to be sorted, and the copy may be cut into batches."));
  }

  private void insert() {
    List<String> names = subject.columns().stream().map(Identifier::quoted).toList();
    boolean listed = !subject.insert().columns().isEmpty();
    String table = subject.insert().target().quoted();
    List<String> does = new ArrayList<>();
    does.add("Puts the values into these columns of %s, by place.".formatted(table));
    unfilled().ifPresent(does::add);
    if (subject.into().isEmpty()) {
      does.add(
          "The table was not found on %s: nothing is said of its keys and defaults."
              .formatted(target));
    }
    add(
        PartWord.INSERT,
        "INSERT INTO " + table + (listed ? " (" + String.join(", ", names) + ")" : ""),
        does,
        listed
            ? withoutList()
            : List.of(
                "No columns are listed: the table's own order decides, and a column that is"
                    + " added to it changes what this statement does."),
        List.of(
            "More or fewer columns than expressions: 42601, \"INSERT has more target columns than"
                + " expressions\" or the other way round.",
            "Triggers, checks and foreign keys of the table see every row, and run on "
                + target
                + "."));
  }

  private Optional<String> unfilled() {
    List<String> left =
        subject
            .into()
            .map(
                table ->
                    table.columns().stream()
                        .filter(c -> !subject.columns().contains(c.name()))
                        .map(TargetParts::left)
                        .toList())
            .orElse(List.of());
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of("Not listed: " + String.join(", ", left) + ".");
  }

  private static String left(Column column) {
    String name = column.name().quoted();
    if (column.isGenerated()) {
      return name + " (computed)";
    }
    if (column.isNumbered()) {
      return name + " (numbered)";
    }
    String none = column.notNull() ? " (NULL, which it refuses: 23502)" : " (NULL)";
    return name + column.defaultExpression().map(d -> " (" + d + ")").orElse(none);
  }

  /** Where the values would go by the table's own order. */
  private List<String> withoutList() {
    List<Column> all = subject.into().map(Table::columns).orElse(List.of());
    List<Identifier> listed = subject.columns();
    for (int i = 0; i < Math.min(all.size(), listed.size()); i++) {
      Column other = all.get(i);
      Optional<Column> meant = subject.column(listed.get(i));
      if (!other.name().equals(listed.get(i)) && meant.isPresent()) {
        boolean alike = other.type().name().sameType(meant.orElseThrow().type().name());
        return List.of(
            "The table's own order would decide: the value for %s would go to %s%s"
                .formatted(
                    listed.get(i).quoted(),
                    other.name().quoted(),
                    alike
                        ? ", and nobody would notice."
                        : ", which is %s; %s refuses that (42804) unless the types agree."
                            .formatted(other.type().name().sql(), target)));
      }
    }
    return List.of("The table's own order would decide; a column added to it later would too.");
  }

  private void overriding() {
    if (subject.insert().overriding() == Overriding.USER_VALUE) {
      add(
          PartWord.OVERRIDING,
          "OVERRIDING USER VALUE",
          List.of(
              "The values for an identity column are dropped; %s numbers the rows itself."
                  .formatted(target)),
          List.of("The values would go in; into a column GENERATED ALWAYS they cannot (428C9)."),
          List.of("A row that is numbered anew cannot clash on that number."));
    }
    boolean system = subject.insert().overriding() == Overriding.SYSTEM_VALUE;
    if (system) {
      String numbered =
          subject.plan().map(CopyPlan::assignments).orElse(List.of()).stream()
              .map(Assignment::target)
              .filter(Column::isNumbered)
              .map(c -> c.name().quoted())
              .findFirst()
              .orElse("the identity column");
      add(
          PartWord.OVERRIDING,
          "OVERRIDING SYSTEM VALUE",
          List.of("%s takes the numbers of %s instead of its own.".formatted(numbered, source)),
          List.of(
              "\"cannot insert a non-DEFAULT value into column\" (428C9), if it is GENERATED"
                  + " ALWAYS."),
          List.of("The sequence behind it does not notice; it is moved on after the copy."));
    }
  }

  private void add(
      PartWord word, String sql, List<String> does, List<String> without, List<String> more) {
    parts.add(new Part(word, sql, Lane.TARGET, Stage.COMPUTE, does, without, more));
  }

  /** The keys that a copied row could clash on. */
  static List<Key> keys(Subject subject) {
    return subject
        .plan()
        .map(CopyPlan::keysAtRisk)
        .orElseGet(
            () ->
                subject.into().map(Table::keys).orElse(List.of()).stream()
                    .filter(key -> given(key, subject))
                    .toList());
  }

  private static boolean given(Key key, Subject subject) {
    return key.elements().stream()
        .allMatch(
            e -> e.column().isEmpty() || subject.columns().contains(e.column().orElseThrow()));
  }
}
