package io.linkspan.shell;

import io.linkspan.command.Conversation;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Lets the line reader ask the conversation whether a text is complete, and where its words are.
 */
final class ConversationParser implements Parser {
  private final Conversation conversation;

  ConversationParser(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      return WordAtCursor.of(line, cursor, conversation.complete(line, cursor));
    }
    if (context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT) {
      String waitsFor = waitsFor(line);
      if (!waitsFor.isEmpty()) {
        throw new EOFError(-1, -1, "incomplete input", ContinuationPrompt.mark(waitsFor));
      }
    }
    return WordAtCursor.whole(line, cursor);
  }

  /** What a text waits for; empty where it is complete. */
  String waitsFor(String line) {
    try {
      Gathering gathering = new Gathering(conversation);
      Gathering.lines(line).forEach(gathering::add);
      return gathering.waitsFor();
    } catch (RuntimeException | StackOverflowError e) {
      // The text goes on as complete, so that the command meets the bug and logs it.
      return "";
    }
  }

  /** The language has no escape character of the line reader's kind. */
  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }
}
