package io.linkspan.command;

import io.linkspan.sql.Completeness;
import java.util.List;

/** Whether a typed text is complete, and what it waits for. */
final class WaitingInput {
  private WaitingInput() {}

  static Conversation.Completeness completeness(Workspace workspace, Input input, String typed) {
    QueryBuffer.Query begun = workspace.buffer().pending();
    if (begun.isBlank()
        && workspace.plan().current().isEmpty()
        && input instanceof Input.OfCommand command
        && ExplainWords.mayGoOn(command, typed)) {
      return new Conversation.Completeness(false, "");
    }
    Completeness state =
        begun.isBlank() ? state(typed, input) : TypedText.completeness(begun.sql() + "\n" + typed);
    return new Conversation.Completeness(state == Completeness.COMPLETE, waitsFor(state));
  }

  private static Completeness state(String typed, Input input) {
    if (input instanceof Input.OfSql sql) {
      return TypedText.completeness(sql.text());
    }
    if (input instanceof Input.OfCommand command
        && (CheckCommand.takesSql(command) || ExplainWords.takeSql(command))) {
      return Completeness.ofSql(typed);
    }
    if (input instanceof Input.OfCommand command && !takesLibpqQuotes(command.word())) {
      return command.word().startsWith("\\")
          ? TypedText.completeness(typed)
          : Completeness.ofCommand(typed);
    }
    return Completeness.COMPLETE;
  }

  /** A connection string is quoted as libpq does, so that SQL's quotes tell nothing. */
  static boolean takesLibpqQuotes(String word) {
    return List.of("connect", "\\c", "\\connect").contains(word);
  }

  private static String waitsFor(Completeness state) {
    return switch (state) {
      case COMPLETE, CONTINUED -> "";
      case SINGLE_QUOTE -> "'";
      case DOUBLE_QUOTE -> "\"";
      case DOLLAR_QUOTE -> "$";
      case COMMENT -> "*/";
      case BRACKET -> ")";
      case NO_SEMICOLON -> ";";
    };
  }
}
