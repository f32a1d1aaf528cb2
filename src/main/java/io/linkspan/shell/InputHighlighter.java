package io.linkspan.shell;

import java.util.Locale;
import java.util.Set;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Sets off words of the language, strings, numbers and comments in the line that is typed. */
final class InputHighlighter implements Highlighter {
  private static final AttributedStyle WORD = AttributedStyle.BOLD;
  private static final AttributedStyle STRING =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.faint();
  private static final Set<String> WORDS =
      Set.of(
          ("alter analyze and as asc batch begin by case check commit compare conflict connect"
                  + " connections copy create cross default delete desc describe disconnect"
                  + " distinct do drop edit else end except exists expect explain extensions fail"
                  + " forget from full group having help in inner insert intersect into is join"
                  + " journal learn left let like limit map not nothing null off offset on or"
                  + " order outer over overwrite partition ping plan plans preserve preview quit"
                  + " read record replay resume returning right rollback rows run runs save say"
                  + " schemas select set table tables then trace truncate undo union update use"
                  + " using values verify when where with workers")
              .split(" "));

  @Override
  public AttributedString highlight(LineReader reader, String line) {
    AttributedStringBuilder out = new AttributedStringBuilder(line.length());
    int at = 0;
    while (at < line.length()) {
      int end = end(line, at);
      out.append(line.substring(at, end), style(line.substring(at, end)));
      at = end;
    }
    return out.toAttributedString();
  }

  /** Where the piece that begins there ends. */
  private static int end(String line, int at) {
    char c = line.charAt(at);
    if (c == '\'' || c == '"') {
      int close = line.indexOf(c, at + 1);
      return close < 0 ? line.length() : close + 1;
    }
    if (line.startsWith("--", at)) {
      int close = line.indexOf('\n', at);
      return close < 0 ? line.length() : close;
    }
    if (line.startsWith("/*", at)) {
      int close = line.indexOf("*/", at + 2);
      return close < 0 ? line.length() : close + 2;
    }
    int end = at + 1;
    while (isWord(c) && end < line.length() && isWord(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static AttributedStyle style(String piece) {
    char c = piece.charAt(0);
    if (c == '\'') {
      return STRING;
    }
    if (piece.startsWith("--") || piece.startsWith("/*")) {
      return COMMENT;
    }
    if (c >= '0' && c <= '9') {
      return NUMBER;
    }
    boolean known = isWord(c) && WORDS.contains(piece.toLowerCase(Locale.ROOT));
    return known ? WORD : AttributedStyle.DEFAULT;
  }
}
