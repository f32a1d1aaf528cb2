package io.linkspan.plan;

import io.linkspan.catalog.Attribute;
import io.linkspan.catalog.Casts;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.pg.TypeName;
import io.linkspan.plan.Fidelity.Grade;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two columns that their name has matched: what the SELECT list must say for the one to fill the
 * other, and how faithful that is.
 *
 * @param expression over the columns of the column definition list
 */
record TypePair(String expression, Fidelity fidelity) {
  private static final Set<String> DATE_TIMES =
      Set.of("date", "time", "timetz", "timestamp", "timestamptz", "interval");

  private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar");

  static TypePair of(Column source, Column target, Carriage carriage, Casts casts) {
    String column = source.name().quoted();
    ColumnType from = source.type();
    ColumnType to = target.type();
    String toName = to.name().name().name();
    boolean text = carriage.declared().name().name().equals("text");
    if (toName.equals("xml") && (text || from.isString())) {
      // xmlparse does not depend on the session's xmloption as a cast does.
      boolean same = from.name().sameType(to.name());
      return new TypePair(
          "xmlparse(content " + column + (text ? ")" : "::text)"),
          same ? Fidelity.EQUAL : Fidelity.of(Grade.READ_FROM_TEXT, "reads the text as XML"));
    }
    if (Carriages.namesObject(to.name()) && from.name().sameType(to.name())) {
      return new TypePair(
          column, Fidelity.of(Grade.NARROWED, "looks the name up again on the target"));
    }
    if (from.name().sameType(to.name()) || carriage.declared().sameType(to.name())) {
      return new TypePair(column, sameType(from, to));
    }
    return otherType(column, from, to, carriage, casts);
  }

  private static Fidelity sameType(ColumnType from, ColumnType to) {
    if (!from.enumLabels().isEmpty() && !to.enumLabels().isEmpty()) {
      return labels(from.enumLabels(), to.enumLabels());
    }
    boolean composites = !from.attributes().isEmpty() && !to.attributes().isEmpty();
    if (composites && !from.attributes().equals(to.attributes())) {
      return attributes(from.attributes(), to.attributes());
    }
    return Modifiers.compare(from.name(), to.name());
  }

  /** A composite value travels as text, and its fields are read by position. */
  private static Fidelity attributes(List<Attribute> from, List<Attribute> to) {
    if (from.size() != to.size()) {
      return Fidelity.of(
          Grade.IMPOSSIBLE, "has %d attributes and not %d".formatted(to.size(), from.size()));
    }
    String both = "(%s) as (%s)".formatted(spelled(from), spelled(to));
    boolean sameTypes = types(from).equals(types(to));
    return sameTypes
        ? Fidelity.of(Grade.NARROWED, "reads its attributes by position: " + both)
        : Fidelity.of(Grade.READ_FROM_TEXT, "reads its attributes from text: " + both);
  }

  private static List<String> types(List<Attribute> attributes) {
    return attributes.stream().map(Attribute::typeSql).toList();
  }

  private static String spelled(List<Attribute> attributes) {
    return attributes.stream()
        .map(attribute -> attribute.name().quoted() + " " + attribute.typeSql())
        .collect(Collectors.joining(", "));
  }

  private static Fidelity labels(List<String> from, List<String> to) {
    List<String> missing = from.stream().filter(label -> !to.contains(label)).toList();
    return missing.isEmpty()
        ? Fidelity.EQUAL
        : Fidelity.of(
            Grade.NARROWED, "lacks the labels " + String.join(", ", quotedLabels(missing)));
  }

  private static List<String> quotedLabels(List<String> labels) {
    return labels.stream().map(label -> "\"" + label + "\"").toList();
  }

  private static TypePair otherType(
      String column, ColumnType from, ColumnType to, Carriage carriage, Casts casts) {
    TypeName declared = carriage.declared();
    TypeName target = to.base().orElse(to.name());
    if (declared.sameType(target)) {
      Fidelity modifiers = Modifiers.compare(declared, target);
      boolean carriedAsText = !declared.sameType(from.base().orElse(from.name()));
      return new TypePair(
          column,
          modifiers.grade() == Grade.EQUAL && carriedAsText
              ? Fidelity.of(Grade.CONVERTED, "written as text")
              : modifiers);
    }
    if (to.isString()) {
      return new TypePair(column, Modifiers.intoString(from, target));
    }
    Fidelity known = KnownPairs.compare(declared, target);
    if (casts.assigns(declared, target) || arrayAssigns(declared, target, from, to, casts)) {
      return new TypePair(column, known);
    }
    if (from.isString() || carriage.remote().endsWith("::text")) {
      boolean clock = DATE_TIMES.contains(target.name().name());
      return new TypePair(
          column + "::" + to.name().sql(),
          Fidelity.of(
              Grade.READ_FROM_TEXT,
              clock
                  ? "reads the text by the target session's DateStyle and TimeZone"
                  : "a text that cannot be read stops the copy"));
    }
    return new TypePair(
        column, Fidelity.of(Grade.IMPOSSIBLE, "the target has no assignment cast for the pair"));
  }

  /** Whatever a type is, it is assigned to these as text. */
  private static boolean isString(TypeName type) {
    return type.isBuiltin() && STRINGS.contains(type.name().name());
  }

  /** An array is assigned element by element where the elements are. */
  private static boolean arrayAssigns(
      TypeName declared, TypeName target, ColumnType from, ColumnType to, Casts casts) {
    boolean arrays = from.isArray() && to.isArray();
    return arrays
        && from.element()
            .flatMap(
                f -> to.element().map(t -> f.sameType(t) || isString(t) || casts.assigns(f, t)))
            .orElse(declared.sameType(target));
  }
}
