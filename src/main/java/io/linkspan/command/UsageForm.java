package io.linkspan.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form in which a command is typed, without the command's word.
 *
 * @param parts words as they are typed, names of what is typed in capitals, and what may be left
 *     out in square brackets
 */
record UsageForm(List<String> parts) {
  private static final Pattern CHOICES = Pattern.compile(" \\| ");

  UsageForm {
    parts = List.copyOf(parts);
  }

  /** The forms of a command; one that begins with a blank goes on with the one before it. */
  static List<UsageForm> of(Usage usage) {
    List<String> forms = new ArrayList<>();
    for (String form : usage.forms()) {
      if (form.startsWith(" ") && !forms.isEmpty()) {
        forms.add(forms.remove(forms.size() - 1) + " " + form.strip());
      } else {
        forms.add(form);
      }
    }
    return forms.stream()
        .filter(form -> form.equals(usage.name()) || form.startsWith(usage.name() + " "))
        .map(form -> new UsageForm(parts(form.substring(usage.name().length()))))
        .toList();
  }

  /** The words of what is typed behind a command; quoted text is one word. */
  static List<String> words(String typed) {
    return parts(typed);
  }

  /** Cut at blanks outside of brackets and quotes. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote == 0 && depth == 0 && Character.isWhitespace(c)) {
        if (!part.isEmpty()) {
          parts.add(part.toString());
          part.setLength(0);
        }
        continue;
      }
      part.append(c);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else {
        depth += c == '(' || c == '[' ? 1 : (c == ')' || c == ']') && depth > 0 ? -1 : 0;
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  /** What of the form is left behind these words; empty where the words are not of this form. */
  Optional<String> restAfter(List<String> words) {
    List<String> left = new ArrayList<>(parts);
    int at = 0;
    while (at < words.size()) {
      int taken = take(left, words.subList(at, words.size()));
      if (taken == 0) {
        return Optional.empty();
      }
      at += taken;
    }
    return Optional.of(String.join(" ", left));
  }

  /** Takes from the form what the first of the words stand for; gives how many words those are. */
  private static int take(List<String> left, List<String> words) {
    int options = 0;
    while (options < left.size() && left.get(options).startsWith("[")) {
      options++;
    }
    for (boolean named : new boolean[] {true, false}) {
      for (int i = 0; i < options; i++) {
        int taken = taken(left.get(i), words, named);
        if (taken > 0) {
          left.remove(i);
          return taken;
        }
      }
    }
    if (options == left.size() || !matches(left.get(options), words.get(0))) {
      return 0;
    }
    if (!left.get(options).endsWith("…")) {
      left.subList(0, options + 1).clear();
    }
    while (left.size() > 1 && left.get(0).equals("|")) {
      left.subList(0, 2).clear();
    }
    return 1;
  }

  /**
   * How many words stand for a part in square brackets.
   *
   * @param named whether only what begins with a word of the language is looked at
   */
  private static int taken(String option, List<String> words, boolean named) {
    for (String choice : CHOICES.split(option.substring(1, option.length() - 1), -1)) {
      List<String> parts = parts(choice);
      boolean word = !parts.isEmpty() && isWord(parts.get(0));
      if (named == word && beginsWith(words, parts)) {
        return Math.min(parts.size(), words.size());
      }
    }
    return 0;
  }

  private static boolean beginsWith(List<String> words, List<String> parts) {
    for (int i = 0; i < Math.min(words.size(), parts.size()); i++) {
      if (!matches(parts.get(i), words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String part, String word) {
    return isWord(part) ? part.equalsIgnoreCase(word) : !part.equals("|");
  }

  /** Whether the part is typed as it stands. */
  private static boolean isWord(String part) {
    return part.equals("->")
        || (part.chars().noneMatch(Character::isUpperCase)
            && part.chars().allMatch(c -> Character.isLetter(c) || c == '_'));
  }
}
