package io.linkspan.anatomy;

import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Locale;

/** Lists and numbers in sentences. */
final class Words {
  private Words() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(List<String> words) {
    return joined(words, " and ");
  }

  /** The same with {@code or}. */
  static String or(List<String> words) {
    return joined(words, " or ");
  }

  private static String joined(List<String> words, String last) {
    int size = words.size();
    return size < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, size - 1)) + last + words.get(size - 1);
  }

  static String names(List<Identifier> names) {
    return and(names.stream().map(Identifier::quoted).toList());
  }

  /** Such as {@code users_email_key (email)}. */
  static String key(Key key) {
    List<String> elements = key.elements().stream().map(Key.Element::expression).toList();
    return key.name().quoted() + " (" + String.join(", ", elements) + ")";
  }

  static String keys(List<Key> keys) {
    return or(keys.stream().map(Words::key).toList());
  }

  /** A count with thousands set apart, and the word in the singular or plural. */
  static String count(long number, String word) {
    return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
  }
}
