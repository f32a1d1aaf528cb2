package io.linkspan.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which words fit what is typed, and how well: {@code arus} finds {@code archived_users}. Case and
 * double quotes count nothing.
 */
public final class Fuzzy {
  private static final int NO_FIT = Integer.MAX_VALUE;
  private static final int EXACT = 0;
  private static final int BEGINS = 1_000;
  private static final int PART_BEGINS = 2_000;
  private static final int WORD_STARTS = 3_000;
  private static final int WITHIN = 4_000;
  private static final int SCATTERED = 5_000;

  /** Within this many letters more than are typed, scattered letters are told apart by nearness. */
  private static final int NEAR = 900;

  private Fuzzy() {}

  /**
   * The completions that fit, the best first and equal ones in the given order. Where some begin
   * with what is typed, the others are left out.
   */
  public static List<Completion> ranked(String typed, List<Completion> completions) {
    char[] wanted = letters(typed);
    if (wanted.length == 0) {
      return completions;
    }
    long[] keys = new long[completions.size()];
    int found = 0;
    boolean begun = false;
    for (int i = 0; i < keys.length; i++) {
      String text = completions.get(i).text();
      int score = inOrder(wanted, text) ? score(wanted, letters(text)) : NO_FIT;
      if (score != NO_FIT && (!begun || score <= BEGINS)) {
        begun |= score <= BEGINS;
        keys[found++] = (long) score << 32 | i;
      }
    }
    Arrays.sort(keys, 0, found);
    List<Completion> best = new ArrayList<>(found);
    for (int i = 0; i < found && (!begun || keys[i] >> 32 <= BEGINS); i++) {
      best.add(completions.get((int) keys[i]));
    }
    return best;
  }

  /** Whether the word fits what is typed at all. */
  public static boolean fits(String typed, String word) {
    char[] wanted = letters(typed);
    return inOrder(wanted, word) && score(wanted, letters(word)) != NO_FIT;
  }

  /** Whether the word begins with what is typed. */
  public static boolean begins(String typed, String word) {
    return score(letters(typed), letters(word)) <= BEGINS;
  }

  /** In lower case and without quotes. */
  private static char[] letters(String text) {
    char[] letters = new char[text.length()];
    int length = 0;
    for (int i = 0; i < letters.length; i++) {
      char c = text.charAt(i);
      if (c != '"' && c != '\'') {
        letters[length++] = lower(c);
      }
    }
    return length == letters.length ? letters : Arrays.copyOf(letters, length);
  }

  private static char lower(char c) {
    return c >= 128 ? Character.toLowerCase(c) : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private static int score(char[] typed, char[] word) {
    if (typed.length > word.length) {
      return NO_FIT;
    }
    if (startsAt(typed, word, 0)) {
      return typed.length == word.length ? EXACT : BEGINS;
    }
    int part = lastPart(word);
    if (part > 0 && startsAt(typed, word, part)) {
      return PART_BEGINS;
    }
    if (byWordStarts(typed, 0, word, 0)) {
      return WORD_STARTS;
    }
    // One letter somewhere inside fits nearly everything.
    if (typed.length < 2) {
      return NO_FIT;
    }
    for (int at = 1; at + typed.length <= word.length; at++) {
      if (startsAt(typed, word, at)) {
        return WITHIN;
      }
    }
    return SCATTERED + Math.min(NEAR, shortestSpan(typed, word) - typed.length);
  }

  private static boolean startsAt(char[] typed, char[] word, int at) {
    return at + typed.length <= word.length
        && Arrays.equals(typed, 0, typed.length, word, at, at + typed.length);
  }

  /** Whether the letters are there at all: most words of a long list end here. */
  private static boolean inOrder(char[] typed, String word) {
    int next = 0;
    for (int i = 0; i < word.length() && next < typed.length; i++) {
      next += lower(word.charAt(i)) == typed[next] ? 1 : 0;
    }
    return next == typed.length;
  }

  /** Where the name after the last dot begins; 0 without a dot. */
  private static int lastPart(char[] word) {
    for (int i = word.length - 1; i >= 0; i--) {
      if (word[i] == '.') {
        return i + 1;
      }
    }
    return 0;
  }

  /** Whether the letters can be cut into beginnings of words of the name, as {@code ar us}. */
  private static boolean byWordStarts(char[] typed, int next, char[] word, int from) {
    if (next == typed.length) {
      return true;
    }
    for (int at = from; at < word.length; at++) {
      if (!isWordStart(word, at)) {
        continue;
      }
      int length = 0;
      while (next + length < typed.length
          && at + length < word.length
          && typed[next + length] == word[at + length]) {
        length++;
      }
      for (int taken = length; taken > 0; taken--) {
        if (byWordStarts(typed, next + taken, word, at + taken)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWordStart(char[] word, int at) {
    return Character.isLetterOrDigit(word[at])
        && (at == 0 || !Character.isLetterOrDigit(word[at - 1]));
  }

  /** The length of the shortest piece of the word in which the letters come in order. */
  private static int shortestSpan(char[] typed, char[] word) {
    int best = word.length;
    for (int start = 0; start + typed.length <= word.length; start++) {
      if (word[start] == typed[0]) {
        int next = 0;
        int at = start;
        while (at < word.length && next < typed.length) {
          next += word[at] == typed[next] ? 1 : 0;
          at++;
        }
        if (next < typed.length) {
          break;
        }
        best = Math.min(best, at - start);
      }
    }
    return best;
  }
}
