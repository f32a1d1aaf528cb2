package io.linkspan.trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with names in braces, held against a real one. */
record Wording(Pattern pattern, List<String> names) {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}|…");

  static Wording of(String text) {
    StringBuilder pattern = new StringBuilder();
    List<String> names = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      pattern.append(Pattern.quote(text.substring(from, hole.start())));
      String name = hole.group(1);
      if (name == null) {
        pattern.append(".*?");
      } else if (names.contains(name)) {
        pattern.append("\\k<").append(name).append('>');
      } else {
        names.add(name);
        pattern.append("(?<").append(name).append(">.+?)");
      }
      from = hole.end();
    }
    pattern.append(Pattern.quote(text.substring(from)));
    return new Wording(Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(names));
  }

  /** Whether the whole text is worded so; what stands for the names is put into the map. */
  boolean fills(String text, Map<String, String> found) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() && put(matcher, found);
  }

  /** Whether a part of the text is worded so. */
  boolean occursIn(String text, Map<String, String> found) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && put(matcher, found);
  }

  private boolean put(Matcher matcher, Map<String, String> found) {
    for (String name : names) {
      found.put(name, matcher.group(name));
    }
    return true;
  }
}
