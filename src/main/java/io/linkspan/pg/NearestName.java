package io.linkspan.pg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The known names that a mistyped one most likely means, as in PostgreSQL's "Perhaps you meant to
 * reference the column".
 */
public final class NearestName {
  /** More than these would be a list to read, not a hint. */
  private static final int MOST = 3;

  private NearestName() {}

  /** A known thing, and how near its name is. */
  private record Candidate<T>(T known, int distance) {}

  /**
   * The nearest name by {@link NameDistance}; of two names equally near, the first. Empty where
   * none is near.
   */
  public static Optional<String> of(String wanted, Collection<String> known) {
    return several(wanted, known).stream().findFirst();
  }

  /** Up to three names that are about equally near, the nearest first; else in the given order. */
  public static List<String> several(String wanted, Collection<String> known) {
    return several(wanted, known, name -> name);
  }

  /** The same of things that have a name. */
  public static <T> List<T> several(
      String wanted, Collection<T> known, Function<? super T, String> name) {
    NameDistance distance = new NameDistance(wanted);
    List<Candidate<T>> near = new ArrayList<>();
    for (T one : known) {
      distance.to(name.apply(one)).ifPresent(steps -> near.add(new Candidate<>(one, steps)));
    }
    int nearest = near.stream().mapToInt(Candidate::distance).min().orElse(0);
    return near.stream()
        .filter(candidate -> candidate.distance() < nearest + NameDistance.STEP)
        .sorted(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::known)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Whether one letter more, one less, or two in the other order make the one name the other. */
  public static boolean oneLetterApart(String one, String other) {
    boolean sameLetters =
        Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
    return (one.length() != other.length() || sameLetters)
        && new NameDistance(one).edits(other) == 1;
  }

  /** The hint for a word that is none of the known ones; empty where none is near. */
  public static Optional<String> hint(String wanted, Collection<String> known) {
    return perhaps(several(wanted, known).stream().map(name -> "\"" + name + "\"").toList());
  }

  /** The hint for an identifier that is none of the known ones; empty where none is near. */
  public static Optional<String> hint(Identifier wanted, Collection<Identifier> known) {
    List<Identifier> near = several(wanted.name(), known, Identifier::name);
    return perhaps(near.stream().map(name -> inQuotes(name.quoted())).toList())
        .map(
            hint ->
                !near.get(0).isPlain() && wanted.isPlain()
                    ? hint + " Type it with its quotes."
                    : hint);
  }

  /** A name as a message shows it: in double quotes, which one that needs them has already. */
  public static String inQuotes(String sql) {
    return sql.contains("\"") ? sql : "\"" + sql + "\"";
  }

  /** The sentence that offers those names; empty for none. */
  public static Optional<String> perhaps(List<String> quoted) {
    if (quoted.isEmpty()) {
      return Optional.empty();
    }
    String all =
        quoted.size() == 1
            ? quoted.get(0)
            : quoted.stream().limit(quoted.size() - 1).collect(Collectors.joining(", "))
                + " or "
                + quoted.get(quoted.size() - 1);
    return Optional.of("Perhaps you mean " + all + ".");
  }
}
