package io.linkspan.check;

import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.request.Distinct;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** DO UPDATE stops where the source has a key twice (21000), unless DISTINCT ON sees to it. */
final class KeyTwiceInSource implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!(plan.conflict() instanceof ConflictAction.Update update)
        || oneOfEach(plan.distinct(), update.arbiter())
        || update.arbiter().filter(key -> uniqueOnSource(plan, key)).isPresent()) {
      return List.of();
    }
    String key =
        update
            .arbiter()
            .flatMap(Key::columns)
            .map(names -> String.join(", ", names.stream().map(Identifier::quoted).toList()))
            .orElse("KEY");
    return List.of(
        Finding.warning(
            CheckId.KEY_TWICE_IN_SOURCE,
            "two source rows with one key stop the copy: a row cannot be updated twice (SQLSTATE 21000)",
            "Take one of them: distinct on (%s) order by …".formatted(key)));
  }

  /**
   * Whether DISTINCT ON leaves one row of each key: where it looks at columns of the key alone. Of
   * a key that was not recognised the user is believed.
   */
  private static boolean oneOfEach(Distinct distinct, Optional<Key> arbiter) {
    if (!(distinct instanceof Distinct.On on)) {
      return false;
    }
    Set<String> elements =
        arbiter.stream()
            .flatMap(key -> key.elements().stream())
            .map(element -> element.expression().replaceAll("\\s+", ""))
            .collect(Collectors.toSet());
    return arbiter.isEmpty()
        || on.expressions().stream()
            .map(text -> text.replaceAll("\\s+", ""))
            .allMatch(text -> elements.contains(text) || elements.contains(text.replace("t.", "")));
  }

  /** Whether a key of the source, copied as it is, keeps the target's key from coming twice. */
  private static boolean uniqueOnSource(CopyPlan plan, Key key) {
    if (!(plan.reading() instanceof Reading.OfTable of)
        || of.table().hasChildren()
        || key.columns().isEmpty()) {
      return false;
    }
    Set<Identifier> wanted = new TreeSet<>(key.columns().orElseThrow());
    boolean plain =
        wanted.stream()
            .allMatch(name -> plan.assignment(name).filter(a -> !a.mapped()).isPresent());
    return plain
        && of.table().keys().stream()
            .filter(k -> k.predicate().isEmpty() && !k.exclusion())
            .flatMap(k -> k.columns().stream())
            .anyMatch(columns -> wanted.containsAll(columns));
  }
}
