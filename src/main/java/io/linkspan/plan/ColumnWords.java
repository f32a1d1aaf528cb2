package io.linkspan.plan;

import static java.util.Map.entry;

import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a column's name, in the form in which all ways to write them are one. */
record ColumnWords(String letters, List<String> words) {
  /** Short and other forms of what columns are called, by their singular. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          entry("acct", "account"),
          entry("addr", "address"),
          entry("adr", "address"),
          entry("amt", "amount"),
          entry("birthday", "birth"),
          entry("birthdate", "birth"),
          entry("born", "birth"),
          entry("cat", "category"),
          entry("change", "updated"),
          entry("changed", "updated"),
          entry("create", "created"),
          entry("creation", "created"),
          entry("createdat", "created"),
          entry("cust", "customer"),
          entry("deletion", "deleted"),
          entry("dept", "department"),
          entry("descr", "description"),
          entry("desc", "description"),
          entry("dob", "birth"),
          entry("emailaddress", "email"),
          entry("fname", "first name"),
          entry("firstname", "first name"),
          entry("forename", "first name"),
          entry("img", "image"),
          entry("lang", "language"),
          entry("lastname", "last name"),
          entry("lat", "latitude"),
          entry("lng", "longitude"),
          entry("lon", "longitude"),
          entry("long", "longitude"),
          entry("lname", "last name"),
          entry("mail", "email"),
          entry("mobile", "phone"),
          entry("modification", "updated"),
          entry("modified", "updated"),
          entry("msg", "message"),
          entry("nbr", "number"),
          entry("no", "number"),
          entry("nr", "number"),
          entry("num", "number"),
          entry("org", "organization"),
          entry("organisation", "organization"),
          entry("passwd", "password"),
          entry("phonenumber", "phone"),
          entry("pic", "picture"),
          entry("postal", "post"),
          entry("postcode", "post code"),
          entry("pwd", "password"),
          entry("qty", "quantity"),
          entry("ref", "reference"),
          entry("surname", "last name"),
          entry("tel", "phone"),
          entry("telephone", "phone"),
          entry("update", "updated"),
          entry("updatedat", "updated"),
          entry("zip", "post code"),
          entry("zipcode", "post code"));

  /** Words that tell nothing beside a word that names a moment. */
  private static final Set<String> CLOCK =
      Set.of("at", "on", "date", "time", "datetime", "timestamp", "ts", "dt", "day", "last", "of");

  /** Words beside which these others tell nothing. */
  private static final Map<String, Set<String>> TELLS_NOTHING_BESIDE =
      Map.of("address", Set.of("email"), "number", Set.of("phone"), "code", Set.of("post"));

  static ColumnWords of(Identifier name) {
    String letters = name.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    List<String> words = new ArrayList<>();
    for (String word : split(name.name().replaceAll("(?i)^e[^\\p{L}\\p{N}]mail", "email"))) {
      words.addAll(Arrays.asList(form(word).split(" ", -1)));
    }
    return new ColumnWords(letters, telling(words));
  }

  /** The words of a table's name, in the singular. */
  static List<String> ofTable(Identifier name) {
    return split(name.name()).stream().map(ColumnWords::singular).toList();
  }

  private static List<String> split(String name) {
    return Arrays.stream(name.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String form(String word) {
    String one = singular(word);
    return FORMS.getOrDefault(word, FORMS.getOrDefault(one, one));
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.length() > 3 && word.endsWith("s");
    boolean other = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
    return plural && !other ? word.substring(0, word.length() - 1) : word;
  }

  private static List<String> telling(List<String> all) {
    List<String> words = new ArrayList<>(all);
    if (words.size() > 1 && (words.get(0).equals("is") || words.get(0).equals("has"))) {
      words.remove(0);
    }
    boolean moment = words.stream().anyMatch(w -> w.equals("birth") || w.endsWith("ed"));
    if (moment) {
      words.removeIf(CLOCK::contains);
    }
    List<String> whole = List.copyOf(words);
    words.removeIf(
        word ->
            TELLS_NOTHING_BESIDE.getOrDefault(word, Set.of()).stream().anyMatch(whole::contains));
    return words;
  }

  /** The words without those of the table that they begin with, run together. */
  String without(List<String> table) {
    String joined = String.join("", words);
    for (String word : table) {
      boolean begins = joined.startsWith(word) && joined.length() >= word.length() + 2;
      joined = begins ? joined.substring(word.length()) : joined;
    }
    return joined;
  }

  /** The digits of the name: {@code line1} and {@code line2} are never one. */
  String digits() {
    return letters.replaceAll("\\P{N}", "");
  }
}
