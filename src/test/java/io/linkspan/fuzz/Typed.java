package io.linkspan.fuzz;

import io.linkspan.command.Conversation;
import io.linkspan.command.Outcome;
import io.linkspan.command.Questions;
import io.linkspan.pg.UserException;
import io.linkspan.report.Page;
import java.util.Optional;

/** Carries a typed text out with nobody there to answer. */
final class Typed {
  /** Nobody there. */
  private static final Questions NOBODY =
      new Questions() {
        @Override
        public Optional<String> secret(String prompt) {
          return Optional.empty();
        }

        @Override
        public boolean confirm(String question) {
          return false;
        }
      };

  private Typed() {}

  /** The kind of outcome, or the message of the error that the user may mend. */
  static String outcome(Conversation conversation, String text, Page page) {
    try {
      Outcome outcome = conversation.execute(text, page, NOBODY);
      return outcome.getClass().getSimpleName();
    } catch (UserException e) {
      return e.kind() + " " + e.fields().message();
    }
  }
}
