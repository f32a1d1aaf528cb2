package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.completion.Completion;
import io.linkspan.completion.Mark;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What the conversation says of the text while it is typed: asked once for each text, never about a
 * long one. A bug in it must not disturb the typing.
 */
final class LiveText {
  /** Characters of the longest text that is asked about. */
  private static final int LONGEST = 20_000;

  private final Conversation conversation;
  private String marked = "";
  private List<Mark> marks = List.of();
  private String hinted = "";
  private String hint = "";

  LiveText(Conversation conversation) {
    this.conversation = conversation;
  }

  /** Names may have come to be known meanwhile. */
  void forget() {
    marked = "";
    marks = List.of();
    hinted = "";
    hint = "";
  }

  /**
   * What is unknown in the text.
   *
   * @param cursor a name that ends there may still be typed, and is left alone while it may become
   *     a known one
   */
  List<Mark> marks(String text, int cursor) {
    if (!text.equals(marked)) {
      marked = text;
      marks = asked(text) ? quietly(() -> finished(text, cursor), List.of()) : List.of();
    }
    return marks;
  }

  private List<Mark> finished(String text, int cursor) {
    return conversation.marks(text).stream()
        .filter(mark -> mark.end() != cursor || !mayBecomeKnown(text, mark))
        .toList();
  }

  private boolean mayBecomeKnown(String text, Mark mark) {
    String begun = text.substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT);
    for (Completion completion : conversation.complete(text, mark.end())) {
      if (completion.text().toLowerCase(Locale.ROOT).startsWith(begun)) {
        return true;
      }
    }
    return false;
  }

  /** What may follow the text. */
  String hint(String text) {
    if (!text.equals(hinted)) {
      hinted = text;
      hint = asked(text) ? quietly(() -> conversation.hint(text), "") : "";
    }
    return hint;
  }

  private static boolean asked(String text) {
    return !text.isBlank() && text.length() <= LONGEST;
  }

  private static <T> T quietly(Supplier<T> asked, T otherwise) {
    try {
      return asked.get();
    } catch (RuntimeException | StackOverflowError e) {
      // The command meets the same bug when the text is carried out, and logs it.
      return otherwise;
    }
  }
}
