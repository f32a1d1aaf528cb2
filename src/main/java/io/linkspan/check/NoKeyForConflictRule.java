package io.linkspan.check;

import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.NearestName;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conflict rule that no unique key of the target stands behind. */
final class NoKeyForConflictRule implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (plan.conflict() instanceof ConflictAction.Update update && update.target().isEmpty()) {
      return List.of(
          Finding.error(
              CheckId.NO_KEY_FOR_CONFLICT_RULE,
              "no single unique key of \"%s\" is filled by the copy, so the rows to overwrite cannot be told"
                  .formatted(plan.into().name()),
              "Name the key: on conflict (COLUMN) overwrite; or keep rows: on conflict preserve"));
    }
    if (plan.conflict() instanceof ConflictAction.Skip skip
        && skip.target().isEmpty()
        && plan.keysAtRisk().isEmpty()) {
      return List.of(
          Finding.warning(
                  CheckId.NO_KEY_FOR_CONFLICT_RULE,
                  "no unique key of \"%s\" can tell a row that is there already"
                      .formatted(plan.into().name()),
                  "Make a unique key on the target, or copy once only; run dry shows the count.")
              .withDetail(
                  "ON CONFLICT DO NOTHING skips nothing; a second run copies every row again."));
    }
    return unbacked(plan).stream().toList();
  }

  /** A conflict target that no key can stand behind: columns alone, or a constraint's name. */
  private Optional<Finding> unbacked(CopyPlan plan) {
    String target = "";
    boolean recognised = true;
    if (plan.conflict() instanceof ConflictAction.Skip skip) {
      target = skip.target();
      recognised = skip.arbiter().isPresent();
    } else if (plan.conflict() instanceof ConflictAction.Update update) {
      target = update.target();
      recognised = update.arbiter().isPresent();
    }
    Table.Kind kind = plan.into().kind();
    boolean table = kind == Table.Kind.TABLE || kind == Table.Kind.PARTITIONED_TABLE;
    if (recognised || !table) {
      return Optional.empty();
    }
    Tokens tokens = Tokens.of(target);
    if (tokens.acceptWord("on", "constraint")) {
      return Optional.of(noConstraint(tokens.expectIdentifier("a constraint"), plan.into()));
    }
    List<Identifier> columns = columns(target);
    Optional<Identifier> unknown =
        columns.stream().filter(name -> plan.into().column(name).isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(noColumn(unknown.orElseThrow(), plan.into()));
    }
    return !columns.isEmpty()
        ? Optional.of(
            Finding.error(
                CheckId.NO_KEY_FOR_CONFLICT_RULE,
                "no unique key of \"%s\" is over %s (SQLSTATE 42P10)"
                    .formatted(plan.into().name(), target),
                keys(plan.into())))
        : Optional.empty();
  }

  private Finding noConstraint(Identifier name, Table into) {
    return Finding.error(
        CheckId.NO_KEY_FOR_CONFLICT_RULE,
        "constraint \"%s\" for table \"%s\" does not exist (SQLSTATE 42704)"
            .formatted(name.name(), into.name()),
        NearestName.hint(
                name, into.keys().stream().flatMap(key -> key.constraint().stream()).toList())
            .orElseGet(() -> keys(into)));
  }

  private Finding noColumn(Identifier name, Table into) {
    return Finding.error(
        CheckId.NO_KEY_FOR_CONFLICT_RULE,
        "column \"%s\" of table \"%s\" in on conflict does not exist (SQLSTATE 42703)"
            .formatted(name.name(), into.name()),
        NearestName.hint(name, into.columnNames()).orElseGet(() -> keys(into)));
  }

  /** The columns of a conflict target that has columns and nothing else; else none. */
  private static List<Identifier> columns(String target) {
    Tokens tokens = Tokens.of(target);
    if (!tokens.atSymbol("(")) {
      return List.of();
    }
    Tokens inside = tokens.within(tokens.expectParentheses());
    List<Identifier> names = new ArrayList<>();
    List<Slice> elements = inside.splitTopLevel(",");
    for (Slice element : elements) {
      Tokens one = inside.within(element);
      one.acceptIdentifier().filter(name -> one.atEnd()).ifPresent(names::add);
    }
    boolean alone = tokens.atEnd() && names.size() == elements.size();
    return alone ? names : List.of();
  }

  private static String keys(Table into) {
    List<String> keys =
        into.keys().stream()
            .filter(key -> !key.exclusion())
            .map(
                key ->
                    "("
                        + String.join(
                            ", ", key.elements().stream().map(Key.Element::expression).toList())
                        + ")"
                        + key.predicate().map(p -> " where " + p).orElse(""))
            .toList();
    return keys.isEmpty()
        ? "It has none: copy with on conflict preserve, or make one."
        : "Name one that it has: " + String.join("; ", keys);
  }
}
