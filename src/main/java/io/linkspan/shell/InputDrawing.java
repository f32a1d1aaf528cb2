package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.report.Page;
import io.linkspan.report.Visible;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws what is typed: prompts, highlighted text, and what may follow it. */
final class InputDrawing {
  private final LiveText live;
  private final ContinuationPrompts continuations;
  private final Conversation conversation;
  private Look look = new Look(Colours.OFF, false, false);

  /**
   * What is to be seen besides the text.
   *
   * @param highlights whether what is typed is set off, in these colours
   * @param hints whether what may follow is shown
   */
  record Look(Colours colours, boolean highlights, boolean hints) {}

  InputDrawing(Conversation conversation) {
    this.conversation = conversation;
    this.live = new LiveText(conversation);
    this.continuations = new ContinuationPrompts(conversation);
  }

  /** Begins another line. */
  void begin(Look look) {
    this.look = look;
    live.forget();
  }

  /** The text with its styles; below 0, the cursor is not to be seen. */
  AttributedString text(String text, int cursor) {
    if (!look.highlights()) {
      return plain(text);
    }
    InputStyles styles = look.colours().on() ? InputStyles.COLOURED : InputStyles.UNCOLOURED;
    int at = cursor < 0 ? text.length() : cursor;
    return new InputHighlighter(styles, conversation.firstWords())
        .highlighted(text, live.marks(text, at), cursor);
  }

  private static AttributedString plain(String text) {
    return new InputHighlighter(InputStyles.UNCOLOURED, java.util.Set.of())
        .highlighted(text, List.of(), -1);
  }

  /** What stands before each of the lines but the first. */
  List<AttributedString> prompts(String prompt, String lead, List<String> lines) {
    AttributedStyle style =
        look.colours().on() ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT;
    return continuations.of(prompt, lines).stream()
        .map(text -> new AttributedString(lead + text + " ", style))
        .toList();
  }

  /**
   * What may follow the text, cut to so many columns; empty where it would not be legible.
   *
   * @param columns left on the terminal's line
   */
  AttributedString hint(String text, int columns) {
    String hint = look.hints() && columns > 3 ? Visible.line(live.hint(text)) : "";
    if (hint.isBlank()) {
      return AttributedString.EMPTY;
    }
    AttributedStringBuilder out = new AttributedStringBuilder();
    return out.append(cut(hint, columns), AttributedStyle.DEFAULT.faint()).toAttributedString();
  }

  private static String cut(String hint, int columns) {
    if (TextWidth.of(hint) <= columns) {
      return hint;
    }
    Page page = new Page(columns - 1, TextWidth::of);
    return page.cut(io.linkspan.report.Line.of(hint)).text() + "…";
  }
}
