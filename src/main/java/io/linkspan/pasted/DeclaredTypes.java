package io.linkspan.pasted;

import io.linkspan.pg.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a type of the column definition list makes of values of another type: dblink compares no
 * types, each value is written as text and read as the declared type (contrib/dblink/dblink.c).
 */
final class DeclaredTypes {
  private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name");
  private static final List<String> INTEGERS = List.of("int2", "int4", "int8");
  private static final Set<String> FRACTIONS = Set.of("numeric", "float4", "float8");
  private static final Pattern MODIFIER = Pattern.compile("\\(([^)]*)\\)");

  private DeclaredTypes() {}

  /**
   * What becomes of values.
   *
   * @param silent whether values are changed without a word
   */
  record Loss(String what, boolean silent) {}

  /** What is lost, as the end of a sentence; empty where nothing is. */
  static Optional<Loss> loss(TypeName real, TypeName declared) {
    String from = real.name().name();
    String to = declared.name().name();
    if (real.sameType(declared)) {
      return modifier(real, declared);
    }
    if (!real.isBuiltin() || !declared.isBuiltin()) {
      return STRINGS.contains(to) ? tooLong(declared, real) : stops("a text that cannot be read");
    }
    if (from.equals("timestamptz") && Set.of("timestamp", "date", "time").contains(to)) {
      return silent(
          to.equals("timestamp")
              ? "drops the time zone; the local time of the source's session is kept"
              : "keeps the local " + to + " of the source's session alone");
    }
    if (from.equals("timestamp") && Set.of("date", "time").contains(to)) {
      return silent("keeps the " + to + " alone");
    }
    if (Set.of("timestamp", "date").contains(from) && to.equals("timestamptz")) {
      return silent("takes it for a time in the target session's time zone");
    }
    if (from.equals("timetz") && to.equals("time")) {
      return silent("drops the time zone");
    }
    if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
      return INTEGERS.indexOf(from) > INTEGERS.indexOf(to)
          ? stops("a number out of range")
          : Optional.empty();
    }
    if (FRACTIONS.contains(from) && INTEGERS.contains(to)) {
      return stops("a number with a fraction");
    }
    boolean single = to.equals("float4") && (FRACTIONS.contains(from) || INTEGERS.contains(from));
    if (single || (to.equals("float8") && from.equals("numeric"))) {
      return silent("keeps the leading digits alone");
    }
    if (INTEGERS.contains(from) && FRACTIONS.contains(to) && numbers(declared).isEmpty()) {
      return Optional.empty();
    }
    if (FRACTIONS.contains(from) && to.equals("numeric")) {
      return modifier(new TypeName(declared.schema(), declared.name(), "numeric"), declared);
    }
    return STRINGS.contains(to) ? tooLong(declared, real) : stops("a text that cannot be read");
  }

  private static Optional<Loss> modifier(TypeName real, TypeName declared) {
    List<Integer> from = numbers(real);
    List<Integer> to = numbers(declared);
    if (to.isEmpty() || from.equals(to)) {
      return Optional.empty();
    }
    String name = declared.name().name();
    if (name.contains("numeric")) {
      int scale = to.size() > 1 ? to.get(1) : 0;
      boolean fits = !from.isEmpty() && (from.size() > 1 ? from.get(1) : 0) <= scale;
      return fits
          ? stops("a number with too many digits")
          : silent("rounds to %d digits after the point".formatted(scale));
    }
    boolean wider = !from.isEmpty() && from.get(0) <= to.get(0);
    if (wider && !name.contains("bit")) {
      return Optional.empty();
    }
    return name.contains("time") || name.equals("interval")
        ? silent("rounds to %d digits of a second".formatted(to.get(0)))
        : stops("a value longer than " + to.get(0));
  }

  private static Optional<Loss> tooLong(TypeName declared, TypeName real) {
    if (declared.name().name().equals("name")) {
      return silent("cuts values to 63 bytes");
    }
    List<Integer> length = numbers(declared);
    List<Integer> known = STRINGS.contains(real.name().name()) ? numbers(real) : List.of();
    boolean fits = length.isEmpty() || (!known.isEmpty() && known.get(0) <= length.get(0));
    return fits ? Optional.empty() : stops("a value longer than " + length.get(0));
  }

  private static Optional<Loss> stops(String what) {
    return Optional.of(new Loss("stops the copy at " + what, false));
  }

  private static Optional<Loss> silent(String what) {
    return Optional.of(new Loss(what, true));
  }

  private static List<Integer> numbers(TypeName type) {
    Matcher matcher = MODIFIER.matcher(type.sql());
    boolean found =
        matcher.find() && matcher.group(1).matches("\\s*\\d{1,9}(\\s*,\\s*-?\\d{1,9})?\\s*");
    return found
        ? Stream.of(matcher.group(1).split(",")).map(s -> Integer.valueOf(s.strip())).toList()
        : List.of();
  }
}
