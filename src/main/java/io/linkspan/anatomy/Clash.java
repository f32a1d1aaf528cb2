package io.linkspan.anatomy;

import io.linkspan.anatomy.Anatomy.Lane;
import io.linkspan.anatomy.Anatomy.Part;
import io.linkspan.anatomy.Anatomy.Stage;
import io.linkspan.catalog.Key;
import io.linkspan.sql.ConflictAction;
import io.linkspan.sql.ConflictClause;
import io.linkspan.sql.ConflictTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a row whose key is taken. */
final class Clash {
  private final Subject subject;
  private final String target;
  private final List<Key> keys;

  Clash(Subject subject) {
    this.subject = subject;
    this.target = subject.target();
    this.keys = TargetParts.keys(subject);
  }

  Part part() {
    Optional<ConflictClause> clause = subject.insert().conflict();
    if (clause.isEmpty()) {
      return new Part(
          PartWord.CONFLICT,
          "",
          Lane.TARGET,
          Stage.COMPUTE,
          List.of("There is no ON CONFLICT: " + raised()),
          List.of(),
          List.of("Leave such rows out: on conflict preserve; or update: on conflict overwrite."));
    }
    ConflictClause given = clause.orElseThrow();
    boolean nothing = given.action() instanceof ConflictAction.Nothing;
    String sql = "ON CONFLICT " + Anatomy.line(given.text());
    return new Part(
        PartWord.CONFLICT,
        sql,
        Lane.TARGET,
        Stage.COMPUTE,
        does(given, nothing),
        List.of("Without it " + raised()),
        more(nothing));
  }

  private List<String> does(ConflictClause clause, boolean nothing) {
    String first = nothing ? skipped(clause) : updated(clause);
    List<Key> others = keys.stream().filter(key -> !looksAt(clause, key)).toList();
    return others.isEmpty()
        ? List.of(first)
        : List.of(
            first,
            "It looks at no other key: a row whose %s is taken stops the copy all the same (23505)."
                .formatted(Words.keys(others)));
  }

  private static boolean looksAt(ConflictClause clause, Key key) {
    if (clause.target() instanceof ConflictTarget.Constraint constraint) {
      return key.name().equals(constraint.name());
    }
    if (!(clause.target() instanceof ConflictTarget.Index index)) {
      return true;
    }
    Set<String> wanted = new HashSet<>();
    index.elements().forEach(e -> wanted.add(e.column().map(c -> c.quoted()).orElse(e.text())));
    Set<String> had = new HashSet<>();
    key.elements().forEach(e -> had.add(e.expression()));
    return wanted.equals(had);
  }

  private String skipped(ConflictClause clause) {
    if (!known()) {
      return "A row whose key is taken is left out; the others go in.";
    }
    return keys.isEmpty()
        ? "No unique key covers these columns, so nothing is left out: the same rows again are rows"
            + " twice."
        : "A row is left out where the table has its %s already; the others go in."
            .formatted(named(clause));
  }

  private String updated(ConflictClause clause) {
    ConflictAction.Update update = (ConflictAction.Update) clause.action();
    List<String> columns =
        update.sets().stream()
            .flatMap(set -> set.columns().stream())
            .map(column -> column.quoted())
            .distinct()
            .toList();
    String condition = update.where().map(w -> ", but only where " + Anatomy.line(w)).orElse("");
    return "Where the table has the row's %s already, that row is changed instead (%s)%s."
        .formatted(named(clause), String.join(", ", columns), condition);
  }

  /** The keys that the clause looks at. */
  private String named(ConflictClause clause) {
    if (clause.target() instanceof ConflictTarget.Constraint constraint) {
      return constraint.name().quoted();
    }
    if (clause.target() instanceof ConflictTarget.Index index) {
      return "("
          + String.join(", ", index.elements().stream().map(ConflictTarget.Element::text).toList())
          + ")";
    }
    return keys.isEmpty() ? "key" : Words.keys(keys);
  }

  /** What a taken key does where nothing is said of it. */
  private String raised() {
    if (!known()) {
      return "the first row whose key is taken stops the copy (23505): no row is inserted.";
    }
    return keys.isEmpty()
        ? "every row would go in as well: no unique key covers these columns."
        : "the first row whose %s is taken stops the copy (23505): no row is inserted."
            .formatted(Words.keys(keys));
  }

  /** What becomes of two equal rows of one statement. */
  String ofTwins() {
    Optional<ConflictClause> clause = subject.insert().conflict();
    boolean update = clause.filter(c -> c.action() instanceof ConflictAction.Update).isPresent();
    if (known() && keys.isEmpty()) {
      return "no unique key would stop them: rows twice.";
    }
    if (update) {
      return "\"ON CONFLICT DO UPDATE command cannot affect row a second time\" (21000).";
    }
    return clause.isEmpty()
        ? "the second would stop the copy (23505)."
        : "ON CONFLICT would leave the second out%s."
            .formatted(known() ? ", by " + Words.keys(keys) : "");
  }

  private boolean known() {
    return subject.into().isPresent();
  }

  private List<String> more(boolean nothing) {
    String seen =
        "It asks the unique index, so it also sees rows that others commit meanwhile: no gap"
            + " between looking and inserting.";
    return nothing
        ? List.of(
            seen,
            "The row that is there stays as it is, however old. %s does not say which rows were"
                    .formatted(target)
                + " left out: conflicts shows them before, the receipt counts them by key.")
        : List.of(
            seen,
            "excluded.COLUMN is the value that was proposed; the table's name before a column means"
                + " the row that is there.");
  }
}
