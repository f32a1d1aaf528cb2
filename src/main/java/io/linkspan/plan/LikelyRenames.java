package io.linkspan.plan;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.NearestName;
import io.linkspan.plan.Fidelity.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds columns that no name has matched and that likely are one under two names: written otherwise
 * ({@code user_name}, {@code username}), by another word of the same meaning ({@code qty}, {@code
 * quantity}), in another order ({@code date_created}, {@code created_date}), with the table's name
 * before it ({@code user_email} in {@code users}), or mistyped by a letter.
 */
public final class LikelyRenames {
  /** How sure a pair is, the surest first. */
  private enum Sureness {
    SAME_LETTERS,
    SAME_WORDS,
    SAME_WORDS_IN_ANOTHER_ORDER,
    SAME_BUT_FOR_THE_TABLE,
    A_LETTER_APART
  }

  private record Candidate(Rename rename, Sureness sureness) {}

  /** Shorter names are a letter apart by chance. */
  private static final int LONG_ENOUGH = 5;

  private final List<List<String>> tables;
  private final Carriages carriages;
  private final Catalog target;

  private LikelyRenames(List<List<String>> tables, Catalog target) {
    this.tables = tables;
    this.carriages = new Carriages(target);
    this.target = target;
  }

  /** The pairs of two tables' columns that have no column of their name in the other one. */
  public static List<Rename> between(Table from, Table into, Catalog target) {
    return between(
        from.columns().stream().filter(c -> into.column(c.name()).isEmpty()).toList(),
        into.columns().stream().filter(c -> from.column(c.name()).isEmpty()).toList(),
        Stream.of(from.name().name(), into.name().name()).toList(),
        target);
  }

  /**
   * The pairs, in the order of the target's columns; each column is in one pair at most.
   *
   * @param tables the names of both tables, which may stand before a column's
   */
  static List<Rename> between(
      List<Column> from, List<Column> into, List<Identifier> tables, Catalog target) {
    LikelyRenames finder =
        new LikelyRenames(tables.stream().map(ColumnWords::ofTable).toList(), target);
    List<Candidate> candidates = new ArrayList<>();
    for (Column to : into) {
      for (Column source : from) {
        finder.candidate(source, to).ifPresent(candidates::add);
      }
    }
    candidates.sort(Comparator.comparing(Candidate::sureness));
    Set<Identifier> taken = new HashSet<>();
    Set<Identifier> filled = new HashSet<>();
    List<Rename> renames = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Rename rename = candidate.rename();
      boolean free = !taken.contains(rename.from().name()) && !filled.contains(rename.to().name());
      if (free) {
        taken.add(rename.from().name());
        filled.add(rename.to().name());
        renames.add(rename);
      }
    }
    renames.sort(Comparator.comparing(rename -> rename.to().position()));
    return List.copyOf(renames);
  }

  private Optional<Candidate> candidate(Column from, Column to) {
    if (to.isGenerated()) {
      return Optional.empty();
    }
    Optional<Sureness> sureness = sureness(from.name(), to.name());
    TypePair pair = TypePair.of(from, to, carriages.of(from), target.casts());
    return sureness
        .filter(sure -> fits(from, to, pair.fidelity().grade(), sure))
        .map(sure -> new Candidate(new Rename(from, to, expression(from, to, pair)), sure));
  }

  /** A clause that drops a zone, or makes one up, names it: nobody warns of what is mapped. */
  private static String expression(Column from, Column to, TypePair pair) {
    boolean moments =
        Stream.of(from, to).allMatch(c -> c.type().name().name().name().startsWith("timestamp"));
    return pair.fidelity().grade() == Grade.ZONE_LOST && moments
        ? from.name().quoted() + " at time zone 'UTC'"
        : pair.expression();
  }

  /** The less sure the names are, the better the types must fit. */
  private static boolean fits(Column from, Column to, Grade grade, Sureness sureness) {
    if (grade == Grade.IMPOSSIBLE) {
      return false;
    }
    boolean sure = sureness.compareTo(Sureness.SAME_WORDS) <= 0;
    boolean sameSort = from.type().category() == to.type().category();
    return sure || (sameSort && grade != Grade.READ_FROM_TEXT && !to.isNumbered());
  }

  private Optional<Sureness> sureness(Identifier from, Identifier to) {
    ColumnWords one = ColumnWords.of(from);
    ColumnWords other = ColumnWords.of(to);
    if (one.letters().isEmpty() || !one.digits().equals(other.digits())) {
      return Optional.empty();
    }
    if (one.letters().equals(other.letters())) {
      return Optional.of(Sureness.SAME_LETTERS);
    }
    if (!one.words().isEmpty()
        && String.join("", one.words()).equals(String.join("", other.words()))) {
      return Optional.of(Sureness.SAME_WORDS);
    }
    if (!one.words().isEmpty()
        && one.words().stream()
            .sorted()
            .toList()
            .equals(other.words().stream().sorted().toList())) {
      return Optional.of(Sureness.SAME_WORDS_IN_ANOTHER_ORDER);
    }
    if (tables.stream().anyMatch(table -> one.without(table).equals(other.without(table)))) {
      return Optional.of(Sureness.SAME_BUT_FOR_THE_TABLE);
    }
    boolean apart =
        Math.min(one.letters().length(), other.letters().length()) >= LONG_ENOUGH
            && NearestName.oneLetterApart(one.letters(), other.letters());
    return apart ? Optional.of(Sureness.A_LETTER_APART) : Optional.empty();
  }
}
