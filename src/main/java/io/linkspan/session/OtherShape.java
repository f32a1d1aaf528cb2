package io.linkspan.session;

import io.linkspan.catalog.Rule;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a plan relies upon of a table beside columns and keys, for it may hide, change or drop rows
 * without an error.
 *
 * @param text such as {@code row security} or {@code trigger stamp before each row}
 */
record OtherShape(String text) {
  private static final String EACH_ROW = " before each row";
  private static final Set<Table.Kind> ORDINARY =
      Set.of(Table.Kind.TABLE, Table.Kind.PARTITIONED_TABLE);

  /** What may hide rows of a source's table. */
  static List<OtherShape> ofSource(Table table) {
    List<OtherShape> found = new ArrayList<>();
    if (!ORDINARY.contains(table.kind())) {
      String kind = table.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      found.add(new OtherShape("rows of a " + kind));
    }
    if (table.rowSecurity().applies()) {
      found.add(new OtherShape("row security"));
    }
    return found;
  }

  /** What may change what is written into a target's table. */
  static List<OtherShape> ofTarget(Table table) {
    List<OtherShape> found = ofSource(table);
    table.triggers().stream()
        .filter(trigger -> trigger.fires() && (trigger.onInsert() || trigger.onUpdate()))
        .map(OtherShape::of)
        .forEach(found::add);
    table.rules().stream().map(OtherShape::of).forEach(found::add);
    return found;
  }

  private static OtherShape of(Trigger trigger) {
    boolean changes = trigger.forEachRow() && (trigger.before() || trigger.insteadOf());
    return new OtherShape("trigger " + trigger.name().quoted() + (changes ? EACH_ROW : ""));
  }

  private static OtherShape of(Rule rule) {
    return new OtherShape(
        "rule %s on %s".formatted(rule.name().quoted(), rule.event().toLowerCase(Locale.ROOT)));
  }

  /** Whether the copy is another one where this has come. */
  boolean isGraveAsNew() {
    return !text.startsWith("trigger ") || text.endsWith(EACH_ROW);
  }

  /** Whether the copy is another one where this has gone. */
  boolean isGraveAsLost() {
    return isGraveAsNew() && !text.equals("row security");
  }

  /** The line that reads as the same. */
  String line() {
    return "with " + text;
  }
}
