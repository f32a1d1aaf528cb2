package io.linkspan.check;

import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.sql.ColumnReference;
import io.linkspan.sql.ExpressionText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unique key that the conflict rule relies on and that may hold NULL: such rows never clash, so
 * that each run inserts them again.
 */
final class NullKeys implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!(plan.reading() instanceof Reading.OfTable of)) {
      // Whether the columns of a query may be NULL is not known.
      return List.of();
    }
    List<Key> relied = reliedOn(plan);
    Optional<Key> open =
        relied.stream().filter(key -> !nullable(plan, of, key).isEmpty()).findFirst();
    boolean all = relied.stream().noneMatch(key -> nullable(plan, of, key).isEmpty());
    return all
        ? open.map(key -> finding(plan, key, nullable(plan, of, key))).stream().toList()
        : List.of();
  }

  /** The key that the rule names, or all that a row may clash on where it names none. */
  private static List<Key> reliedOn(CopyPlan plan) {
    if (plan.conflict() instanceof ConflictAction.Update update) {
      return update.arbiter().stream().toList();
    }
    if (plan.conflict() instanceof ConflictAction.Skip skip) {
      return skip.target().isEmpty() ? plan.keysAtRisk() : skip.arbiter().stream().toList();
    }
    return List.of();
  }

  /** The copied columns that let a NULL into the key. */
  private static List<Assignment> nullable(CopyPlan plan, Reading.OfTable of, Key key) {
    if (!key.nullsDistinct() || key.primary() || key.exclusion()) {
      return List.of();
    }
    Set<Identifier> columns = new LinkedHashSet<>();
    for (Key.Element element : key.elements()) {
      element.column().ifPresentOrElse(columns::add, () -> columns.addAll(strict(element)));
    }
    return columns.stream()
        .filter(name -> plan.into().column(name).filter(c -> !c.notNull()).isPresent())
        .flatMap(name -> plan.assignment(name).stream())
        .filter(assignment -> MayBeNull.value(plan, of, assignment))
        .toList();
  }

  /** The columns whose NULL makes an expression NULL, so far as that can be told from its text. */
  private static List<Identifier> strict(Key.Element element) {
    return MayBeNull.isFilled(element.expression())
        ? List.of()
        : ExpressionText.parse(element.expression()).value().stream()
            .flatMap(expression -> expression.columns().stream())
            .map(ColumnReference::name)
            .toList();
  }

  private static Finding finding(CopyPlan plan, Key key, List<Assignment> open) {
    Assignment first = open.get(0);
    String target = first.target().name().quoted();
    String from =
        first.from().stream()
            .filter(name -> plan.reading().column(name).filter(c -> !c.notNull()).isPresent())
            .findFirst()
            .map(Identifier::quoted)
            .orElse(target);
    boolean other = plan.keysAtRisk().stream().anyMatch(k -> !k.equals(key) && k.primary());
    return Finding.warning(
            CheckId.NULL_KEYS,
            "column \"%s\" of unique key \"%s\" may be NULL, and a row with NULL there never clashes"
                .formatted(first.target().name().name(), key.name().name()),
            "Leave such rows out: where %s is not null; or give a value: map %s = coalesce(%s, …)"
                .formatted(from, target, from))
        .withDetail(
            other
                ? "At a second run such a row stops the copy at the primary key (SQLSTATE 23505)."
                : "NULLs are distinct to a unique key: each run inserts such a row again.");
  }
}
