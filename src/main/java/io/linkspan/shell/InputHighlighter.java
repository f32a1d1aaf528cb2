package io.linkspan.shell;

import io.linkspan.completion.Mark;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Sets off the pieces of a typed text, and what is wrong in it. */
final class InputHighlighter {
  private static final Set<String> WORDS =
      Set.of(
          ("add all alter analyze and any as asc batch begin between by call cascade case cast check"
                  + " collate columns commit compare conflict connect connection connections"
                  + " constraint copy create cross current_date current_timestamp cursor database"
                  + " declare default delete desc describe disconnect distinct do drop else end"
                  + " except excluded execute exists expect explain extension extensions fail"
                  + " false fetch filter first following for foreign forget from full function"
                  + " grant group having help if ilike in index inner insert intersect into is"
                  + " isnull join journal key last lateral left let like limit map materialized"
                  + " merge natural not nothing notnull null nulls off offset on only or order"
                  + " outer over overwrite partition ping plan plans preceding preserve preview"
                  + " primary procedure quit range read record recursive references rename replay"
                  + " reset resume returning revoke right rollback row rows run runs save"
                  + " savepoint say schema schemas select sequence set show similar some source"
                  + " table tables target temporary then to trace trigger true truncate unbounded"
                  + " undo union unique update use using vacuum values verify view when where"
                  + " window with workers")
              .split(" "));

  private final InputStyles styles;
  private final Set<String> firstWords;

  InputHighlighter(InputStyles styles, Set<String> firstWords) {
    this.styles = styles;
    this.firstWords = firstWords;
  }

  /**
   * The text with its styles; characters that would steer the terminal are left out.
   *
   * @param cursor where the cursor stands; below 0 where none is to be seen
   */
  AttributedString highlighted(String text, List<Mark> marks, int cursor) {
    AttributedStyle[] look = new AttributedStyle[text.length()];
    Arrays.fill(look, AttributedStyle.DEFAULT);
    List<SqlToken> tokens = SqlLexer.tokens(text);
    tokens.forEach(token -> paint(look, token));
    firstWord(text, tokens, look, cursor);
    marks.stream()
        .filter(mark -> mark.end() <= text.length())
        .forEach(mark -> Arrays.fill(look, mark.start(), mark.end(), styles.wrong()));
    Brackets brackets = Brackets.of(tokens);
    brackets.surplus().forEach(place -> look[place] = styles.wrong());
    if (cursor >= 0) {
      brackets.at(cursor).forEach(place -> look[place] = styles.pair());
    }
    return painted(text, look);
  }

  private void paint(AttributedStyle[] look, SqlToken token) {
    AttributedStyle style =
        switch (token.kind()) {
          case WORD ->
              WORDS.contains(token.text().toLowerCase(Locale.ROOT))
                  ? styles.word()
                  : AttributedStyle.DEFAULT;
          case STRING,
              ESCAPE_STRING,
              NATIONAL_STRING,
              BIT_STRING,
              UNICODE_STRING,
              DOLLAR_STRING,
              OPEN_STRING,
              OPEN_DOLLAR_STRING ->
              styles.text();
          case NUMBER, QUOTED_IDENTIFIER, UNICODE_IDENTIFIER, OPEN_IDENTIFIER -> styles.value();
          case VARIABLE, VARIABLE_LITERAL, VARIABLE_IDENTIFIER, PARAMETER -> styles.variable();
          case LINE_COMMENT, BLOCK_COMMENT, OPEN_COMMENT -> styles.comment();
          default -> AttributedStyle.DEFAULT;
        };
    Arrays.fill(look, token.begin(), token.end(), style);
    if (token.kind().isOpen()) {
      look[token.begin()] = styles.wrong();
    }
  }

  /** What calls a command, or begins a statement. */
  private void firstWord(String text, List<SqlToken> tokens, AttributedStyle[] look, int cursor) {
    int begin =
        tokens.stream()
            .filter(token -> !token.kind().isComment())
            .mapToInt(SqlToken::begin)
            .findFirst()
            .orElse(text.length());
    int end = wordEnd(text, begin);
    if (end == begin || firstWords.isEmpty()) {
      return;
    }
    boolean backslash = text.charAt(begin) == '\\';
    String piece = text.substring(begin, end);
    String word = backslash ? piece.replaceFirst("\\+$", "") : piece.toLowerCase(Locale.ROOT);
    boolean typing = end == text.length() && cursor == end;
    boolean known = firstWords.contains(word) || firstWords.contains(piece);
    boolean wrong = !known && !(typing && firstWords.stream().anyMatch(w -> w.startsWith(word)));
    if (known || wrong) {
      Arrays.fill(look, begin, end, known ? styles.word() : styles.wrong());
    }
  }

  private static int wordEnd(String text, int begin) {
    boolean backslash = text.startsWith("\\", begin);
    int end = backslash ? begin + 1 : begin;
    while (end < text.length()
        && (isWord(text.charAt(end), end > begin)
            || (backslash && "+?!".indexOf(text.charAt(end)) >= 0))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c, boolean further) {
    return Character.isLetter(c) || c == '_' || (further && Character.isDigit(c));
  }

  private static AttributedString painted(String text, AttributedStyle[] look) {
    AttributedStringBuilder out = new AttributedStringBuilder(text.length());
    int begin = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (at == text.length() || !look[at].equals(look[begin])) {
        out.append(harmless(text.substring(begin, at)), look[begin]);
        begin = at;
      }
    }
    return out.toAttributedString();
  }

  /** The cursor's place is counted over the text itself, where such a character takes no column. */
  private static String harmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !steers((char) c)).forEach(c -> kept.append((char) c));
        return kept.toString();
      }
    }
    return text;
  }

  private static boolean steers(char c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t';
  }
}
