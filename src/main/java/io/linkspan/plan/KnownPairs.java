package io.linkspan.plan;

import static java.util.Map.entry;

import io.linkspan.pg.TypeName;
import io.linkspan.plan.Fidelity.Grade;
import java.util.List;
import java.util.Map;

/** What the built-in assignment casts do to values, for the pairs where that is not "nothing". */
final class KnownPairs {
  /** Numbers in the order in which the later ones hold all values of the earlier ones. */
  private static final List<String> WHOLE = List.of("int2", "int4", "int8", "numeric");

  private static final Map<String, Integer> DIGITS = Map.of("int2", 5, "int4", 10, "int8", 19);
  private static final Map<String, Fidelity> PAIRS =
      Map.ofEntries(
          entry("timestamptz>timestamp", zone("drops the offset, by the session's TimeZone")),
          entry("timestamp>timestamptz", zone("takes the session's TimeZone for the values'")),
          entry("timestamptz>date", zone("keeps the day alone, by the session's TimeZone")),
          entry("timestamptz>time", zone("keeps the clock alone, by the session's TimeZone")),
          entry("timestamptz>timetz", zone("keeps the clock alone, by the session's TimeZone")),
          entry("timetz>time", zone("drops the offset")),
          entry("time>timetz", zone("takes the session's TimeZone for the values'")),
          entry("date>timestamptz", zone("takes midnight in the session's TimeZone")),
          entry("timestamp>date", narrowed("keeps the day alone")),
          entry("timestamp>time", narrowed("keeps the clock alone")),
          entry("interval>time", narrowed("drops days and months")),
          entry("float8>float4", narrowed("keeps 6 digits")),
          entry("float8>numeric", narrowed("keeps 15 digits")),
          entry("float4>numeric", narrowed("keeps 6 digits")),
          entry("numeric>float8", narrowed("keeps 15 digits")),
          entry("numeric>float4", narrowed("keeps 6 digits")),
          entry("int8>float8", narrowed("is exact up to 2^53 alone")),
          entry("int8>float4", narrowed("is exact up to 2^24 alone")),
          entry("int4>float4", narrowed("is exact up to 2^24 alone")),
          entry("numeric>money", narrowed("rounds to the currency's digits")),
          entry("json>jsonb", narrowed("keeps the last of equal keys, and no order")),
          entry("inet>cidr", narrowed("refuses or zeroes the host bits")),
          entry("macaddr8>macaddr", narrowed("refuses addresses of 8 bytes")),
          entry("text>char", narrowed("keeps the first byte")));

  private KnownPairs() {}

  /** What an assignment from one built-in type to another does. */
  static Fidelity compare(TypeName from, TypeName to) {
    String source = bare(from);
    String target = bare(to);
    Fidelity known = PAIRS.get(source + ">" + target);
    if (known != null) {
      return known;
    }
    int low = WHOLE.indexOf(target);
    if (low >= 0 && low < WHOLE.indexOf(source)) {
      return narrowed(
          source.equals("numeric")
              ? "rounds to whole numbers, refuses larger ones"
              : "refuses larger numbers");
    }
    if (source.startsWith("float") && target.startsWith("int")) {
      return narrowed("rounds to whole numbers, refuses larger ones");
    }
    Fidelity modifiers =
        DIGITS.containsKey(source) && target.equals("numeric")
            ? Modifiers.digits(DIGITS.get(source), to)
            : Modifiers.compare(from, to);
    return modifiers.grade() == Grade.EQUAL
        ? Fidelity.of(Grade.CONVERTED, "by the target's own cast")
        : modifiers;
  }

  /** The element's name of an array: {@code _int4} and {@code int4} lose alike. */
  private static String bare(TypeName type) {
    String name = type.name().name();
    return name.startsWith("_") ? name.substring(1) : name;
  }

  private static Fidelity zone(String reason) {
    return Fidelity.of(Grade.ZONE_LOST, reason);
  }

  private static Fidelity narrowed(String reason) {
    return Fidelity.of(Grade.NARROWED, reason);
  }
}
