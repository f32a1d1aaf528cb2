package io.linkspan.screen;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal sends for typed keys. Those that are no characters are named: {@code <TAB>},
 * {@code <ENTER>}, {@code <UP>}, {@code <C-c>} with the Control key, {@code <M-b>} with the Alt
 * key, {@code <PASTE>} and {@code </PASTE>} around what is pasted. Any other {@code <} is typed.
 */
final class Keys {
  private static final Pattern NAMED = Pattern.compile("<(?:(/?[A-Z-]+)|([CM])-(.))>");
  private static final Map<String, String> SENT =
      Map.ofEntries(
          Map.entry("TAB", "\t"),
          Map.entry("S-TAB", "\033[Z"),
          Map.entry("ENTER", "\r"),
          Map.entry("LF", "\n"),
          Map.entry("ESC", "\033"),
          Map.entry("UP", "\033[A"),
          Map.entry("DOWN", "\033[B"),
          Map.entry("RIGHT", "\033[C"),
          Map.entry("LEFT", "\033[D"),
          Map.entry("HOME", "\033[H"),
          Map.entry("END", "\033[F"),
          Map.entry("BACKSPACE", "\177"),
          Map.entry("DELETE", "\033[3~"),
          Map.entry("SPACE", " "),
          Map.entry("PASTE", "\033[200~"),
          Map.entry("/PASTE", "\033[201~"));

  private Keys() {}

  /** The characters that go to the program. */
  static String sent(String typed) {
    return NAMED.matcher(typed).replaceAll(match -> Matcher.quoteReplacement(sent(match)));
  }

  private static String sent(java.util.regex.MatchResult named) {
    if (named.group(1) != null) {
      return SENT.getOrDefault(named.group(1), named.group());
    }
    char key = named.group(3).charAt(0);
    return named.group(2).equals("C") ? String.valueOf((char) (key & 0x1f)) : "\033" + key;
  }
}
