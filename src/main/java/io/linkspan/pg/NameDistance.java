package io.linkspan.pg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How far a known name is from a wanted one. Case and underscores do not count. Near is a name with
 * few letters to insert, drop, change or swap; behind it one whose words are those that were typed,
 * in full or begun ({@code arch_users} for {@code archived_users}); last one that was typed without
 * some of its letters ({@code usrnm} for {@code username}).
 */
final class NameDistance {
  /** The distance of one letter. */
  static final int STEP = 10;

  /** What is longer is no name that somebody mistyped. */
  private static final int LONGEST = 200;

  /** A part of a word says which word it is from so many letters on. */
  private static final int TELLING = 3;

  private static final int WORDS = 15;
  private static final int LETTERS = 40;

  private final List<String> words;
  private final String folded;

  NameDistance(String wanted) {
    this.words = words(wanted.length() > LONGEST ? "" : wanted);
    this.folded = folded(wanted.length() > LONGEST ? "" : wanted);
  }

  /** The distance to a known name; empty where it is another name altogether. */
  OptionalInt to(String known) {
    String other = folded(known);
    int limit = folded.length() / 3;
    if (!folded.isEmpty() && folded.equals(other)) {
      return OptionalInt.of(0);
    }
    int letters = Math.abs(folded.length() - other.length()) > limit ? limit + 1 : edits(other);
    if (letters <= limit) {
      return OptionalInt.of(letters * STEP);
    }
    OptionalInt byWords = byWords(words(known));
    return byWords.isPresent() ? byWords : byLetters(other);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** The words of a name: what stands between signs and before capitals. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String part : name.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})", -1)) {
      if (!part.isEmpty()) {
        words.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Whether the one name's words are among the other's, in their order. */
  private OptionalInt byWords(List<String> known) {
    List<String> few = words.size() <= known.size() ? words : known;
    List<String> many = few == words ? known : words;
    int at = 0;
    int same = 0;
    int begun = 0;
    for (String word : few) {
      while (at < many.size() && !alike(word, many.get(at))) {
        at++;
      }
      if (at == many.size()) {
        return OptionalInt.empty();
      }
      same += Math.min(word.length(), many.get(at).length());
      begun += word.equals(many.get(at)) ? 0 : 1;
      at++;
    }
    return same > TELLING
        ? OptionalInt.of(WORDS + STEP / 2 * (many.size() - few.size()) + begun)
        : OptionalInt.empty();
  }

  /** Whether two words are one, or the one begins the other. */
  private static boolean alike(String one, String other) {
    int common = Math.min(one.length(), other.length());
    return one.equals(other)
        || (common >= TELLING && (one.startsWith(other) || other.startsWith(one)));
  }

  /** Whether the wanted name is the known one with letters left out, not more than half of them. */
  private OptionalInt byLetters(String known) {
    boolean some = folded.length() >= TELLING && folded.length() * 2 >= known.length();
    if (!some || known.isEmpty() || folded.charAt(0) != known.charAt(0)) {
      return OptionalInt.empty();
    }
    int at = 0;
    for (int i = 0; i < known.length() && at < folded.length(); i++) {
      at += known.charAt(i) == folded.charAt(at) ? 1 : 0;
    }
    return at == folded.length()
        ? OptionalInt.of(LETTERS + known.length() - folded.length())
        : OptionalInt.empty();
  }

  /** Damerau and Levenshtein's distance, no letter moved twice. */
  int edits(String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= folded.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = last[j - 1] + (folded.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
        if (swapped(folded, i, other, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }

  /** Whether the two letters that end before i and j are the same two in the other order. */
  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
