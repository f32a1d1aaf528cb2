package io.linkspan.plan;

import io.linkspan.catalog.ColumnType;
import io.linkspan.pg.TypeName;
import io.linkspan.plan.Fidelity.Grade;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the modifiers of two types, such as the lengths of {@code varchar(20)}. */
final class Modifiers {
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^)]*)\\)");

  private Modifiers() {}

  /** How a value of one modifier fits the same type with another. */
  static Fidelity compare(TypeName from, TypeName to) {
    List<Integer> source = numbers(from);
    List<Integer> target = numbers(to);
    if (target.isEmpty() || source.equals(target)) {
      return Fidelity.EQUAL;
    }
    String name = to.name().name();
    if (name.equals("numeric") || name.equals("_numeric")) {
      return numeric(source, target);
    }
    if (source.isEmpty() || source.get(0) > target.get(0)) {
      return Fidelity.of(Grade.NARROWED, whatNarrows(name, target.get(0)));
    }
    return name.equals("bit") || name.equals("_bit")
        ? Fidelity.of(Grade.NARROWED, "refuses a bit string of another length")
        : Fidelity.EQUAL;
  }

  private static String whatNarrows(String name, int limit) {
    if (name.contains("time") || name.contains("interval")) {
      return "rounds to " + limit + " digits of a second";
    }
    return "refuses values longer than " + limit;
  }

  /** {@code numeric(p,s)} holds p-s digits before the point and s after it. */
  private static Fidelity numeric(List<Integer> source, List<Integer> target) {
    int scale = target.size() > 1 ? target.get(1) : 0;
    int whole = target.get(0) - scale;
    if (source.isEmpty()) {
      return Fidelity.of(
          Grade.NARROWED,
          "rounds to " + scale + " digits after the point, refuses over " + whole + " before it");
    }
    int sourceScale = source.size() > 1 ? source.get(1) : 0;
    if (sourceScale > scale) {
      return Fidelity.of(Grade.NARROWED, "rounds to " + scale + " digits after the point");
    }
    return source.get(0) - sourceScale > whole
        ? Fidelity.of(Grade.NARROWED, "refuses over " + whole + " digits before the point")
        : Fidelity.EQUAL;
  }

  /** How whole numbers of so many digits fit {@code numeric}. */
  static Fidelity digits(int digits, TypeName to) {
    List<Integer> target = numbers(to);
    return target.isEmpty() ? Fidelity.EQUAL : numeric(List.of(digits, 0), target);
  }

  /** How a value of any type fits a string column. */
  static Fidelity intoString(ColumnType from, TypeName to) {
    String name = to.name().name();
    if (to.isBuiltin() && from.isString() && name.equals("name")) {
      return from.name().name().name().equals("name")
          ? Fidelity.EQUAL
          : Fidelity.of(Grade.NARROWED, "cuts values to 63 bytes");
    }
    if (to.isBuiltin() && name.equals("char")) {
      return Fidelity.of(Grade.NARROWED, "keeps the first byte");
    }
    List<Integer> limit = numbers(to);
    if (limit.isEmpty()) {
      return from.isString() ? Fidelity.EQUAL : Fidelity.of(Grade.CONVERTED, "written as text");
    }
    List<Integer> length = from.isString() ? numbers(from.name()) : List.of();
    boolean fits = !length.isEmpty() && length.get(0) <= limit.get(0);
    return fits
        ? Fidelity.EQUAL
        : Fidelity.of(Grade.NARROWED, "refuses values longer than " + limit.get(0));
  }

  /** The numbers of a modifier; none where the type has none. */
  static List<Integer> numbers(TypeName type) {
    Matcher matcher = IN_PARENTHESES.matcher(type.sql());
    if (!matcher.find() || !matcher.group(1).matches("-?\\d+(,-?\\d+)?")) {
      return List.of();
    }
    return Stream.of(matcher.group(1).split(",")).map(Integer::valueOf).toList();
  }
}
