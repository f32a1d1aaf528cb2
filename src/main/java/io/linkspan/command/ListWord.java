package io.linkspan.command;

import io.linkspan.catalog.CatalogList;
import io.linkspan.catalog.ListWish;
import io.linkspan.catalog.NamePattern;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of psql's words for a list, with the letters that may follow it in any order: those of the
 * kinds that are wanted, {@code S} for the server's own things too, {@code +} for more of each.
 *
 * @param bare the word of the language for the same; may be empty
 * @param stem the backslash word
 * @param kinds the letters that may follow, beside {@code S} and {@code +}
 * @param unsaid the kinds where none is said
 * @param chosen whether the stem alone is another command's word, so that a kind must be said
 * @param bothSides whether both ends of the route are asked unless one is named
 */
record ListWord(
    String bare,
    String stem,
    String kinds,
    String unsaid,
    NamePattern.Level level,
    boolean chosen,
    boolean bothSides,
    Function<ListWish, CatalogList> list) {

  /** The word as it was typed: its letters, and the two signs. */
  record Letters(String kinds, boolean system, boolean more) {}

  static ListWord of(
      String bare, String stem, NamePattern.Level level, Function<ListWish, CatalogList> list) {
    return new ListWord(bare, stem, "", "", level, false, false, list);
  }

  ListWord withKinds(String letters, String whereNone) {
    return new ListWord(bare, stem, letters, whereNone, level, chosen, bothSides, list);
  }

  ListWord onBothSides() {
    return new ListWord(bare, stem, kinds, unsaid, level, chosen, true, list);
  }

  ListWord onlyWithKinds() {
    return new ListWord(bare, stem, kinds, unsaid, level, true, bothSides, list);
  }

  /** The letters of a word, if the word is of this family. */
  Optional<Letters> letters(String word) {
    if (!bare.isEmpty() && word.equals(bare)) {
      return Optional.of(new Letters(unsaid, false, false));
    }
    if (!word.startsWith(stem)) {
      return Optional.empty();
    }
    String letters = word.substring(stem.length());
    String own = letters.replace("+", "").replace("S", "");
    boolean once = own.chars().distinct().count() == own.length();
    boolean known = once && own.chars().allMatch(letter -> kinds.indexOf(letter) >= 0);
    if (!known || (chosen && own.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Letters(own.isEmpty() ? unsaid : own, letters.contains("S"), letters.contains("+")));
  }
}
